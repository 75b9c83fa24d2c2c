import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { mayRecord } from '../../../app/domain/metrics/may-record'
import type { Metric } from '../../../app/domain/metrics/metric'
import { type Period, listPeriods } from '../../../app/domain/metrics/period'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import { linksTo } from '../metrics/list-metrics'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import type { AnsweringAdapters } from './answering-store'
import { type Answered, gatherAnswered, judgeAnswered } from './judge-answered'

export interface MyMetric {
  readonly metric: Pick<Metric, 'id' | 'code' | 'plainTitle' | 'unit' | 'role'>
  readonly area: string
  readonly strategyId: string
  readonly isLead: boolean
  readonly answered: Answered
  /** Periods that are over without a value, newest first. */
  readonly open: readonly Period[]
}

/** The metrics a person answers for, what is overdue first; across the strategies of their partnership. */
export async function listMyMetrics(
  adapters: AnsweringAdapters,
  actor: Actor,
): Promise<Outcome<readonly MyMetric[]>> {
  const allowed = mayDo(actor, 'read', actor)
  if (!allowed.ok) return allowed
  const { partnershipId, personId } = actor
  const today = dayOfInstant(adapters.now())
  const [all, strategies] = await Promise.all([
    adapters.metrics.listMetrics(partnershipId),
    readStrategies(adapters, partnershipId),
  ])
  const mine = all.filter(
    ({ lead, deputy, retiredOn }) =>
      retiredOn === null && (lead?.id === personId || deputy?.id === personId),
  )
  const facts = await gatherAnswered(adapters, mine, { partnershipId, today })
  const found = await Promise.all(
    mine.map(async (metric): Promise<MyMetric[]> => {
      const home = chooseHome(strategies, metric.id)
      if (!home) return []
      const links = strategies.flatMap(({ blocks }) => linksTo(metric.id, blocks))
      const answered = await judgeAnswered(adapters, metric, { facts, links })
      const { id, code, plainTitle, unit, role, area } = metric
      const has = new Set((facts.rows.get(id) ?? []).map(({ period }) => period.start))
      return [
        {
          metric: { id, code, plainTitle, unit, role },
          area: area.name,
          strategyId: home.id,
          isLead: metric.lead?.id === personId,
          answered,
          open: listOpen(metric, { today, has }),
        },
      ]
    }),
  )
  return done(found.flat().sort((a, b) => urgencyOf(a) - urgencyOf(b)))
}

const YEARS_BACK = 5

function listOpen(
  metric: Metric,
  { today, has }: { readonly today: string; readonly has: ReadonlySet<string> },
): Period[] {
  const from = `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`
  const first = [...has].sort()[0] ?? ''
  return listPeriods(metric, { from, today }).filter(
    ({ start }) => !has.has(start) && start > first,
  )
}

interface StrategyText {
  readonly id: string
  readonly blocks: readonly DashboardBlock[]
}

export async function readStrategies(
  { metrics, blocks }: Pick<AnsweringAdapters, 'metrics' | 'blocks'>,
  partnershipId: string,
): Promise<readonly StrategyText[]> {
  const ids = await metrics.listStrategyIds(partnershipId)
  return Promise.all(ids.map(async (id) => ({ id, blocks: await blocks.readBlocks(id) })))
}

/** The strategy whose objectives are measured by it, else the first: every page of a metric is one of a strategy. */
export function chooseHome(
  strategies: readonly StrategyText[],
  metricId: string,
): StrategyText | undefined {
  return strategies.find(({ blocks }) => linksTo(metricId, blocks).length > 0) ?? strategies[0]
}

const URGENCY = { overdue: 0, due_soon: 1, none: 2, up_to_date: 3 } as const

function urgencyOf({ answered }: MyMetric): number {
  const waits = answered.asked.some(({ isAnswered }) => !isAnswered) ? 0 : 0.5
  return URGENCY[answered.data] + waits
}

export interface AnsweringDetail {
  readonly metric: Pick<Metric, 'id' | 'plainTitle' | 'role' | 'code'>
  readonly answered: Answered
  /** May say what happened, and write summaries. */
  readonly mayAnswer: boolean
  readonly mayAssign: boolean
  /** Periods that are over, newest first: an update is about one. */
  readonly periods: readonly Period[]
}

/** What is asked and was given for one metric; for anyone who may read it. */
export async function readAnswering(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<AnsweringDetail>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const today = dayOfInstant(adapters.now())
  const [facts, strategies] = await Promise.all([
    gatherAnswered(adapters, [metric], { partnershipId: metric.partnershipId, today }),
    readStrategies(adapters, metric.partnershipId),
  ])
  const links = strategies.flatMap(({ blocks }) => linksTo(metric.id, blocks))
  const { id, plainTitle, role, code } = metric
  const from = `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`
  return done({
    metric: { id, plainTitle, role, code },
    answered: await judgeAnswered(adapters, metric, { facts, links }),
    mayAnswer: mayRecord(actor, metric).ok,
    mayAssign: has(actor, 'assign_metric_lead', metric),
    periods: listPeriods(metric, { from, today }),
  })
}
