import type { Pool } from 'pg'
import type { ClientClaim } from '../collaboration/update-log'
import { query } from './log-query'

/** Two programs that claim the same id at once do not see each other's row the first time. */
const MAX_ATTEMPTS = 5

/** Answers the claims on ids that are somebody else's. */
export async function claimClients(
  pool: Pool,
  claims: readonly ClientClaim[],
): Promise<ClientClaim[]> {
  const foreign: ClientClaim[] = []
  let open = claims
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === MAX_ATTEMPTS) throw new Error('client ids could not be claimed')
    const { rows } = await query<OutcomeRow>(pool, CLAIM, [
      open.map(({ documentId }) => documentId),
      open.map(({ clientId }) => clientId),
      open.map(({ personId }) => personId),
    ])
    const outcomes = new Map(rows.map(({ n, outcome }) => [n, outcome]))
    foreign.push(...open.filter((_, n) => outcomes.get(n + 1) === 'foreign'))
    open = open.filter((_, n) => outcomes.get(n + 1) === 'unseen')
  }
  return foreign
}

interface OutcomeRow {
  readonly n: number
  readonly outcome: 'own' | 'foreign' | 'unseen'
}

/** One round trip, and in one order for everybody, so that no two wait for each other. */
const CLAIM = {
  name: 'claim-clients',
  text: `
    WITH wanted AS MATERIALIZED (
      SELECT w.document_id, w.client_id, w.person_id, w.n::int AS n
      FROM unnest($1::text[], $2::bigint[], $3::text[]) WITH ORDINALITY AS w(document_id, client_id, person_id, n)
      JOIN live_document d ON d.id = w.document_id
    ),
    claimed AS (
      INSERT INTO document_client (document_id, client_id, person_id)
      SELECT document_id, client_id, person_id FROM wanted ORDER BY document_id, client_id, n
      ON CONFLICT DO NOTHING
      RETURNING document_id, client_id, person_id
    )
    SELECT w.n, CASE
      WHEN c.document_id IS NULL AND o.document_id IS NULL THEN 'unseen'
      WHEN coalesce(c.person_id, o.person_id) IS NOT DISTINCT FROM w.person_id THEN 'own'
      ELSE 'foreign' END AS outcome
    FROM wanted w
    LEFT JOIN claimed c ON c.document_id = w.document_id AND c.client_id = w.client_id
    LEFT JOIN document_client o ON o.document_id = w.document_id AND o.client_id = w.client_id`,
}
