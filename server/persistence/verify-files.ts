import type { Database } from './database'

/** Every stored picture still has its hash. */
export async function verifyFiles({
  pool,
}: Pick<Database, 'pool'>): Promise<{ checked: number; problems: string[] }> {
  const { rows } = await pool.query<{ id: string; holds: boolean }>(
    `SELECT id, encode(sha256(bytes), 'hex') = sha256 AND length(bytes) = size AS holds
       FROM stored_file ORDER BY id`,
  )
  const damaged = rows.filter((row) => !row.holds)
  return {
    checked: rows.length,
    problems: damaged.map(({ id }) => `file ${id}: it is not what was stored`),
  }
}
