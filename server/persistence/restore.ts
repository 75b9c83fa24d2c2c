import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { z } from 'zod'
import { listTables } from './backup'
import type { Database } from './database'
import { migrate, readMigrations } from './migrate'

const First = z.object({
  northing: z.literal('backup'),
  version: z.literal(1),
  migrations: z.array(z.string()),
})
const Last = z.object({ rows: z.number(), sha256: z.string() })
const Heading = z.object({ table: z.string().regex(/^[a-z_]+$/) })

const BATCH_CHARACTERS = 4 << 20

/** Fills an empty database from a backup: all of it, or nothing. Answers how many rows it brought. */
export async function restore({ pool, url }: Database, file: string): Promise<number> {
  const { migrations } = await check(file)
  const known = (await readMigrations()).map((migration) => migration.name)
  if (migrations.some((name) => !known.includes(name))) {
    throw new Error(
      'The backup is from a newer Northing than this one. Nothing was changed. Install that version first.',
    )
  }
  // The tables as they were when the backup was made; what was written since is applied to the restored rows.
  await migrate(url, { only: migrations })
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await refuseUnlessEmpty(client)
    const rows = await fill(client, file)
    await client.query('COMMIT')
    await migrate(url)
    return rows
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

function readLines(file: string): AsyncIterable<string> {
  const unpacked = createGunzip()
  createReadStream(file)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked)
  // Not readline, which also ends lines at characters that text may hold.
  return splitLines(unpacked)
}

async function* splitLines(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    rest.push(chunk.subarray(from))
  }
}

/** Reads the file to its end before anything is written: a copy broken off must not become a database. */
async function check(file: string): Promise<z.infer<typeof First>> {
  const hash = createHash('sha256')
  let first: string | undefined
  let last: string | undefined
  try {
    for await (const line of readLines(file)) {
      first ??= line
      if (last !== undefined) hash.update(`${last}\n`)
      last = line
    }
    if (Last.parse(JSON.parse(last ?? '')).sha256 !== hash.digest('hex'))
      throw new Error('its hash is not its contents’')
    return First.parse(JSON.parse(first ?? ''))
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? 'it is not a backup, or from another version' : String(cause)
    throw new Error(`${file} cannot be restored: ${reason}. Nothing was changed.`, { cause })
  }
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  for (const table of await listTables(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM "${table}" LIMIT 1`)
    if (rowCount)
      throw new Error(
        'The database is not empty. Nothing was changed. Restore into a new DATA_DIR or database.',
      )
  }
}

async function fill(client: pg.ClientBase, file: string): Promise<number> {
  const keys = await deferKeys(client)
  let count = 0
  let table = ''
  let batch: string[] = []
  let size = 0
  async function insert(): Promise<void> {
    if (batch.length > 0) await insertRows(client, table, batch)
    count += batch.length
    batch = []
    size = 0
  }
  for await (const line of readLines(file)) {
    const mark = readMark(line)
    if (mark || size > BATCH_CHARACTERS) await insert()
    if (mark?.table) table = mark.table
    if (mark) continue
    batch.push(line)
    size += line.length
  }
  await restoreKeys(client, keys)
  return count
}

/** The first line, the last line and the headings. No table has just such columns. */
function readMark(line: string): { table?: string } | null {
  if (!/^\{"(northing|table|rows)":/.test(line)) return null
  const heading = Heading.safeParse(JSON.parse(line))
  return heading.success ? heading.data : {}
}

async function insertRows(
  client: pg.ClientBase,
  table: string,
  rows: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

interface Key {
  readonly table: string
  readonly name: string
}

/** Rows come table by table, so for this transaction what they refer to may come later. */
async function deferKeys(client: pg.ClientBase): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable`,
  )
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE`)
  await client.query('SET CONSTRAINTS ALL DEFERRED')
  return rows
}

async function restoreKeys(client: pg.ClientBase, keys: readonly Key[]): Promise<void> {
  await client.query('SET CONSTRAINTS ALL IMMEDIATE') // checks every reference now
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} NOT DEFERRABLE`)
}
