import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Database } from './database'

// A backup is lines of JSON, compressed: what it is, then for each table its name and its rows as PostgreSQL writes
// them, at last how many rows there were and the hash of everything before.

/** Whoever restores an old backup signs in again: a session in it may have been ended since. */
const LEFT_OUT = ['_prisma_migrations', 'session', 'sign_in_link']
const ROWS_AT_ONCE = 200

/** Writes the whole database, as of one moment, to a file that must not exist yet. Answers how many rows it holds. */
export async function backup({ pool }: Pick<Database, 'pool'>, file: string): Promise<number> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    throw new Error(`${file} exists already. Nothing was written.`)
  const unfinished = `${file}.unfinished`
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const counted = { rows: 0 }
    await pipeline(
      Readable.from(writeLines(client, counted)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await rename(unfinished, file)
    return counted.rows
  } finally {
    await client.query('ROLLBACK')
    client.release()
    await rm(unfinished, { force: true })
  }
}

export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1) ORDER BY 1`,
    [LEFT_OUT],
  )
  return rows.map((row) => row.name)
}

async function* writeLines(
  client: pg.ClientBase,
  counted: { rows: number },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of writeTables(client, counted)) {
    hash.update(line)
    yield line
  }
  yield `${JSON.stringify({ rows: counted.rows, sha256: hash.digest('hex') })}\n`
}

async function* writeTables(
  client: pg.ClientBase,
  counted: { rows: number },
): AsyncGenerator<string> {
  const { rows: applied } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  const migrations = applied.map((row) => row.name)
  yield `${JSON.stringify({ northing: 'backup', version: 1, at: new Date().toISOString(), migrations })}\n`
  for (const table of await listTables(client)) {
    yield `${JSON.stringify({ table })}\n`
    await client.query(
      `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" t`,
    )
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`)
      if (rows.length === 0) break
      counted.rows += rows.length
      yield rows.map(({ row }) => `${row}\n`).join('')
    }
    await client.query('CLOSE backup_rows')
  }
}
