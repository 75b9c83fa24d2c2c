import { escapeLiteral, type Pool } from 'pg'
import {
  type LoggedUpdate,
  LogDamaged,
  LogTrimmed,
  type Snapshot,
  type StoredDocument,
} from '../collaboration/update-log'
import { isWhole } from './checksum'
import { type CopiedRow, copyRows } from './copy-rows'
import { PATIENCE_MS, query, SELECT_AFTER, type UpdateRow } from './log-query'
import { readEditionAsSnapshot } from './edition-snapshot'
import { splitParts } from './snapshot-parts'
import { canBeStored } from './text'

/** A stored row whose bytes are not those that were written. */
export interface Damage {
  readonly kind: 'snapshot' | 'update'
  readonly seq: bigint
}

/** Told what every document that was loaded is like. */
export type Report = (documentId: string, damage: readonly Damage[]) => void

export async function readAfter(
  pool: Pool,
  documentId: string,
  seq: bigint,
): Promise<LoggedUpdate[]> {
  const { rows } = await query<UpdateRow>(pool, SELECT_AFTER, [documentId, String(seq)])
  if (rows[0]?.seq !== String(seq + 1n)) await checkNotTrimmed(pool, documentId, seq)
  return rows.map((row) => {
    if (!isWhole(row.crc, row.bytes))
      throw new LogDamaged(`the stored update ${row.seq} is damaged`)
    return { seq: BigInt(row.seq), bytes: row.bytes }
  })
}

async function checkNotTrimmed(pool: Pool, documentId: string, seq: bigint): Promise<void> {
  const { rowCount } = await query(
    pool,
    'SELECT 1 FROM document_update_trimmed WHERE document_id = $1 AND to_seq > $2 LIMIT 1',
    [documentId, String(seq)],
  )
  if (rowCount) throw new LogTrimmed(`updates after ${seq} were put away`)
}

/** A snapshot that is damaged is passed over for the one before it, the log from its start, or the newest edition. */
export async function load(
  pool: Pool,
  documentId: string,
  report: Report,
): Promise<StoredDocument | null> {
  const damage: Damage[] = []
  for (let before: bigint | null = null; ;) {
    const rows = await readRows(pool, documentId, before)
    const [head, snapshot] = [rows.find(isKind(KIND.head)), rows.find(isKind(KIND.snapshot))]
    if (!head) return null
    if (!snapshot || isWholeSnapshot(snapshot)) {
      const isCut = !snapshot && readFirstSeq(rows) > 1n
      const document = isCut
        ? await startFromEdition(pool, documentId, toDocument(rows))
        : toDocument(rows)
      if (document.damagedFrom) damage.push({ kind: 'update', seq: document.damagedFrom })
      report(documentId, damage)
      return document
    }
    before = readBigInt(snapshot, COLUMN.seq)
    damage.push({ kind: 'snapshot', seq: before })
  }
}

function readFirstSeq(rows: readonly CopiedRow[]): bigint {
  const [head] = rows
  const first = rows.find(isKind(KIND.update))
  if (first) return readBigInt(first, COLUMN.seq)
  return head ? readBigInt(head, COLUMN.seq) + 1n : 1n
}

/** Updates are only put away when an edition holds them. */
async function startFromEdition(
  pool: Pool,
  documentId: string,
  document: StoredDocument,
): Promise<StoredDocument> {
  const snapshot = await readEditionAsSnapshot(pool, documentId)
  if (!snapshot) return document
  return { ...document, snapshot, tail: document.tail.filter(({ seq }) => seq > snapshot.seq) }
}

const KIND = { head: 0, snapshot: 1, update: 2 } as const
const COLUMN = {
  kind: 0,
  seq: 1,
  crc: 2,
  bytes: 3,
  stateVector: 4,
  deleteSet: 5,
  sizes: 6,
  frozen: 7,
}

/** One statement, so all of it is of one moment. */
async function readRows(
  pool: Pool,
  documentId: string,
  before: bigint | null,
): Promise<CopiedRow[]> {
  if (!canBeStored(documentId)) return []
  const id = escapeLiteral(documentId)
  const snapshots = `document_snapshot WHERE document_id = ${id} ${before === null ? '' : `AND seq < ${before}`}`
  const client = await pool.connect()
  try {
    const rows = await copyRows(
      client,
      `SELECT ${KIND.head} AS kind, head AS seq, NULL::int AS crc, NULL::bytea, NULL::bytea, NULL::bytea, NULL::int[],
         frozen_at IS NOT NULL FROM live_document WHERE id = ${id}
       UNION ALL (SELECT ${KIND.snapshot}, seq, crc, state, state_vector, delete_set, part_sizes, NULL
         FROM ${snapshots} ORDER BY seq DESC LIMIT 1)
       UNION ALL SELECT ${KIND.update}, seq, crc, bytes, NULL, NULL, NULL, NULL FROM document_update
         WHERE document_id = ${id} AND seq > coalesce((SELECT max(seq) FROM ${snapshots}), 0)
       ORDER BY kind, seq`,
      PATIENCE_MS,
    )
    client.release()
    return rows
  } catch (error) {
    client.release(true)
    throw error
  }
}

function isKind(kind: number): (row: CopiedRow) => boolean {
  return (row) => row[COLUMN.kind]?.readInt32BE(0) === kind
}

function isWholeSnapshot(row: CopiedRow): boolean {
  const pieces = [COLUMN.bytes, COLUMN.stateVector, COLUMN.deleteSet].map((column) =>
    readBytes(row, column),
  )
  return isWhole(row[COLUMN.crc]?.readInt32BE(0) ?? null, ...pieces)
}

/** A damaged update ends the document: what came after it may rest on it. */
function toDocument(rows: readonly CopiedRow[]): StoredDocument {
  const [head] = rows
  if (!head) throw new Error('a document without a head')
  const snapshot = rows.find(isKind(KIND.snapshot))
  const tail: LoggedUpdate[] = []
  const document = {
    snapshot: snapshot ? toSnapshot(snapshot) : null,
    tail,
    head: readBigInt(head, COLUMN.seq),
    frozen: head[COLUMN.frozen]?.readInt8(0) === 1,
  }
  for (const row of rows.filter(isKind(KIND.update))) {
    const [seq, bytes] = [readBigInt(row, COLUMN.seq), readBytes(row, COLUMN.bytes)]
    if (!isWhole(row[COLUMN.crc]?.readInt32BE(0) ?? null, bytes)) {
      return { ...document, damagedFrom: seq }
    }
    tail.push({ seq, bytes })
  }
  return document
}

function toSnapshot(row: CopiedRow): Snapshot {
  return {
    seq: readBigInt(row, COLUMN.seq),
    parts: splitParts(readBytes(row, COLUMN.bytes), readIntegers(row[COLUMN.sizes])),
    stateVector: readBytes(row, COLUMN.stateVector),
    deleteSet: readBytes(row, COLUMN.deleteSet),
  }
}

function readBytes(row: CopiedRow, column: number): Buffer {
  const bytes = row[column]
  if (!bytes) throw new Error('a stored row without bytes')
  return bytes
}

function readBigInt(row: CopiedRow, column: number): bigint {
  return readBytes(row, column).readBigInt64BE(0)
}

/** An array in binary: dimensions, whether it holds NULL, the type; then size, lower bound and the lengths and values. */
function readIntegers(array: Buffer | null | undefined): number[] {
  if (!array || array.readInt32BE(0) === 0) return []
  return Array.from({ length: array.readInt32BE(12) }, (_, i) => array.readInt32BE(24 + i * 8))
}
