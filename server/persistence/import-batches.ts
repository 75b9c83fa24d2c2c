import type { PoolClient } from 'pg'
import type { Observation } from '../../app/domain/metrics/observation'
import { nameBreakdown } from '../../app/domain/imports/name-breakdown'
import { type KnownObservation, planImport } from '../../app/domain/imports/plan-import'
import { type Breakdown, keyOfBreakdown } from '../../app/domain/imports/read-breakdown'
import type {
  BatchInput,
  BatchOutcome,
  ChangedValue,
  LinedDraft,
  RecordedCounts,
} from '../services/imports/import-store'
import type { Database } from './database'

const MOST_SHOWN = 20

/** What a batch would do to what is known now. */
export async function compareBatch(
  { pool }: Database,
  drafts: readonly LinedDraft[],
): Promise<BatchOutcome> {
  return summarise(await plan(pool, drafts))
}

/** The metrics' rows are held, so that what is compared with is what is written to. */
export async function writeBatch({ pool }: Database, input: BatchInput): Promise<BatchOutcome> {
  return inTransaction(pool, async (client) => {
    const metricIds = [...new Set(input.drafts.map(({ draft }) => draft.metricId))]
    await holdMetrics(client, metricIds)
    const before = await readRecordedLines(client, input)
    const planned = await plan(
      client,
      input.drafts.filter(({ line }) => !before.has(line)),
    )
    const written = planned.filter(({ kind }) => kind === 'new' || kind === 'supersedes')
    if (written.length > 0) await insertRows(client, written, input)
    const changed = [...new Set(written.map(({ draft }) => draft.metricId))]
    await client.query('UPDATE metric SET version = version + 1 WHERE id = ANY($1)', [changed])
    await client.query('UPDATE observation_import SET done = done + $2 WHERE id = $1', [
      input.importId,
      input.drafts.length,
    ])
    return summarise(planned)
  })
}

async function readRecordedLines(
  client: Pick<PoolClient, 'query'>,
  { importId, drafts }: BatchInput,
): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ line: number }>(
    'SELECT import_line AS line FROM observation WHERE id = ANY($1)',
    [drafts.map(({ line }) => nameRow(importId, line))],
  )
  return new Set(rows.map(({ line }) => line))
}

/** One row for a line, whoever runs the import how often. */
function nameRow(importId: string, line: number): string {
  return `${importId}-${line}`
}

export async function countRecorded({ pool }: Database, importId: string): Promise<RecordedCounts> {
  const { rows } = await pool.query<RecordedCounts>(
    `SELECT count(*) FILTER (WHERE supersedes_id IS NULL)::int AS "new",
            count(*) FILTER (WHERE supersedes_id IS NOT NULL)::int AS supersedes,
            count(*) FILTER (WHERE suppressed)::int AS suppressed
       FROM observation WHERE import_id = $1`,
    [importId],
  )
  return rows[0] ?? { new: 0, supersedes: 0, suppressed: 0 }
}

