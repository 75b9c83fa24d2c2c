import type { Environment } from '../env'
import { type ApplicationAccess, openApplicationAccess } from './app-role'
import { type Database, openDatabase } from './database'
import { startEmbeddedPostgres } from './embedded-postgres'

export interface ConfiguredDatabase {
  readonly db: Database
  readonly stop: () => Promise<void>
}

type Where = Pick<Environment, 'databaseUrl' | 'migrateDatabaseUrl' | 'dataDir'>

/** For the server, as the owner: what the environment names, or the embedded one, ended together with the server. */
export async function startDatabase(
  env: Where,
  tell: (line: string) => void,
): Promise<ConfiguredDatabase> {
  if (env.databaseUrl) return external(env.migrateDatabaseUrl ?? env.databaseUrl)
  const postgres = await startEmbeddedPostgres({ home: env.dataDir, tell })
  const db = openDatabase(postgres.url)
  return { db, stop: () => db.close().then(() => postgres.stop()) }
}

export interface ServedDatabase {
  readonly db: Database
  readonly triggersOnly: ApplicationAccess['triggersOnly']
}

/** The same database, migrated, as the application sees it: it may add to the audit chain and not change it. */
export async function openForServing(
  owner: Database,
  env: Pick<Environment, 'databaseUrl' | 'migrateDatabaseUrl' | 'sessionSecret'>,
): Promise<ServedDatabase> {
  const { url, triggersOnly } = await openApplicationAccess({
    ownerUrl: owner.url,
    applicationUrl: env.migrateDatabaseUrl ? env.databaseUrl : undefined,
    secret: env.sessionSecret,
  })
  return { db: openDatabase(url), triggersOnly }
}

/** For a command, as the owner: the same database, left as it was found, running or not. */
export async function visitDatabase(env: Where): Promise<ConfiguredDatabase> {
  if (env.databaseUrl) return external(env.migrateDatabaseUrl ?? env.databaseUrl)
  const postgres = await startEmbeddedPostgres({ home: env.dataDir, watch: false })
  const db = openDatabase(postgres.url)
  return {
    db,
    async stop() {
      await db.close()
      if (!postgres.attached) await postgres.stop()
    },
  }
}

function external(url: string): ConfiguredDatabase {
  const db = openDatabase(url)
  return { db, stop: () => db.close() }
}
