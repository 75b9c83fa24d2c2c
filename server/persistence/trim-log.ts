import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { isWhole } from './checksum'
import { query, type UpdateRow } from './log-query'

/** Of one document at once, so that a long history delays nobody. */
const TRIM_AT_MOST = 5_000

interface Bounds {
  readonly trimmed: string
  readonly covered: string
}

/**
 * Puts away the updates that an edition holds for good and that the snapshot before the newest holds too, so that one
 * damaged snapshot can still be passed over. What stays of them says how many each person wrote, and their hash.
 */
export async function trimLog(client: PoolClient, documentId: string): Promise<void> {
  const { rows: bounds } = await query<Bounds>(client, FIND_BOUNDS, [documentId])
  const [found] = bounds
  if (!found || BigInt(found.covered) <= BigInt(found.trimmed)) return
  const from = BigInt(found.trimmed) + 1n
  const { rows } = await query<UpdateRow>(client, SELECT_COVERED, [
    documentId,
    found.trimmed,
    found.covered,
    TRIM_AT_MOST,
  ])
  const covered = takeWhole(rows, from)
  const last = covered.at(-1)
  if (!last) return
  await query(
    client,
    'INSERT INTO document_update_trimmed (document_id, from_seq, to_seq, sha256, persons) VALUES ($1, $2, $3, $4, $5)',
    [documentId, String(from), last.seq, hash(covered), JSON.stringify(countPersons(covered))],
  )
  await query(
    client,
    'DELETE FROM document_update WHERE document_id = $1 AND seq BETWEEN $2 AND $3',
    [documentId, String(from), last.seq],
  )
}

/** Nothing to cover it: 0. */
const FIND_BOUNDS = `
  SELECT
    COALESCE((SELECT max(to_seq) FROM document_update_trimmed WHERE document_id = $1), 0) AS trimmed,
    LEAST(
      COALESCE((SELECT max(document_seq) FROM edition WHERE document_id = $1), 0),
      COALESCE((SELECT seq FROM document_snapshot WHERE document_id = $1 ORDER BY seq DESC OFFSET 1 LIMIT 1), 0)
    ) AS covered`

const SELECT_COVERED = `
  SELECT seq, bytes, person_id, crc FROM document_update
  WHERE document_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`

/** A damaged or missing row stays where it is, and everything behind it: the operator decides. */
function takeWhole(rows: readonly UpdateRow[], from: bigint): readonly UpdateRow[] {
  const end = rows.findIndex(
    ({ seq, bytes, crc }, index) => BigInt(seq) !== from + BigInt(index) || !isWhole(crc, bytes),
  )
  return end < 0 ? rows : rows.slice(0, end)
}

function hash(rows: readonly UpdateRow[]): string {
  const sha256 = createHash('sha256')
  for (const { bytes } of rows) sha256.update(bytes)
  return sha256.digest('hex')
}

/** How many updates each person wrote; those by the program itself count under the empty name. */
function countPersons(rows: readonly UpdateRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { person_id: id } of rows) counts[id ?? ''] = (counts[id ?? ''] ?? 0) + 1
  return counts
}
