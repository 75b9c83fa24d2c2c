import type { Pool } from 'pg'
import * as Y from 'yjs'
import type { Snapshot } from '../collaboration/update-log'
import { query } from './log-query'

interface EditionRow {
  readonly document_seq: string
  readonly document_state: Buffer
}

/** The document as the newest edition has it: the last resort when no snapshot can be read. */
export async function readEditionAsSnapshot(
  pool: Pick<Pool, 'query'>,
  documentId: string,
): Promise<Snapshot | null> {
  const { rows } = await query<EditionRow>(
    pool,
    'SELECT document_seq, document_state FROM edition WHERE document_id = $1 ORDER BY document_seq DESC LIMIT 1',
    [documentId],
  )
  const [edition] = rows
  if (!edition) return null
  const stateVector = Y.encodeStateVectorFromUpdate(edition.document_state)
  return {
    seq: BigInt(edition.document_seq),
    parts: [edition.document_state],
    stateVector,
    deleteSet: Y.diffUpdate(edition.document_state, stateVector),
  }
}
