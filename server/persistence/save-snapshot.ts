import type { Pool } from 'pg'
import type { Snapshot } from '../collaboration/update-log'
import { checksum } from './checksum'
import { query } from './log-query'

/** The one before is kept, in case the newest cannot be read. */
export async function saveSnapshot(
  pool: Pool,
  documentId: string,
  { seq, parts, stateVector, deleteSet }: Snapshot,
): Promise<void> {
  const state = Buffer.concat(parts)
  await query(
    pool,
    `WITH older AS (
       DELETE FROM document_snapshot WHERE document_id = $1 AND seq <
         (SELECT max(seq) FROM document_snapshot WHERE document_id = $1)
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
}
