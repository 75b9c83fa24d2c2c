import type { Database } from './database'
import { query } from './log-query'

/** How far the logs of these documents go, in one query. */
export async function readHeads(
  { pool }: Pick<Database, 'pool'>,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await query<{ id: string; head: string }>(
    pool,
    'SELECT id, head FROM live_document WHERE id = ANY($1::text[])',
    [documentIds],
  )
  return new Map(rows.map(({ id, head }) => [id, BigInt(head)]))
}
