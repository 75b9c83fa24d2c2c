import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A Northing of its own, as `npm start` serves it, with fresh demonstration data. */
export interface RunningApp {
  readonly url: string
  /** Ends the program at once, as a power switch would, and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** `variables`: settings beside those of a demonstration. */
export async function startApp(variables: Record<string, string> = {}): Promise<RunningApp> {
  const dataDir = await makeDataDir()
  const template = process.env[TEMPLATE]
  // With the owners of the files: PostgreSQL runs under an account of its own where the tests are run by root.
  if (template && !variables['DATABASE_URL'])
    await promisify(execFile)('cp', ['-a', `${template}/.`, dataDir])
  const app = await startOn(dataDir, variables)
  return {
    ...app,
    async stop() {
      await app.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * For the whole run: the demonstration is put into a database once, and every journey starts on a copy of its files.
 * The answer removes it.
 */
export async function makeTemplate(): Promise<() => Promise<void>> {
  const dataDir = await makeDataDir()
  const app = await startOn(dataDir)
  await app.stop()
  process.env[TEMPLATE] = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}

const TEMPLATE = 'JOURNEY_TEMPLATE'

function makeDataDir(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'northing-journey-'))
}

async function startOn(
  dataDir: string,
  variables: Record<string, string> = {},
): Promise<RunningApp> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = { ...variables, DATA_DIR: dataDir, PORT: String(port) }
  let child = launch(settings)
  await answering(url, child)
  return {
    url,
    async restart() {
      await end(child, 'SIGKILL')
      child = launch(settings)
      await answering(url, child)
    },
    stop: () => end(child, 'SIGTERM'),
  }
}

function launch(settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: 'on',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`Northing ended with code ${child.exitCode} before it served`)
    const ready = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Northing did not serve within 90 seconds')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
