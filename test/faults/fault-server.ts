import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { PersonName } from '../collaboration/live-world'

export interface ServerInside {
  readonly rssMB: number
  readonly cpuMs: number
  /** Of the thread that answers sockets. */
  readonly mainCpuMs: number
  readonly rooms: number
  readonly sockets: number
  /** Of the socket with the most. */
  readonly unsentBytes: number
  readonly complaints: readonly string[]
}

/** The live server as a process of its own, so that it can be killed, and asked. */
export interface FaultServer {
  readonly port: number
  readonly pid: number
  readonly cookies: Record<PersonName, string>
  /** What it wrote to its standard error: an error nobody handled would be there. */
  readonly stderr: string[]
  ask(word?: 'collect'): Promise<ServerInside>
  /** Ends it without warning. */
  kill(): Promise<void>
  /** Ends it in an orderly way; answers the exit code. */
  stop(): Promise<number | null>
}

export interface FaultServerOptions {
  readonly port?: number
  /** `plain`: a strategy's own roots and nothing else, as in production. */
  readonly roots?: 'plain' | 'extra'
}

export async function startFaultServer(
  databaseUrl: string,
  { port = 0, roots = 'extra' }: FaultServerOptions = {},
): Promise<FaultServer> {
  const program = ['--expose-gc', '--import', 'tsx', 'test/faults/serve-faults.ts']
  const child = spawn(process.execPath, program, {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), ROOTS: roots },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stderr: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => void stderr.push(line))
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const answers: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) answers.shift()?.(line)
  })
  const next = () =>
    Promise.race([
      new Promise<string>((resolve) => answers.push(resolve)),
      gone.then((): never => {
        throw new Error(`the server ended:\n${stderr.join('\n')}`)
      }),
    ])
  const greeting = JSON.parse(await next()) as Pick<FaultServer, 'port' | 'cookies'>
  return {
    ...greeting,
    pid: child.pid ?? 0,
    stderr,
    async ask(word) {
      const answer = next()
      child.stdin.write(`${word ?? 'tell'}\n`)
      return JSON.parse(await answer) as ServerInside
    },
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
