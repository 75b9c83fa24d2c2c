import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

/** One folder of prisma/migrations: its name begins with the time it was written, so names sort in order. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

export interface MigrateOptions {
  readonly folder?: string
  /** Names; absent: all of them. */
  readonly only?: readonly string[]
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Any fixed number: whoever holds it is the one process that migrates. */
const LOCK = 4_867_215_001

/** Brings the database up to date and answers the names of what was applied. Safe to run from several nodes at once. */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const all = await readMigrations(options.folder)
  const migrations = all.filter(({ name }) => options.only?.includes(name) ?? true)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(HISTORY_TABLE)
    const history = await readHistory(client)
    const waiting = migrations.filter((migration) => !isApplied(migration, history))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map((migration) => migration.name)
  } finally {
    await client.end() // also lets go of the lock
  }
}

export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(`${folder}/${name}/migration.sql`, 'utf8'),
    })),
  )
}

/** Prisma's own table, column for column, so that `prisma migrate deploy` agrees about what has been applied. */
const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

async function readHistory(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

function isApplied({ name, sql }: Migration, history: readonly Applied[]): boolean {
  const applied = history.find((row) => row.migration_name === name)
  if (!applied) return false
  if (!applied.finished_at) {
    throw new Error(
      `Migration ${name} was begun by another program and not finished. Nothing was changed.`,
    )
  }
  if (applied.checksum !== checksumOf(sql)) {
    throw new Error(
      `Migration ${name} was changed after this database applied it. Nothing was changed. ` +
        `Put prisma/migrations/${name}/migration.sql back as it was and write the change as a new migration.`,
    )
  }
  return true
}

/** The file and its line in the history are one transaction: a failure leaves no trace of either. */
async function apply(client: Client, { name, sql }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`Migration ${name} failed and was undone: ${reason}`, { cause })
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
