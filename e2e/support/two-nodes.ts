import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type RunningApp, startApp } from './app'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Two Northings over one PostgreSQL and one Redis. */
export interface TwoNodes {
  readonly nodes: readonly [RunningApp, RunningApp]
  stopRedis(): Promise<void>
  startRedis(): Promise<void>
  stop(): Promise<void>
}

export async function startTwoNodes(): Promise<TwoNodes> {
  const beside = spawn(process.execPath, ['--import', 'tsx', 'test/build/serve-beside.ts'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: beside.stdout })[Symbol.asyncIterator]()
  const { databaseUrl, redisUrl } = JSON.parse((await lines.next()).value ?? '{}')
  const shared = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SESSION_SECRET: 'a secret that both nodes of the journey know',
  }
  // One after the other: the first fills the empty database.
  const first = await startApp(shared)
  const second = await startApp(shared)

  async function say(words: string): Promise<void> {
    beside.stdin.write(`${words}\n`)
    const answer = await lines.next()
    if (answer.value !== words) throw new Error(`${words}: ${answer.value ?? 'it has ended'}`)
  }

  return {
    nodes: [first, second],
    stopRedis: () => say('redis stop'),
    startRedis: () => say('redis start'),
    async stop() {
      await Promise.all([first.stop(), second.stop()])
      beside.stdin.end()
      await ended(beside)
    },
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
