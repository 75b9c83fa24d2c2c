import type { Pool } from 'pg'
import type { Traces } from '../services/history/history-store'

/** Everything that tells who typed which letter of a document, and when: its log, its versions, whose its clients are. */
export async function readTraces(pool: Pool, documentId: string): Promise<Traces> {
  const [log, versions, owners] = await Promise.all([
    pool.query<{ bytes: Buffer; at: Date }>(
      'SELECT bytes, at FROM document_update WHERE document_id = $1 ORDER BY seq',
      [documentId],
    ),
    pool.query<{ state_vector: Buffer; at: Date }>(
      'SELECT state_vector, at FROM document_version WHERE document_id = $1 ORDER BY seq',
      [documentId],
    ),
    pool.query<{ client_id: string; person_id: string | null }>(
      'SELECT client_id, person_id FROM document_client WHERE document_id = $1',
      [documentId],
    ),
  ])
  return {
    log: log.rows,
    versions: versions.rows.map(({ state_vector: stateVector, at }) => ({ stateVector, at })),
    owners: owners.rows.map(({ client_id: id, person_id: personId }) => ({
      clientId: Number(id),
      personId,
    })),
  }
}
