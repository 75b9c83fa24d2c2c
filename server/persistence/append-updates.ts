import type { Pool } from 'pg'
import type { Appended, DocumentAppend, NewUpdate } from '../collaboration/update-log'
import { checksum } from './checksum'
import { query, type Queryable, SELECT_AFTER, type UpdateRow } from './log-query'

export async function append(
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
    updates.map((update, index) => [
      documentId,
      index + 1,
      update.bytes,
      update.personId,
      checksum(update.bytes),
    ]),
  )
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length)))
  // Few sizes, so that few statements are prepared; empty rows join no document.
  const padding = Array.from({ length: (size - rows.length) * COLUMNS }, () => null)
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

/** Of one row's parameters. */
const COLUMNS = 5

function insertStatement(size: number): string {
  const rows = Array.from({ length: size }, (_, index) => {
    const first = index * COLUMNS + 3
    return `($${first}::text, $${first + 1}::int, $${first + 2}::bytea, $${first + 3}::text, $${first + 4}::int)`
  })
  return `
    WITH wanted AS (SELECT * FROM unnest($1::text[], $2::int[]) AS w(id, n)),
    raised AS (
      UPDATE live_document d SET head = d.head + w.n FROM wanted w
      WHERE d.id = w.id AND d.frozen_at IS NULL
      RETURNING d.id, d.head - w.n AS before
    ),
    written AS (
      INSERT INTO document_update (document_id, seq, bytes, person_id, crc)
      SELECT u.document_id, raised.before + u.n, u.bytes, u.person_id, u.crc
      FROM (VALUES ${rows.join(', ')}) AS u(document_id, n, bytes, person_id, crc)
      JOIN raised ON raised.id = u.document_id
    )
    SELECT d.id, raised.before FROM live_document d
    JOIN wanted ON wanted.id = d.id LEFT JOIN raised ON raised.id = d.id`
}

interface HeadRow {
  readonly id: string
  readonly before: string | null
}
