import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Spark } from '../../../app/domain/metrics/draw-spark'
import { listMetricWork } from '../../../app/domain/metrics/describe-work'
import {
  type MetricFilter,
  fitsQuickly,
  fitsStanding,
  fitsWords,
  needsStanding,
} from '../../../app/domain/metrics/filter-metrics'
import type { Metric } from '../../../app/domain/metrics/metric'
import { chooseTarget } from '../../../app/domain/metrics/target'
import { formatValue } from '../../../app/domain/numbers/format-number'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import type { AssuranceIcon, VariationIcon } from '../../../app/domain/spc/icons'
import type { MetricLink } from '../../../app/domain/strategy/strategy'
import type { Member, MetricsAdapters } from './metric-store'
import type { AssessMetrics, Assessed, ToAssess } from './remember-assessments'

/** A metric as a row of the list. */
export interface MetricSummary {
  readonly metric: Pick<Metric, 'id' | 'code' | 'title' | 'plainTitle' | 'area' | 'lead'>
  /** `10.2%`, `c`, or empty without an observation. */
  readonly latest: string
  readonly period: string
  readonly sentence: string
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
  /** Why there are no icons; empty when there are. */
  readonly notice: string
  readonly spark: Spark | null
  /** Objectives of this strategy that are measured by it. */
  readonly objectives: number
  readonly work: readonly string[]
}

export interface MetricList {
  /** Of this page. */
  readonly metrics: readonly MetricSummary[]
  /** That fit the filter, on all pages. */
  readonly found: number
  /** That are followed, whatever the filter. */
  readonly total: number
  readonly unowned: number
  readonly page: number
  readonly pages: number
  /** That any metric has, in order. */
  readonly tags: readonly string[]
  readonly mayAssign: boolean
  readonly mayManage: boolean
}

export interface ListInput {
  readonly strategyId: string
  readonly filter: MetricFilter
}

const PER_PAGE = 50

/** The metrics of the strategy's partnership that fit, fifty at a time, for anyone who may read it. */
export async function listMetrics(
  adapters: MetricsAdapters & { readonly assess: AssessMetrics },
  actor: Actor | null,
  { strategyId, filter }: ListInput,
): Promise<Outcome<MetricList>> {
  const { metrics, blocks, now, assess } = adapters
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const today = dayOfInstant(now())
  const [stored, read, members] = await Promise.all([
    metrics.listMetrics(partnershipId),
    blocks.readBlocks(strategyId),
    metrics.listMembers(partnershipId, today),
  ])
  const all = stored.map((metric) =>
    hasLeft(metric.lead, members) ? { ...metric, lead: null } : metric,
  )
  const links = indexLinks(read)
  const candidates = all
    .filter((metric) => fitsWords(metric, filter))
    .map((metric) => toCandidate(metric, links.get(metric.id) ?? [], today))
    .filter(({ metric, objectives }) => fitsQuickly(metric, objectives, filter.view))
  const found = await narrow(candidates, filter, assess)
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const page = Math.min(filter.page, pages)
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const assessed = await assess(shown)
  const followed = all.filter(({ retiredOn }) => retiredOn === null)
  return done({
    metrics: shown.map((candidate, at) => summarise(candidate, assessed[at])),
    found: found.length,
    total: followed.length,
    unowned: followed.filter(({ lead }) => lead === null).length,
    page,
    pages,
    tags: [...new Set(all.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b, 'en-GB')),
    mayAssign: has(actor, 'assign_metric_lead', { partnershipId }),
    mayManage: has(actor, 'manage_metrics', { partnershipId }),
  })
}

/** A lead who is no longer a member answers for nothing (rule AN7). */
export function hasLeft(lead: Metric['lead'], members: readonly Member[]): boolean {
  return lead !== null && !members.some(({ id }) => id === lead.id)
}

interface Candidate extends ToAssess {
  readonly objectives: number
}

function toCandidate(metric: Metric, links: readonly MetricLink[], today: string): Candidate {
  return {
    metric,
    target: chooseTarget({ links, own: metric.target }, today),
    objectives: links.length,
  }
}

/** Only these two views need what is worked out from values of more than the page. */
async function narrow(
  candidates: readonly Candidate[],
  { view }: MetricFilter,
  assess: AssessMetrics,
): Promise<readonly Candidate[]> {
  if (!needsStanding(view)) return candidates
  const assessed = await assess(candidates)
  return candidates.filter((candidate, at) => {
    const one = assessed[at]
    if (!one) return false
    const { variation } = one.assessment
    return fitsStanding({ work: listWork(candidate, one), variation }, view)
  })
}

/** The links of objectives in the text, by the metric they measure by. */
function indexLinks(blocks: readonly DashboardBlock[]): ReadonlyMap<string, MetricLink[]> {
  const links = new Map<string, MetricLink[]>()
  for (const block of blocks) {
    if (block.orphaned || block.chapterId === null) continue
    for (const link of block.metricLinks) {
      const group = links.get(link.metricId)
      if (group) group.push(link)
      else links.set(link.metricId, [link])
    }
  }
  return links
}

/** The links of objectives in the text that measure by this metric. */
export function linksTo(metricId: string, blocks: readonly DashboardBlock[]): MetricLink[] {
  return indexLinks(blocks).get(metricId) ?? []
}

function listWork({ metric, target }: Candidate, { assessment }: Assessed): readonly string[] {
  return listMetricWork({
    lead: metric.lead,
    hasObservations: assessment.latest !== null,
    hasTarget: target !== null,
  })
}

function summarise(candidate: Candidate, assessed: Assessed | undefined): MetricSummary {
  if (!assessed) throw new Error(`${candidate.metric.id} was not assessed.`)
  const { metric, objectives } = candidate
  const { id, code, title, plainTitle, area, lead } = metric
  const { latest, variation, assurance, sentence, applicability } = assessed.assessment
  return {
    metric: { id, code, title, plainTitle, area, lead },
    latest: latest ? formatValue(latest, metric) : '',
    period: latest?.period.label ?? '',
    sentence,
    variation,
    assurance,
    notice: applicability.sentence,
    spark: assessed.spark,
    objectives,
    work: listWork(candidate, assessed),
  }
}
