import type { Actor } from '../../../app/domain/access/actor'
import { WORKED_OUT } from '../../../app/domain/areas/join-series'
import {
  type DefaultLead,
  chooseDefaultLead,
  listUnowned,
} from '../../../app/domain/answering/answer-for'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type MetricAssessment, assessMetric } from '../../../app/domain/metrics/assess-metric'
import { type ChartSeries, buildChartSeries } from '../../../app/domain/metrics/chart-series'
import { mayRecord } from '../../../app/domain/metrics/may-record'
import type { Metric } from '../../../app/domain/metrics/metric'
import {
  type Observation,
  keepCurrent,
  listCorrections,
} from '../../../app/domain/metrics/observation'
import { type Period, listPeriods } from '../../../app/domain/metrics/period'
import { chooseTarget } from '../../../app/domain/metrics/target'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import type { MetricLink } from '../../../app/domain/strategy/strategy'
import { linksTo } from './list-metrics'
import type { Member, MetricsAdapters } from './metric-store'

/** A current observation with the ones it replaced, newest first. */
export interface ObservationHistory {
  readonly current: Observation
  readonly replaced: readonly Observation[]
}

/** An objective measured by the metric. */
export interface MetricUse {
  readonly blockId: string
  readonly chapterId: string | null
  readonly label: string
  readonly title: string
  readonly link: MetricLink
}

export interface MetricDetail {
  readonly metric: Metric
  readonly assessment: Omit<MetricAssessment, 'points'>
  readonly chart: ChartSeries
  /** Newest period first. */
  readonly history: readonly ObservationHistory[]
  readonly uses: readonly MetricUse[]
  /** Periods that are over, newest first; a few years back. */
  readonly periods: readonly Period[]
  readonly mayRecord: boolean
  readonly mayAssign: boolean
  /** Its targets and charts. */
  readonly mayManage: boolean
  /** Who could be its lead; empty for those who may not choose. */
  readonly members: readonly Member[]
  /** What is said of values from before its area was; empty without any. */
  readonly before: string
  /** Said to those who may choose when nobody answers for it today; null when somebody does. */
  readonly unowned: { readonly sentence: string; readonly byRule: DefaultLead } | null
}

export interface MetricInput {
  readonly strategyId: string
  readonly metricId: string
}

const YEARS_OFFERED = 5

/** One metric of the strategy's partnership with all that is known of it. */
export async function readMetric(
  adapters: MetricsAdapters,
  actor: Actor | null,
  { strategyId, metricId }: MetricInput,
): Promise<Outcome<MetricDetail>> {
  const { metrics, blocks, now } = adapters
  const found = await findMetricOf(adapters, actor, { strategyId, metricId })
  if (!found.ok) return found
  const metric = found.value
  const today = dayOfInstant(now())
  const mayAssign = has(actor, 'assign_metric_lead', metric)
  const [observations, joined, read, members] = await Promise.all([
    metrics.readObservations([metric]),
    metrics.readJoined(metric),
    blocks.readBlocks(strategyId),
    mayAssign ? metrics.listMembers(metric.partnershipId, today) : [],
  ])
  const rows = observations.get(metricId) ?? []
  const links = linksTo(metricId, read)
  const assessment = assessMetric(metric, rows, chooseTarget({ links, own: metric.target }, today))
  const { points: _points, ...shown } = assessment
  return done({
    metric,
    assessment: shown,
    chart: buildChartSeries(metric, rows, assessment),
    history: listHistory(rows.filter(({ origin }) => origin !== WORKED_OUT)),
    before: joined?.sentence ?? '',
    uses: listUses(metricId, read),
    periods: listPeriods(metric, { from: yearsBefore(today, YEARS_OFFERED), today }),
    mayRecord: mayRecord(actor, metric).ok,
    mayAssign,
    mayManage: has(actor, 'manage_metrics', metric),
    members,
    unowned: mayAssign ? await suggestLead(adapters, metric, { members, today }) : null,
  })
}

/** Nothing is chosen by itself: the rule only says who would lead (rules AN4–AN8). */
async function suggestLead(
  { metrics }: MetricsAdapters,
  metric: Metric,
  { members, today }: { readonly members: readonly Member[]; readonly today: string },
): Promise<MetricDetail['unowned']> {
  const terms = members.map((person) => ({ person, from: today, to: null }))
  const { id, plainTitle: title, lead, deputy, area, partnershipId } = metric
  const owned = { id, title, leadId: lead?.id ?? null, deputyId: deputy?.id ?? null }
  const [found] = listUnowned([owned], terms, today)
  if (!found) return null
  const [chairs, parentId] = await Promise.all([
    metrics.readChairs(partnershipId, today),
    area.level === 'neighbourhood' ? metrics.findParentArea(area.id) : null,
  ])
  const byRule = chooseDefaultLead({ ...area, placeId: parentId }, chairs)
  return { sentence: found.sentence, byRule }
}

/** The metric, when the actor may read it and it belongs to the strategy's partnership. */
export async function findMetricOf(
  { metrics }: Pick<MetricsAdapters, 'metrics'>,
  actor: Actor | null,
  { strategyId, metricId }: MetricInput,
): Promise<Outcome<Metric>> {
  const [partnershipId, metric] = await Promise.all([
    metrics.findPartnershipOf(strategyId),
    metrics.findMetric(metricId),
  ])
  const isOurs = metric !== null && metric.partnershipId === partnershipId
  if (!isOurs) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', metric)
  return allowed.ok ? done(metric) : allowed
}

function listHistory(rows: readonly Observation[]): ObservationHistory[] {
  return keepCurrent(rows)
    .reverse()
    .map((current) => ({ current, replaced: listCorrections(current, rows) }))
}

function listUses(metricId: string, blocks: readonly DashboardBlock[]): MetricUse[] {
  const numbers = numberBlocks(blocks)
  return blocks
    .filter((block) => !block.orphaned)
    .flatMap((block) =>
      linksTo(metricId, [block]).map((link) => ({
        blockId: block.id,
        chapterId: block.chapterId,
        label: numbers.get(block.id)?.label ?? '',
        title: block.title,
        link,
      })),
    )
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}
