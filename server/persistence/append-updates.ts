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
 * All bytes travel as one value that the database cuts up: a parameter for each update costs more than the update.
 */
async function insert(
  client: Queryable,
  batch: readonly DocumentAppend[],
): Promise<Map<string, Appended>> {
  const answer = await query<HeadRow>(client, INSERT, toParameters(batch))
  const results = new Map<string, Appended>(
    batch.map(({ documentId }) => [documentId, { state: 'unknown' }]),
  )
  const refused: string[] = []
  for (const { id, before } of answer.rows) {
    if (before === null) refused.push(id)
    else results.set(id, { state: 'committed', firstSeq: BigInt(before) + 1n })
  }
  for (const [id, state] of await explainRefusals(client, refused)) results.set(id, { state })
  return results
}

/** The statement above saw the rows as they were when it began; only a later one says for sure what stood in its way. */
async function explainRefusals(
  client: Queryable,
  ids: readonly string[],
): Promise<(readonly [string, 'frozen' | 'suggesting'])[]> {
  if (ids.length === 0) return []
  const { rows } = await query<{ id: string; frozen: boolean }>(client, WHY, [ids])
  return rows.map(({ id, frozen }) => [id, frozen ? 'frozen' : 'suggesting'] as const)
}

const WHY = {
  name: 'why-refused',
  text: 'SELECT id, frozen_at IS NOT NULL AS frozen FROM live_document WHERE id = ANY($1)',
}

/** Per update: which document of the batch, its place there, where its bytes end, who wrote it, its checksum. */
function toParameters(batch: readonly DocumentAppend[]): unknown[] {
  const persons = new Map<string, number>()
  const columns = { document: [], place: [], length: [], person: [], crc: [] } as Columns
  const pieces: Uint8Array[] = []
  batch.forEach(({ updates }, index) => {
    updates.forEach(({ bytes, personId }, place) => {
      columns.document.push(index + 1)
      columns.place.push(place + 1)
      columns.length.push(bytes.length)
      columns.person.push(personId === null ? 0 : findPlace(persons, personId))
      columns.crc.push(checksum(bytes))
      pieces.push(bytes)
    })
  })
  return [
    batch.map(({ documentId }) => documentId),
    toArray(batch.map(({ updates }) => updates.length)),
    Buffer.concat(pieces),
    toArray(columns.document),
    toArray(columns.place),
    toArray(columns.length),
    toArray(columns.person),
    toArray(columns.crc),
    [...persons.keys()],
    batch.map(({ updates }) => updates.some(({ isDecision }) => isDecision !== true)),
  ]
}

type Columns = Record<'document' | 'place' | 'length' | 'person' | 'crc', number[]>

/** 1 for the first one. */
function findPlace(known: Map<string, number>, value: string): number {
  const place = known.get(value) ?? known.size + 1
  known.set(value, place)
  return place
}

/** An array of numbers as PostgreSQL writes it: the driver would quote each one. */
function toArray(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`
}

const INSERT = {
  name: 'append-updates',
  text: `
    WITH wanted AS (
      SELECT * FROM unnest($1::text[], $2::int[], $10::bool[])
        WITH ORDINALITY AS w(id, n, typed, document)
    ),
    raised AS (
      UPDATE live_document d SET head = d.head + w.n FROM wanted w
      WHERE d.id = w.id AND d.frozen_at IS NULL AND (d.suggesting_since IS NULL OR NOT w.typed)
      RETURNING d.id, w.document, d.head - w.n AS before
    ),
    updates AS (
      SELECT *, sum(length) OVER (ROWS UNBOUNDED PRECEDING) - length + 1 AS start
      FROM unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::int[])
        AS u(document, place, length, person, crc)
    ),
    written AS (
      INSERT INTO document_update (document_id, seq, bytes, person_id, crc)
      SELECT raised.id, raised.before + u.place,
        substring($3::bytea FROM u.start::int FOR u.length), p.id, u.crc
      FROM updates u JOIN raised ON raised.document = u.document
      LEFT JOIN unnest($9::text[]) WITH ORDINALITY AS p(id, place) ON p.place = u.person
    )
    SELECT d.id, raised.before FROM live_document d
    JOIN wanted ON wanted.id = d.id LEFT JOIN raised ON raised.id = d.id`,
}

interface HeadRow {
  readonly id: string
  readonly before: string | null
}
