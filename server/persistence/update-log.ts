import {
  DatabaseError,
  type Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg'
import {
  type Appended,
  type DocumentAppend,
  LogUnavailable,
  type LoggedUpdate,
  type NewUpdate,
  type Snapshot,
  type StoredDocument,
  type UpdateLog,
} from '../collaboration/update-log'
import type { Database } from './database'

/** A connection that stays silent longer than this is given up; the writer then tries again. */
const PATIENCE_MS = 15_000

/** Writes through `pg` itself: byte parameters travel as bytes, and one statement holds a whole group of edits. */
export function createUpdateLog(db: Pick<Database, 'pool'>): UpdateLog {
  return {
    append: (batch) => translateErrors(() => append(db.pool, batch)),
    readAfter: (documentId, seq) => translateErrors(() => readAfter(db.pool, documentId, seq)),
    load: (documentId) => translateErrors(() => load(db.pool, documentId)),
    saveSnapshot: (documentId, snapshot) =>
      translateErrors(() => saveSnapshot(db.pool, documentId, snapshot)),
  }
}

async function append(
  pool: Pool,
  batch: readonly DocumentAppend[],
): Promise<Map<string, Appended>> {
  const results = new Map<string, Appended>()
  for (const entry of batch) {
    if (entry.retryAfter !== undefined) results.set(entry.documentId, await appendOnce(pool, entry))
  }
  const firstAttempts = batch.filter((entry) => entry.retryAfter === undefined)
  if (firstAttempts.length > 0) {
    for (const [documentId, result] of await insert(pool, firstAttempts))
      results.set(documentId, result)
  }
  return results
}

/**
 * The earlier attempt may still be running in a session that lost its client. The row lock waits for it,
 * so that what it did is seen before anything is written a second time.
 */
async function appendOnce(pool: Pool, entry: DocumentAppend): Promise<Appended> {
  const client = await pool.connect()
  try {
    await query(client, 'BEGIN', [])
    await query(client, 'SELECT 1 FROM live_document WHERE id = $1 FOR UPDATE', [entry.documentId])
    const firstSeq = await findEarlier(client, entry)
    const result: Appended | undefined =
      firstSeq === null
        ? (await insert(client, [entry])).get(entry.documentId)
        : { state: 'committed', firstSeq }
    await query(client, 'COMMIT', [])
    client.release()
    return result ?? { state: 'unknown' }
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function findEarlier(client: Queryable, entry: DocumentAppend): Promise<bigint | null> {
  const { rows } = await query<UpdateRow>(client, SELECT_AFTER, [
    entry.documentId,
    String(entry.retryAfter ?? 0),
  ])
  const start = rows.findIndex((_, index) =>
    entry.updates.every((update, offset) => isSame(rows[index + offset], update)),
  )
  const first = rows[start]
  return first ? BigInt(first.seq) : null
}

function isSame(row: UpdateRow | undefined, update: NewUpdate): boolean {
  return row !== undefined && row.person_id === update.personId && row.bytes.equals(update.bytes)
}

/**
 * One statement, so one transaction and one round trip: raise each head, then number the rows from where it stood.
 * The head's row lock keeps sequences free of gaps and makes them visible in their order.
 */
async function insert(
  client: Queryable,
  batch: readonly DocumentAppend[],
): Promise<Map<string, Appended>> {
  const ids = batch.map((entry) => entry.documentId)
  const counts = batch.map((entry) => entry.updates.length)
  const rows = batch.flatMap(({ documentId, updates }) =>
    updates.map((update, index) => [documentId, index + 1, update.bytes, update.personId]),
  )
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length)))
  // Few sizes, so that few statements are prepared; empty rows join no document.
  const padding = Array.from({ length: (size - rows.length) * 4 }, () => null)
  const answer = await query<HeadRow>(
    client,
    { name: `append-${size}`, text: insertStatement(size) },
    [ids, counts, ...rows.flat(), ...padding],
  )
  const results = new Map<string, Appended>(ids.map((id) => [id, { state: 'unknown' }]))
  for (const { id, before } of answer.rows) {
    results.set(
      id,
      before === null ? { state: 'frozen' } : { state: 'committed', firstSeq: BigInt(before) + 1n },
    )
  }
  return results
}

