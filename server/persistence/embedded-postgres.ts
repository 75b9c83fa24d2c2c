import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { type Account, chooseAccount } from './postgres/account'
import { type PostgresBinaries, findPostgresBinaries } from './postgres/binaries'
import { placeBinaries, placeDataFolder } from './postgres/homes'
import { SUPERUSER, initialiseCluster } from './postgres/initialise'
import { disownStalePostmaster, readPostmaster } from './postgres/postmaster-file'

export interface EmbeddedPostgres {
  readonly url: string
  /** True when a server left by an earlier run was taken over. */
  readonly attached: boolean
  readonly stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** The folder that holds the data folder, the log and the password. */
  readonly home: string
  readonly settings?: Readonly<Record<string, string>>
  /** The server ends with this process, however that ends. For tests: the product's outlives a crash on purpose. */
  readonly tied?: boolean
  /** Start the server again should it die; false for a command that only visits. Default true. */
  readonly watch?: boolean
  readonly tell?: (line: string) => void
}

/** Everything needed to start the server again. */
interface Cluster {
  readonly options: EmbeddedOptions
  readonly binaries: PostgresBinaries
  readonly account: Account | undefined
  readonly dataFolder: string
  readonly access: Access
}

const Access = z.object({ port: z.number(), password: z.string() })
type Access = z.infer<typeof Access>

const DATABASE = 'northing'
const STARTS_WITHIN_MS = 60_000
const STOPS_WITHIN_MS = 30_000

/** Starts PostgreSQL for this folder, or takes over the one that an earlier run left running. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.home, { recursive: true })
  let cluster = await prepareCluster(options)
  const attached = Boolean(await readPostmaster(cluster.dataFolder))
  cluster = attached ? await joinServer(cluster) : await startServer(cluster)
  await ensureDatabase(cluster)
  const watch = options.watch === false ? undefined : keepRunning(cluster)
  return {
    url: urlOf(cluster, DATABASE),
    attached,
    async stop() {
      clearInterval(watch)
      await stopServer(cluster)
    },
  }
}

async function prepareCluster(options: EmbeddedOptions): Promise<Cluster> {
  const account = await chooseAccount(join(options.home, 'postgres'))
  const binaries = await placeBinaries(await findPostgresBinaries(), account)
  const dataFolder = await placeDataFolder(options.home, account)
  const isNew = !(await stat(join(dataFolder, 'PG_VERSION')).catch(() => undefined))
  const access = isNew ? await makeAccess(options.home) : await readAccess(options.home)
  if (isNew) {
    options.tell?.('Making the database')
    await initialiseCluster({ binaries, account, dataFolder, password: access.password })
  }
  return { options, binaries, account, dataFolder, access }
}

// --- The port and password, remembered beside the data ---

async function makeAccess(home: string): Promise<Access> {
  return saveAccess(home, { port: await findFreePort(), password: randomBytes(24).toString('hex') })
}

async function saveAccess(home: string, access: Access): Promise<Access> {
  // Whole and on the disk before the database relies on it: without the password nobody opens it again.
  const unfinished = `${accessFile(home)}.new`
  await writeFile(unfinished, JSON.stringify(access), { mode: 0o600, flush: true })
  await rename(unfinished, accessFile(home))
  const folder = await open(home)
  await folder.sync().finally(() => folder.close())
  return access
}

async function readAccess(home: string): Promise<Access> {
  return Access.parse(JSON.parse(await readFile(accessFile(home), 'utf8')))
}

function accessFile(home: string): string {
  return join(home, 'postgres-access.json')
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('No free port was found.')
  return address.port
}

// --- Starting, joining, watching, stopping ---

async function startServer(cluster: Cluster, attempt = 1): Promise<Cluster> {
  await disownStalePostmaster(cluster.dataFolder)
  const child = await launch(cluster)
  try {
    await waitUntilReady(cluster, child)
    return cluster
  } catch (error) {
    // Somebody else may have taken the port since; a new one costs nothing.
    if (attempt >= 3) throw error
    const access = { ...cluster.access, port: await findFreePort() }
    await saveAccess(cluster.options.home, access)
    return startServer({ ...cluster, access }, attempt + 1)
  }
}

async function launch(cluster: Cluster): Promise<ChildProcess> {
  const { options, account, binaries } = cluster
  const log = await open(logFile(cluster), 'a')
  const command = [binaries.postgres, ...serverOptions(cluster)]
  // The shell waits on its standard input, which closes when this process ends in whatever way.
  const tie = ['/bin/sh', '-c', '"$@" & p=$!; read x; kill -INT $p; wait $p', 'sh']
  const [file = '', ...rest] = options.tied ? [...tie, ...command] : command
  const child = spawn(file, rest, {
    ...account,
    cwd: cluster.dataFolder,
    // Its own process group: Ctrl-C reaches Northing, which then stops its database last.
    detached: true,
    stdio: [options.tied ? 'pipe' : 'ignore', log.fd, log.fd],
  })
  child.on('error', () => undefined)
  child.unref()
  await log.close()
  return child
}

function serverOptions({ access, dataFolder, options }: Cluster): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(access.port),
    log_checkpoints: 'off',
    ...options.settings,
  }
  return [
    '-D',
    dataFolder,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

async function waitUntilReady(cluster: Cluster, child?: ChildProcess): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < deadline) {
    const running = await readPostmaster(cluster.dataFolder)
    if (running?.ready) return
    if (child && child.exitCode !== null) break
    await wait(20)
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log, ${logFile(cluster)}, says why.`)
}

async function joinServer(cluster: Cluster): Promise<Cluster> {
  await waitUntilReady(cluster)
  const running = await readPostmaster(cluster.dataFolder)
  const access = { ...cluster.access, port: running?.port ?? cluster.access.port }
  return { ...cluster, access }
}

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, 'postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** A server that died is started again on the same port; the pool's next query finds it. */
function keepRunning(cluster: Cluster): NodeJS.Timeout {
  let busy = false
  async function look(): Promise<void> {
    if (busy || (await readPostmaster(cluster.dataFolder))) return
    busy = true
    cluster.options.tell?.('The database stopped unexpectedly; starting it again')
    await startServer(cluster, 3).catch((error: Error) => cluster.options.tell?.(error.message))
    busy = false
  }
  return setInterval(() => void look(), 1000).unref()
}

async function stopServer(cluster: Cluster): Promise<void> {
  const running = await readPostmaster(cluster.dataFolder)
  if (!running) return
  process.kill(running.pid, 'SIGINT') // "fast": ends sessions, writes everything, stops
  const deadline = Date.now() + STOPS_WITHIN_MS
  while (await readPostmaster(cluster.dataFolder)) {
    if (Date.now() > deadline)
      throw new Error('The embedded PostgreSQL did not stop in time; it stops by itself later.')
    await wait(20)
  }
}

function urlOf({ access }: Cluster, database: string): string {
  return `postgresql://${SUPERUSER}:${access.password}@127.0.0.1:${access.port}/${database}`
}

function logFile({ options }: Cluster): string {
  return join(options.home, 'postgres.log')
}
