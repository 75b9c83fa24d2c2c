import type { Client } from 'pg'

export const METRICS = 500
export const AREAS = 36
export const PERIODS = 60

export const nameMetric = (at: number) => `bench-metric-${at}`

/** Metrics of the partnership's own area, and areas to compare it with. */
export async function addMetrics(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO area (id, partnership_id, level, name, valid_from)
     SELECT 'bench-area-' || n, NULL, 'icb', 'Board ' || n, DATE '2022-07-01'
       FROM generate_series(1, $1::int) n`,
    [AREAS - 1],
  )
  await client.query(
    `INSERT INTO metric (id, partnership_id, code, title, plain_title, definition, unit, value_type,
                         decimals, polarity, frequency, year_type, source, area_id, lead_id)
     SELECT 'bench-metric-' || n, 'wessex-vale', 'B' || lpad(n::text, 4, '0'), 'Measured thing number ' || n,
            'Thing ' || n, 'What is counted, of whom, and when.', '%', 'proportion', 1,
            CASE WHEN n % 2 = 0 THEN 'low_good' ELSE 'high_good' END, 'monthly', 'financial',
            'Bench', 'area-system', CASE WHEN n % 5 = 0 THEN NULL ELSE 'person-lead' END
       FROM generate_series(1, $1::int) n`,
    [METRICS],
  )
}

/**
 * A value for each metric, area and month up to September 2026, of everybody; or of one group each, for more of what no page shows.
 * Noise is a hash of the row, so that every run has the same values.
 */
export async function addObservations(client: Client, group: number): Promise<void> {
  const key = group === 0 ? '' : `other bench ${group}`
  const breakdown = group === 0 ? null : { by: 'other', type: 'Bench', group: String(group) }
  await client.query(
    `INSERT INTO observation (id, metric_id, area_id, period_start, period_end, period_label, value,
                              numerator, denominator, origin, breakdown, breakdown_key)
     SELECT m || ' ' || a || ' ' || p || ' ' || $1::text, 'bench-metric-' || m,
            CASE WHEN a = 0 THEN 'area-system' ELSE 'bench-area-' || a END,
            start, (start + INTERVAL '1 month' - INTERVAL '1 day')::date, to_char(start, 'FMMonth YYYY'),
            -- Whole people of 1,000, so that counts make the value.
            (300 + noise) / 10.0, 300 + noise, 1000, 'bench', $2::jsonb, $1::text
       FROM generate_series(1, $3::int) m, generate_series(0, $4::int - 1) a, generate_series(0, $5::int - 1) p,
            LATERAL (SELECT (DATE '2026-09-01' - make_interval(months => p))::date AS start,
                            abs(hashint4(m * 7919 + a * 104729 + p * 1299709)) % 60 AS noise) x`,
    [key, breakdown === null ? null : JSON.stringify(breakdown), METRICS, AREAS, PERIODS],
  )
}

export async function countObservations(client: Client): Promise<number> {
  await client.query('ANALYZE observation')
  const { rows } = await client.query<{ count: string }>(
    'SELECT count(*) AS count FROM observation',
  )
  return Number(rows[0]?.count ?? 0)
}
