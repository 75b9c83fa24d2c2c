import type { Metric } from '../../app/domain/metrics/metric'
import type { Ask } from './ask'
import { readChartChoice } from './chart-choice'
import { metricKinds } from './metric-kinds'
import { readOwnTarget } from './stored-target'

interface MetricRow extends Omit<Metric, 'area' | 'lead' | 'deputy' | 'chart' | 'target'> {
  readonly areaId: string
  readonly areaName: string
  readonly areaLevel: string
  readonly leadId: string | null
  readonly leadName: string | null
  readonly deputyId: string | null
  readonly deputyName: string | null
  readonly choice: unknown
  readonly aim: unknown
}

interface Wanted {
  readonly partnershipId?: string
  readonly ids?: readonly string[]
}

/**
 * All metrics of a partnership, or those named, by code. One question for all of it: a partnership has hundreds, and they are
 * asked for again and again.
 */
export async function listMetricRows(ask: Ask, { partnershipId, ids }: Wanted): Promise<Metric[]> {
  const rows = await ask<MetricRow>(
    `SELECT m.id, m.partnership_id AS "partnershipId", m.code, m.title, m.plain_title AS "plainTitle", m.definition,
            m.numerator, m.denominator, m.unit, m.value_type AS "valueType", m.decimals, m.polarity, m.frequency,
            m.year_type AS "yearType", m.source, m.caveats, m.scope, m.role, m.lag_days AS "lagDays",
            to_char(m.wanted_since, 'YYYY-MM-DD') AS "wantedSince", m.sex, m.age, m.source_id AS "sourceId", m.licence,
            m.rationale, m.methodology, m.disclosure, m.chasm, m.tags, to_char(m.retired_on, 'YYYY-MM-DD') AS "retiredOn",
            m.version, a.id AS "areaId", a.name AS "areaName", a.level AS "areaLevel",
            l.id AS "leadId", l.name AS "leadName", d.id AS "deputyId", d.name AS "deputyName", c.content AS choice, t.content AS aim
       FROM metric m
       JOIN area a ON a.id = m.area_id
       LEFT JOIN person l ON l.id = m.lead_id
       LEFT JOIN person d ON d.id = m.deputy_id
       LEFT JOIN LATERAL (
         SELECT content FROM chart_choice WHERE metric_id = m.id ORDER BY added DESC LIMIT 1
       ) c ON true
       LEFT JOIN LATERAL (
         SELECT content FROM metric_target WHERE metric_id = m.id ORDER BY added DESC LIMIT 1
       ) t ON true
      WHERE ($1::text IS NULL OR m.partnership_id = $1) AND ($2::text[] IS NULL OR m.id = ANY($2))
      ORDER BY m.code, m.id`,
    [partnershipId ?? null, ids ?? null],
  )
  return rows.map(toMetric)
}

function toMetric(row: MetricRow): Metric {
  const {
    areaId,
    areaName,
    areaLevel,
    leadId,
    leadName,
    deputyId,
    deputyName,
    choice,
    aim,
    ...columns
  } = row
  return {
    ...columns,
    ...metricKinds.parse(row),
    area: { id: areaId, name: areaName, level: areaLevel },
    lead: toPerson(leadId, leadName),
    deputy: toPerson(deputyId, deputyName),
    chart: readChartChoice(choice ?? undefined),
    target: readOwnTarget(aim),
  }
}

function toPerson(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}
