import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { formatValue } from '../../../app/domain/numbers/format-number'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { assessMetric } from '../../../app/domain/metrics/assess-metric'
import { type ChartSeries, buildChartSeries } from '../../../app/domain/metrics/chart-series'
import { listMetricWork } from '../../../app/domain/metrics/describe-work'
import type { Metric } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'
import { type MetricTarget, chooseTarget } from '../../../app/domain/metrics/target'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import type { AssuranceIcon, VariationIcon } from '../../../app/domain/spc/icons'
import type { MetricsAdapters } from './metric-store'

/** A metric as a row of the list. */
export interface MetricSummary {
  readonly metric: Metric
  /** `10.2%`, `c`, or empty without an observation. */
  readonly latest: string
  readonly period: string
  readonly sentence: string
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
  /** Why there are no icons; empty when there are. */
  readonly notice: string
  readonly chart: ChartSeries
  /** Objectives of this strategy that are measured by it. */
  readonly objectives: number
  readonly work: readonly string[]
}

export interface MetricList {
  readonly metrics: readonly MetricSummary[]
  readonly mayAssign: boolean
}

/** Every metric of the strategy's partnership, for anyone who may read it. */
export async function listMetrics(
  { metrics, blocks, now }: MetricsAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<MetricList>> {
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const [list, read] = await Promise.all([
    metrics.listMetrics(partnershipId),
    blocks.readBlocks(strategyId),
  ])
  const rows = await metrics.readObservations(list)
  const today = dayOfInstant(now())
  return done({
    mayAssign: has(actor, 'assign_metric_lead', { partnershipId }),
    metrics: list.map((metric) => {
      const links = linksTo(metric.id, read)
      const target = chooseTarget(links, today)
      return summarise({
        metric,
        rows: rows.get(metric.id) ?? [],
        target,
        objectives: links.length,
      })
    }),
  })
}

/** The links of objectives in the text that measure by this metric. */
export function linksTo(metricId: string, blocks: readonly DashboardBlock[]) {
  return blocks
    .filter((block) => !block.orphaned && block.chapterId !== null)
    .flatMap((block) => block.metricLinks.filter((link) => link.metricId === metricId))
}

function summarise(read: {
  metric: Metric
  rows: readonly Observation[]
  target: MetricTarget | null
  objectives: number
}): MetricSummary {
  const { metric, rows, target, objectives } = read
  const assessment = assessMetric(metric, rows, target)
  const { latest, variation, assurance, sentence, applicability } = assessment
  return {
    metric,
    latest: latest ? formatValue(latest, metric) : '',
    period: latest?.period.label ?? '',
    sentence,
    variation,
    assurance,
    notice: applicability.sentence,
    chart: buildChartSeries(metric, rows, assessment),
    objectives,
    work: listMetricWork({
      lead: metric.lead,
      hasObservations: latest !== null,
      hasTarget: target !== null,
    }),
  }
}
