import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'

/** A connection that stays silent longer than this is given up; the writer then tries again. */
export const PATIENCE_MS = 15_000

export const SELECT_AFTER =
  'SELECT seq, bytes, person_id, crc FROM document_update WHERE document_id = $1 AND seq > $2 ORDER BY seq'

export interface UpdateRow {
  readonly seq: string
  readonly bytes: Buffer
  readonly person_id: string | null
  readonly crc: number | null
}

export type Queryable = Pick<Pool, 'query'> | PoolClient

export function query<Row extends QueryResultRow>(
  client: Queryable,
  statement: string | { name: string; text: string },
  values: unknown[],
): Promise<QueryResult<Row>> {
  const named = typeof statement === 'string' ? { text: statement } : statement
  // pg knows a time limit for one query; its types know it only for a connection.
  const config: QueryConfig & { query_timeout: number } = {
    ...named,
    values,
    query_timeout: PATIENCE_MS,
  }
  return client.query<Row>(config)
}
