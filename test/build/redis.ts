import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'

const PROGRAM = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) =>
  existsSync(path),
)

/** A real Redis of the caller's own, that can be taken away and brought back at the same address. */
export interface RedisProcess {
  readonly url: string
  start(): Promise<void>
  stop(): Promise<void>
  /** Keeps every connection and says nothing. */
  pause(): void
  resume(): void
}

export async function startRedis(): Promise<RedisProcess> {
  const port = await freePort()
  let child: ChildProcess | null = null
  const redis: RedisProcess = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = launch(port)
      await answering(port)
    },
    async stop() {
      const running = child
      child = null
      if (!running || running.exitCode !== null) return
      const gone = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGCONT')
      running.kill('SIGKILL')
      await gone
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  }
  await redis.start()
  return redis
}

function launch(port: number): ChildProcess {
  if (!PROGRAM)
    throw new Error('redis-server is missing. As root: apt-get update && apt-get install -y redis-server')
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  return spawn(PROGRAM, [...settings, '--dir', '/tmp', '--loglevel', 'warning'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function answering(port: number): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await connects(port))) {
    if (Date.now() > deadline) throw new Error('redis-server did not start within 10 s')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