/** Corrected by others before the import was undone. */
export async function countCorrected({ pool }: Database, importId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM observation o JOIN observation c ON c.supersedes_id = o.id
      WHERE o.import_id = $1 AND c.id <> o.id || '-undone'`,
    [importId],
  )
  return rows[0]?.count ?? 0
}

const UNDO_AT_ONCE = 2_000

/** A value that replaced another gives it back; one that did not is withdrawn. What was corrected since stays. */
export async function undoBatch(
  { pool }: Database,
  { importId, personId, at, reason }: Omit<BatchInput, 'drafts'>,
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows: held } = await client.query<{ id: string }>(
      'SELECT DISTINCT metric_id AS id FROM observation WHERE import_id = $1',
      [importId],
    )
    await holdMetrics(
      client,
      held.map(({ id }) => id),
    )
    const { rows } = await client.query<{ metricId: string }>(
      `INSERT INTO observation (id, metric_id, area_id, period_start, period_end, period_label, value, suppressed,
                                lower95, upper95, numerator, denominator, note, origin, recorded_by_id, recorded_at,
                                supersedes_id, reason, breakdown, breakdown_key, withdrawn)
       SELECT o.id || '-undone', o.metric_id, o.area_id, o.period_start, o.period_end, o.period_label, p.value,
              coalesce(p.suppressed, false), p.lower95, p.upper95, p.numerator, p.denominator, coalesce(p.note, ''),
              'undone', $2, $3, o.id, $4, o.breakdown, o.breakdown_key, p.id IS NULL
         FROM observation o LEFT JOIN observation p ON p.id = o.supersedes_id
        WHERE o.import_id = $1 AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = o.id)
        LIMIT $5
       RETURNING metric_id AS "metricId"`,
      [importId, personId, at, reason, UNDO_AT_ONCE],
    )
    const changed = [...new Set(rows.map(({ metricId }) => metricId))]
    await client.query('UPDATE metric SET version = version + 1 WHERE id = ANY($1)', [changed])
    await client.query('UPDATE observation_import SET done = done + $2 WHERE id = $1', [
      importId,
      rows.length,
    ])
    return rows.length
  })
}

async function inTransaction<T>(
  pool: Database['pool'],
  act: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await act(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** In one order, so that two who write to the same metrics wait for each other and not in a ring. */
async function holdMetrics(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query('SELECT id FROM metric WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids])
}

interface PlannedDraft extends LinedDraft {
  readonly kind: 'new' | 'supersedes' | 'same'
  readonly known: Observation | null
}

async function plan(
  client: Pick<PoolClient, 'query'>,
  drafts: readonly LinedDraft[],
): Promise<PlannedDraft[]> {
  const observations = await readKnown(client, drafts)
  const parsed = drafts.map(({ line, draft }) => ({
    line,
    kind: 'draft' as const,
    draft: { ...draft, raw: [] },
  }))
  const { rows } = planImport(parsed, { observations, metrics: [] })
  return rows.flatMap((row, at): PlannedDraft[] => {
    const lined = drafts[at]
    if (!lined || (row.kind !== 'new' && row.kind !== 'supersedes' && row.kind !== 'same'))
      return []
    return [{ ...lined, kind: row.kind, known: row.kind === 'supersedes' ? row.known : null }]
  })
}

interface KnownRow {
  readonly id: string
  readonly metricId: string
  readonly areaId: string
  readonly start: string
  readonly value: number | null
  readonly suppressed: boolean
  readonly lower95: number | null
  readonly upper95: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly breakdown: Breakdown | null
}

/** The current observations of exactly these metrics, areas, groups and periods. */
async function readKnown(
  client: Pick<PoolClient, 'query'>,
  drafts: readonly LinedDraft[],
): Promise<KnownObservation[]> {
  const keys = drafts.map(({ draft }) => ({
    m: draft.metricId,
    a: draft.area.id,
    b: keyOfBreakdown(draft.breakdown),
    p: draft.period.start,
  }))
  const { rows } = await client.query<KnownRow>(
    `SELECT o.id, o.metric_id AS "metricId", o.area_id AS "areaId", to_char(o.period_start, 'YYYY-MM-DD') AS start,
            o.value, o.suppressed, o.lower95, o.upper95, o.numerator, o.denominator, o.breakdown
       FROM json_to_recordset($1) AS k(m text, a text, b text, p date)
       JOIN observation o ON o.metric_id = k.m AND o.area_id = k.a AND o.breakdown_key = k.b AND o.period_start = k.p
      WHERE NOT o.withdrawn AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = o.id)`,
    [JSON.stringify(keys)],
  )
  return rows.map(({ breakdown, start, ...row }) => ({
    breakdown: breakdown ?? { by: 'none' },
    observation: {
      ...row,
      period: { start, end: start, label: '' },
      note: '',
      origin: '',
      recordedBy: null,
      recordedAt: '',
      supersedesId: null,
      reason: '',
      withdrawn: false,
      imported: null,
    },
  }))
}

async function insertRows(
  client: PoolClient,
  rows: readonly PlannedDraft[],
  { importId, personId, at, reason }: BatchInput,
): Promise<void> {
  const records = rows.map(({ line, draft, known }) => ({
    ...draft,
    id: nameRow(importId, line),
    line,
    metric_id: draft.metricId,
    area_id: draft.area.id,
    period_start: draft.period.start,
    period_end: draft.period.end,
    period_label: draft.period.label,
    breakdown: draft.breakdown.by === 'none' ? null : draft.breakdown,
    breakdown_key: keyOfBreakdown(draft.breakdown),
    supersedes_id: known?.id ?? null,
    reason: known ? reason : '',
  }))
  await client.query(
    `INSERT INTO observation (id, metric_id, area_id, period_start, period_end, period_label, value, suppressed, lower95,
                              upper95, numerator, denominator, note, origin, recorded_by_id, recorded_at, supersedes_id,
                              reason, breakdown, breakdown_key, import_id, import_line)
     SELECT r.id, r.metric_id, r.area_id, r.period_start, r.period_end, r.period_label, r.value, r.suppressed, r.lower95,
            r.upper95, r.numerator, r.denominator, r.note, 'imported', $2, $3, r.supersedes_id, r.reason, r.breakdown,
            r.breakdown_key, $4, r.line
       FROM json_to_recordset($1) AS r(id text, metric_id text, area_id text, period_start date, period_end date,
            period_label text, value float8, suppressed bool, lower95 float8, upper95 float8, numerator float8,
            denominator float8, note text, supersedes_id text, reason text, breakdown jsonb, breakdown_key text, line int)`,
    [JSON.stringify(records), personId, at, importId],
  )
}

function summarise(rows: readonly PlannedDraft[]): BatchOutcome {
  const counts = { new: 0, supersedes: 0, same: 0 }
  for (const { kind } of rows) counts[kind] += 1
  return {
    counts,
    suppressed: rows.filter(({ kind, draft }) => kind !== 'same' && draft.suppressed).length,
    added: showSome(rows, 'new'),
    replaced: showSome(rows, 'supersedes'),
  }
}

function showSome(rows: readonly PlannedDraft[], kind: PlannedDraft['kind']): ChangedValue[] {
  return rows
    .filter((row) => row.kind === kind)
    .slice(0, MOST_SHOWN)
    .map(({ line, draft, known }) => ({
      line,
      metricId: draft.metricId,
      area: draft.area.name,
      group: nameBreakdown(draft.breakdown),
      period: draft.period.label,
      from: known?.value ?? null,
      to: draft.value,
    }))
}
