import type { Metric } from '../../app/domain/metrics/metric'
import type { Observation } from '../../app/domain/metrics/observation'
import type { Ask } from './ask'

interface Row extends Omit<Observation, 'period' | 'recordedBy' | 'recordedAt' | 'imported'> {
  readonly start: string
  readonly end: string
  readonly label: string
  readonly recordedAt: Date
  readonly importId: string | null
  readonly importLine: number | null
  readonly personId: string | null
  readonly personName: string | null
}

/** Of whole populations: a metric may have values of other areas and of groups too; its own chart has its own area's. */
export async function readOwnRows(
  ask: Ask,
  metrics: readonly Pick<Metric, 'id' | 'area'>[],
): Promise<Observation[]> {
  if (metrics.length === 0) return []
  const rows = await ask<Row>(
    `SELECT o.id, o.metric_id AS "metricId", o.area_id AS "areaId", to_char(o.period_start, 'YYYY-MM-DD') AS start,
            to_char(o.period_end, 'YYYY-MM-DD') AS "end", o.period_label AS label, o.value, o.suppressed, o.lower95, o.upper95,
            o.numerator, o.denominator, o.note, o.origin, o.recorded_at AS "recordedAt", o.supersedes_id AS "supersedesId",
            o.reason, o.withdrawn, o.import_id AS "importId", o.import_line AS "importLine", p.id AS "personId",
            p.name AS "personName"
       FROM unnest($1::text[], $2::text[]) AS asked (metric_id, area_id)
       JOIN observation o ON o.metric_id = asked.metric_id AND o.area_id = asked.area_id AND o.breakdown_key = ''
       LEFT JOIN person p ON p.id = o.recorded_by_id
      ORDER BY o.period_start, o.recorded_at`,
    [metrics.map(({ id }) => id), metrics.map(({ area }) => area.id)],
  )
  return rows.map(toObservation)
}

function toObservation(row: Row): Observation {
  const { start, end, label, personId, personName, importId, importLine, ...columns } = row
  return {
    ...columns,
    period: { start, end, label },
    recordedBy: personId === null ? null : { id: personId, name: personName ?? '' },
    recordedAt: row.recordedAt.toISOString(),
    imported: importId === null ? null : { importId, line: importLine ?? 0 },
  }
}
