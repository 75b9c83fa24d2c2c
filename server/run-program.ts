import type { Server } from 'node:http'
import { type Environment, SettingProblem, localUrl, parseEnvironment } from './env'
import { type Log, createLog } from './http/log'
import { type ConfiguredDatabase, openForServing, startDatabase } from './persistence/configured-database'
import { type DataLock, FolderInUse, lockDataDir } from './persistence/data-lock'
import type { Database } from './persistence/database'
import { migrate } from './persistence/migrate'

export interface Program {
  readonly env: Environment
  readonly db: Database
  readonly log: Log
  /** What must be ended in an orderly way; the last one named is ended first. */
  readonly onStop: (end: () => Promise<void>) => void
}

/** What a person can put right; told without a trace of the program. */
class StartProblem extends Error {}

const STOPS_WITHIN_MS = 30_000

/** Everything around serving: settings, the lock, the database, its migrations and demonstration, and an orderly end. */
export async function runProgram(serve: (program: Program) => Promise<void>): Promise<void> {
  const ends: (() => Promise<void>)[] = []
  let log: Log | undefined
  try {
    const env = parseEnvironment(process.env)
    log = createLog(env.logLevel)
    endOnSignals(ends, log)
    const db = await openData(env, ends, log)
    await serve({ env, db, log, onStop: (end) => void ends.push(end) })
  } catch (error) {
    explain(error, log)
    await endAll(ends, log)
    process.exit(1)
  }
}

async function openData(env: Environment, ends: (() => Promise<void>)[], log: Log): Promise<Database> {
  const lock: DataLock = lockDataDir(env.dataDir)
  ends.push(async () => lock.release())
  const database: ConfiguredDatabase = await startDatabase(env, tell)
  ends.push(() => database.stop())
  const applied = await migrate(database.db.url).catch((error: Error) => {
    throw explainDatabase(error, env)
  })
  for (const name of applied) tell(`Migrated the database: ${name}`)
  if (env.demo) await seedWhenEmpty(database.db)
  const served = await openForServing(database.db, env)
  await database.db.close() // the owner's work is done
  ends.push(() => served.db.close())
  // Never silently: whoever answers for the audit chain must know what it stands on.
  if (served.triggersOnly !== null)
    log.warn({ reason: served.triggersOnly }, 'the audit chain is protected by triggers only')
  return served.db
}

async function seedWhenEmpty(db: Database): Promise<void> {
  if ((await db.prisma.partnership.count()) > 0) return
  tell('Filling the empty database with the demonstration partnership')
  const { seedDemonstration } = await import('../prisma/seed')
  await seedDemonstration(db)
}

/** Serves, and says where: the last line of a start. Answers how to stop. */
export async function listen(server: Server, env: Environment): Promise<() => Promise<void>> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainPort(error, env)))
    server.listen(env.port, env.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  console.log(`Northing is at ${env.publicUrl ? env.baseUrl : localUrl(env.host, port)}`)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
      // Whoever is being answered has a moment; a download that takes longer is begun again.
      setTimeout(() => server.closeAllConnections(), 5_000).unref()
    })
}

/** Never with the address itself, which may hold a password. */
function explainDatabase(cause: Error, { databaseUrl }: Environment): Error {
  if (!databaseUrl) return new StartProblem(cause.message, { cause })
  const { host, pathname } = new URL(databaseUrl)
  return new StartProblem(`The database ${host}${pathname} (DATABASE_URL) cannot be used: ${cause.message}`, { cause })
}

function explainPort(error: NodeJS.ErrnoException, { host, port }: Environment): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartProblem(`Another program already listens on ${host}:${port}. Stop it, or set PORT to another number.`)
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new StartProblem(`Northing cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT to ones it may use.`)
  }
  return error
}

function endOnSignals(ends: (() => Promise<void>)[], log: Log): void {
  let ending = false
  async function end(exitCode: number): Promise<void> {
    // npm passes a signal on that the terminal has already sent, so the second one is the same wish.
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), STOPS_WITHIN_MS).unref()
    await endAll(ends, log)
    process.exit(exitCode)
  }
  process.on('SIGTERM', () => void end(0))
  process.on('SIGINT', () => void end(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error nobody handled')
    void end(1)
  })
}

async function endAll(ends: (() => Promise<void>)[], log: Log | undefined): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    await end().catch((error: unknown) => log?.error({ err: error }, 'something did not end well'))
  }
}

function explain(error: unknown, log: Log | undefined): void {
  const isPlain = error instanceof SettingProblem || error instanceof FolderInUse || error instanceof StartProblem
  if (isPlain) console.error(error.message)
  else if (log) log.fatal({ err: error }, 'Northing could not start')
  else console.error(error)
}

function tell(line: string): void {
  console.log(`northing: ${line}`)
}