function insertStatement(size: number): string {
  const rows = Array.from({ length: size }, (_, index) => {
    const first = index * 4 + 3
    return `($${first}::text, $${first + 1}::int, $${first + 2}::bytea, $${first + 3}::text)`
  })
  return `
    WITH wanted AS (SELECT * FROM unnest($1::text[], $2::int[]) AS w(id, n)),
    raised AS (
      UPDATE live_document d SET head = d.head + w.n FROM wanted w
      WHERE d.id = w.id AND d.frozen_at IS NULL
      RETURNING d.id, d.head - w.n AS before
    ),
    written AS (
      INSERT INTO document_update (document_id, seq, bytes, person_id)
      SELECT u.document_id, raised.before + u.n, u.bytes, u.person_id
      FROM (VALUES ${rows.join(', ')}) AS u(document_id, n, bytes, person_id)
      JOIN raised ON raised.id = u.document_id
    )
    SELECT d.id, raised.before FROM live_document d
    JOIN wanted ON wanted.id = d.id LEFT JOIN raised ON raised.id = d.id`
}

const SELECT_AFTER =
  'SELECT seq, bytes, person_id FROM document_update WHERE document_id = $1 AND seq > $2 ORDER BY seq'

async function readAfter(pool: Pool, documentId: string, seq: bigint): Promise<LoggedUpdate[]> {
  const { rows } = await query<UpdateRow>(pool, SELECT_AFTER, [documentId, String(seq)])
  return rows.map((row) => ({ seq: BigInt(row.seq), bytes: row.bytes }))
}

/** The head is read first: updates are never removed, so everything up to it is found by the reads after it. */
async function load(pool: Pool, documentId: string): Promise<StoredDocument | null> {
  const heads = await query<{ head: string; frozen: boolean }>(
    pool,
    'SELECT head, frozen_at IS NOT NULL AS frozen FROM live_document WHERE id = $1',
    [documentId],
  )
  const found = heads.rows[0]
  if (!found) return null
  const snapshots = await query<SnapshotRow>(
    pool,
    'SELECT seq, state, state_vector, delete_set FROM document_snapshot WHERE document_id = $1 ORDER BY seq DESC LIMIT 1',
    [documentId],
  )
  const snapshot = snapshots.rows[0] ? toSnapshot(snapshots.rows[0]) : null
  const tail = await readAfter(pool, documentId, snapshot?.seq ?? 0n)
  return { snapshot, tail, head: BigInt(found.head), frozen: found.frozen }
}

/** The one before is kept, in case the newest cannot be read. */
async function saveSnapshot(pool: Pool, documentId: string, snapshot: Snapshot): Promise<void> {
  await query(
    pool,
    `WITH older AS (
       DELETE FROM document_snapshot WHERE document_id = $1 AND seq <
         (SELECT max(seq) FROM document_snapshot WHERE document_id = $1)
     )
     INSERT INTO document_snapshot (document_id, seq, state, state_vector, delete_set)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [documentId, String(snapshot.seq), snapshot.state, snapshot.stateVector, snapshot.deleteSet],
  )
}

interface UpdateRow {
  readonly seq: string
  readonly bytes: Buffer
  readonly person_id: string | null
}

interface HeadRow {
  readonly id: string
  readonly before: string | null
}

interface SnapshotRow {
  readonly seq: string
  readonly state: Buffer
  readonly state_vector: Buffer
  readonly delete_set: Buffer
}

function toSnapshot(row: SnapshotRow): Snapshot {
  return {
    seq: BigInt(row.seq),
    state: row.state,
    stateVector: row.state_vector,
    deleteSet: row.delete_set,
  }
}

type Queryable = Pick<Pool, 'query'> | PoolClient

function query<Row extends QueryResultRow>(
  client: Queryable,
  statement: string | { name: string; text: string },
  values: unknown[],
): Promise<QueryResult<Row>> {
  const named = typeof statement === 'string' ? { text: statement } : statement
  // pg knows a time limit for one query; its types know it only for a connection.
  const config: QueryConfig & { query_timeout: number } = {
    ...named,
    values,
    query_timeout: PATIENCE_MS,
  }
  return client.query<Row>(config)
}

/** SQLSTATE classes that say "later": connection, resources, operator, rollback, object in use. */
const TEMPORARY = ['08', '53', '57', '58', '40', '55']

async function translateErrors<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const isFinal =
      error instanceof DatabaseError && !TEMPORARY.includes((error.code ?? '').slice(0, 2))
    if (isFinal) throw error
    throw new LogUnavailable('the database did not answer', { cause: error })
  }
}
