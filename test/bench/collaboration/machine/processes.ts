import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { sleep } from './time'

export interface Program {
  readonly child: ChildProcess
  readonly pid: number
  readonly exited: Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Record<string, string>
  readonly cwd?: string
}

/** Its output goes to the log file. Ends with this process. */
export function startProgram({ command, args, env, cwd }: Command, logFile: string): Program {
  const log = openSync(logFile, 'a')
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    ...(cwd ? { cwd } : {}),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  running.add(child)
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => void running.delete(child))
  return { child, pid: child.pid ?? 0, exited }
}

export async function stopProgram(
  { child, exited }: Program,
  { signal = 'SIGTERM', graceMs = 8_000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  if (!running.has(child)) return
  child.kill(signal)
  await Promise.race([exited, sleep(graceMs)])
  if (running.has(child)) child.kill('SIGKILL')
  await exited
}

export async function waitForPort(port: number, { child }: Program): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await canConnect(port))) {
    if (!running.has(child)) throw new Error('the server ended before it listened')
    if (Date.now() > end) throw new Error(`nothing listens on port ${port}`)
    await sleep(10)
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
