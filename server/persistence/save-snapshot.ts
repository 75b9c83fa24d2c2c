import type { Pool, PoolClient } from 'pg'
import type { Snapshot } from '../collaboration/update-log'
import { checksum } from './checksum'
import { query } from './log-query'
import { trimLog } from './trim-log'

/** The snapshot and what it makes dispensable, together or not at all. */
export async function saveSnapshot(
  pool: Pool,
  documentId: string,
  snapshot: Snapshot,
): Promise<void> {
  const client = await pool.connect()
  try {
    await query(client, 'BEGIN', [])
    if (await insertSnapshot(client, documentId, snapshot)) await trimLog(client, documentId)
    await query(client, 'COMMIT', [])
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** The one before is kept, in case the newest cannot be read. Answers whether it was not there yet. */
async function insertSnapshot(
  client: PoolClient,
  documentId: string,
  { seq, parts, stateVector, deleteSet }: Snapshot,
): Promise<boolean> {
  const state = Buffer.concat(parts)
  const { rowCount } = await query(
    client,
    `WITH older AS (
       DELETE FROM document_snapshot WHERE document_id = $1 AND seq <
         (SELECT max(seq) FROM document_snapshot WHERE document_id = $1 AND seq < $2)
     )
     INSERT INTO document_snapshot
       (document_id, seq, state, state_vector, delete_set, part_sizes, crc)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      documentId,
      String(seq),
      state,
      stateVector,
      deleteSet,
      parts.map((part) => part.length),
      checksum(state, stateVector, deleteSet),
    ],
  )
  return rowCount === 1
}
