import type { Pool } from 'pg'
import type { Snapshot } from '../collaboration/update-log'
import { query } from './log-query'

/** The one before is kept, in case the newest cannot be read. */
export async function saveSnapshot(
  pool: Pool,
  documentId: string,
  snapshot: Snapshot,
): Promise<void> {
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
