import type { RegisterMetric } from '../../app/domain/links/registers'
import type { Database } from './database'

type Latest = RegisterMetric['latest']

interface MetricRow extends Omit<RegisterMetric, 'latest'> {
  readonly version: number
  readonly areaId: string
}

interface LatestRow {
  readonly id: string
  readonly periodLabel: string
  readonly value: number | null
  readonly suppressed: boolean
}

/**
 * A partnership's metrics for pickers, chips and names. Their latest values are kept while a metric's version, which counts up with
 * each change of its values, and its area stay: asking for hundreds on each opening of a page was most of its database time.
 */
export function rememberRegisterMetrics(db: Database) {
  const known = new Map<string, { readonly key: string; readonly latest: Latest }>()
  return async (partnershipId: string): Promise<RegisterMetric[]> => {
    const { rows } = await db.pool.query<MetricRow>(
      `SELECT m.id, m.code, m.title, m.plain_title AS "plainTitle", m.unit, m.decimals, m.version, a.id AS "areaId",
              a.name AS "areaName"
         FROM metric m JOIN area a ON a.id = m.area_id WHERE m.partnership_id = $1 ORDER BY m.code`,
      [partnershipId],
    )
    const missing = rows.filter((row) => known.get(row.id)?.key !== keyOf(row))
    const latest = await readLatest(
      db,
      missing.map(({ id }) => id),
    )
    for (const row of missing)
      known.set(row.id, { key: keyOf(row), latest: latest.get(row.id) ?? null })
    return rows.map(({ version: _version, areaId: _area, ...metric }) => ({
      ...metric,
      latest: known.get(metric.id)?.latest ?? null,
    }))
  }
}

function keyOf({ version, areaId }: MetricRow): string {
  return `${version} ${areaId}`
}

/** The latest value is the last period of the metric's own area that no correction supersedes. */
async function readLatest(
  { pool }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Latest>> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<LatestRow>(
    `SELECT m.id, o.period_label AS "periodLabel", o.value, o.suppressed
       FROM metric m
       CROSS JOIN LATERAL (
         SELECT period_label, value, suppressed
           FROM observation
          WHERE metric_id = m.id AND area_id = m.area_id AND breakdown_key = '' AND NOT withdrawn
            AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = observation.id)
          -- Periods of one metric start in the order they end, and the index has their starts.
          ORDER BY period_start DESC, recorded_at DESC
          LIMIT 1
       ) o
      WHERE m.id = ANY($1)`,
    [ids],
  )
  return new Map(
    rows.map(({ id, value, suppressed, periodLabel }) => [id, { value, suppressed, periodLabel }]),
  )
}
