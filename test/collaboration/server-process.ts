import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { PersonName } from './live-world'

/** The live server as a process of its own, so that it can be killed. */
export interface ServerProcess {
  readonly url: string
  readonly cookies: Record<PersonName, string>
  /** Has it do what a service would: `changed` tells that the threads did. */
  say(word: 'changed'): void
  /** Ends it without warning, as the kernel or a power switch would; answers when it is gone. */
  kill(): Promise<void>
  /** Ends it in an orderly way; answers the exit code. */
  stop(): Promise<number | null>
}

export async function startServerProcess(
  databaseUrl: string,
  { redisUrl = '' }: { redisUrl?: string } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/collaboration/serve.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { port, cookies } = await readGreeting(child)
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
  })
  return {
    url: `ws://127.0.0.1:${port}/collaboration`,
    cookies,
    say: (word) => void child.stdin?.write(`${word}\n`),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    stop() {
      child.kill('SIGTERM')
      return gone
    },
  }
}

async function readGreeting(
  child: ChildProcess,
): Promise<{ port: number; cookies: Record<PersonName, string> }> {
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{'))
      return JSON.parse(line) as { port: number; cookies: Record<PersonName, string> }
  }
  throw new Error('the server did not start')
}
