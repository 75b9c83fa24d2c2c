import type { Environment } from '../env'
import { type Database, openDatabase } from './database'
import { startEmbeddedPostgres } from './embedded-postgres'

export interface ConfiguredDatabase {
  readonly db: Database
  readonly stop: () => Promise<void>
}

type Where = Pick<Environment, 'databaseUrl' | 'dataDir'>

/** For the server: the database that the environment names, or the embedded one, ended together with the server. */
export async function startDatabase(env: Where, tell: (line: string) => void): Promise<ConfiguredDatabase> {
  if (env.databaseUrl) return external(env.databaseUrl)
  const postgres = await startEmbeddedPostgres({ home: env.dataDir, tell })
  const db = openDatabase(postgres.url)
  return { db, stop: () => db.close().then(() => postgres.stop()) }
}

/** For a command: the same database, left as it was found, running or not. */
export async function visitDatabase(env: Where): Promise<ConfiguredDatabase> {
  if (env.databaseUrl) return external(env.databaseUrl)
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
