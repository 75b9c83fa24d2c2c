import * as Y from 'yjs'
import { isWhole } from './checksum'
import type { Database } from './database'
import { readEditionAsSnapshot } from './edition-snapshot'
import { splitParts } from './snapshot-parts'

interface Checked {
  readonly checked: number
  readonly problems: string[]
}

type Pool = Database['pool']

/**
 * Replays every document from its first update: no gap, every row is what was written, every update decodes, none waits
 * for a missing one, and each snapshot is what the log says.
 */
export async function verifyDocuments({ pool }: Pick<Database, 'pool'>): Promise<Checked> {
  const { rows } = await pool.query<{ id: string; head: string }>(
    'SELECT id, head FROM live_document ORDER BY id',
  )
  const problems: string[] = []
  for (const { id, head } of rows) {
    const found = await verifyDocument(pool, id, BigInt(head))
    problems.push(...found.map((problem) => `document ${id}: ${problem}`))
  }
  return { checked: rows.length, problems }
}

async function verifyDocument(pool: Pool, id: string, head: bigint): Promise<string[]> {
  const damaged = await findDamagedUpdates(pool, id)
  const snapshots = await readSnapshots(pool, id)
  const problems = [
    ...damaged.map((seq) => `update ${seq} is not what was written`),
    ...snapshots.flatMap(({ seq, isWhole }) =>
      isWhole ? [] : [`the snapshot at update ${seq} is not what was written`],
    ),
  ]
  if (damaged.length > 0) return problems
  const trimmed = await readTrimmed(pool, id)
  if (trimmed === null)
    return [...problems, 'the updates that were put away do not follow one another']
  const good = snapshots.filter((snapshot) => snapshot.isWhole)
  return [...problems, ...(await replay(pool, { id, head, trimmed, snapshots: good }))]
}

async function findDamagedUpdates(pool: Pool, id: string): Promise<bigint[]> {
  const damaged: bigint[] = []
  for await (const { seq, bytes, crc } of readUpdates(pool, id)) {
    if (!isWhole(crc, bytes)) damaged.push(BigInt(seq))
  }
  return damaged
}

interface StoredSnapshot {
  readonly seq: bigint
  readonly parts: readonly Uint8Array[]
  readonly isWhole: boolean
}

async function readSnapshots(pool: Pool, id: string): Promise<StoredSnapshot[]> {
  const { rows } = await pool.query<{
    seq: string
    state: Buffer
    state_vector: Buffer
    delete_set: Buffer
    part_sizes: number[] | null
    crc: number | null
  }>(
    'SELECT seq, state, state_vector, delete_set, part_sizes, crc FROM document_snapshot WHERE document_id = $1 ORDER BY seq',
    [id],
  )
  return rows.map((row) => ({
    seq: BigInt(row.seq),
    parts: splitParts(row.state, row.part_sizes ?? []),
    isWhole: isWhole(row.crc, row.state, row.state_vector, row.delete_set),
  }))
}

interface Replayed {
  readonly id: string
  readonly head: bigint
  /** The log begins after this sequence. */
  readonly trimmed: bigint
  readonly snapshots: readonly StoredSnapshot[]
}

async function replay(pool: Pool, { id, head, trimmed, snapshots }: Replayed): Promise<string[]> {
  const doc = new Y.Doc({ gc: true })
  const problems: string[] = []
  let last = trimmed
  try {
    const start = trimmed > 0n ? await startFromEdition(pool, id, doc) : 0n
    if (start < trimmed) return [`no edition holds the updates up to ${trimmed}`]
    for await (const { seq, bytes } of readUpdates(pool, id)) {
      if (BigInt(seq) !== last + 1n) return [`update ${last + 1n} is missing`]
      if (BigInt(seq) > head) return [`has updates after its head, ${head}`]
      if (!applies(doc, bytes)) return [`update ${seq} cannot be read`]
      last += 1n
      const snapshot = snapshots.find((one) => one.seq === last && last >= start)
      if (snapshot) problems.push(...compareSnapshot(snapshot, doc))
    }
    if (last < head) return [`update ${last + 1n} is missing`]
    if (isWaiting(doc)) problems.push('an update builds on one that is not in the log')
    return problems
  } finally {
    doc.destroy()
  }
}

/** The last sequence that was put away; null when a range is missing. */
async function readTrimmed(pool: Pool, id: string): Promise<bigint | null> {
  const { rows } = await pool.query<{ from_seq: string; to_seq: string }>(
    'SELECT from_seq, to_seq FROM document_update_trimmed WHERE document_id = $1 ORDER BY from_seq',
    [id],
  )
  let last = 0n
  for (const range of rows) {
    if (BigInt(range.from_seq) !== last + 1n) return null
    last = BigInt(range.to_seq)
  }
  return last
}

async function startFromEdition(pool: Pool, id: string, doc: Y.Doc): Promise<bigint> {
  const edition = await readEditionAsSnapshot(pool, id)
  const isReadable = edition?.parts.every((part) => applies(doc, part))
  return edition && isReadable ? edition.seq : 0n
}

interface StoredUpdate {
  readonly seq: string
  readonly bytes: Buffer
  readonly crc: number | null
}

async function* readUpdates(pool: Pool, id: string): AsyncGenerator<StoredUpdate> {
  for (let after = '0'; ;) {
    const { rows } = await pool.query<StoredUpdate>(
      'SELECT seq, bytes, crc FROM document_update WHERE document_id = $1 AND seq > $2 ORDER BY seq LIMIT 500',
      [id, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

function applies(doc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    doc.transact((transaction) => {
      Y.applyUpdate(doc, bytes)
      // Otherwise Yjs tidies formatting marks away, which nobody wrote.
      transaction.local = true
    })
    return true
  } catch {
    return false // the caller names the update
  }
}

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

/** The snapshot, put together from its parts, is the document at that place of the log: what exists and what is deleted. */
function compareSnapshot({ seq, parts }: StoredSnapshot, replayed: Y.Doc): string[] {
  const name = `the snapshot at update ${seq}`
  const doc = new Y.Doc({ gc: true })
  try {
    if (!parts.every((part) => applies(doc, part))) return [`${name} cannot be read`]
    if (isWaiting(doc)) return [`${name} is not complete`]
    const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(replayed))
    return isSame ? [] : [`${name} is not what the log says`]
  } finally {
    doc.destroy()
  }
}
