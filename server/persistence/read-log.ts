import type { Pool } from 'pg'
import type { LoggedUpdate, Snapshot, StoredDocument } from '../collaboration/update-log'
import { query, SELECT_AFTER, type UpdateRow } from './log-query'

export async function readAfter(
  pool: Pool,
  documentId: string,
  seq: bigint,
): Promise<LoggedUpdate[]> {
  const { rows } = await query<UpdateRow>(pool, SELECT_AFTER, [documentId, String(seq)])
  return rows.map((row) => ({ seq: BigInt(row.seq), bytes: row.bytes }))
}

/** The head is read first: updates are never removed, so everything up to it is found by the reads after it. */
export async function load(pool: Pool, documentId: string): Promise<StoredDocument | null> {
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
