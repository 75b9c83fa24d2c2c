import { fork } from 'node:child_process'
import type { PersonName } from './live-world'

export interface Delay {
  /** By the clock, and by the work this process did meanwhile: the most its own thread can have been busy. */
  readonly wallMs: number
  readonly busyMs: number
  readonly complaints: string[]
}

/** A server that says how long its thread was busy at a stretch since it was last asked. */
export interface WatchedProcess {
  readonly url: string
  readonly cookies: Record<PersonName, string>
  /** Null while it lives. */
  readonly exitCode: number | null
  askDelay(): Promise<Delay>
  stop(): Promise<void>
}

export async function startWatchedProcess(databaseUrl: string): Promise<WatchedProcess> {
  const child = fork('test/collaboration/serve-watched.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const answer = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message) => resolve(message as T))
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
  const { url, cookies } = await answer<Pick<WatchedProcess, 'url' | 'cookies'>>()
  return {
    url,
    cookies,
    get exitCode() {
      return child.exitCode
    },
    askDelay() {
      child.send('delay')
      return answer()
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.send('stop')
      await gone
    },
  }
}
