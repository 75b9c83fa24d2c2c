import { type AskedNow, markAnswered } from '../../../app/domain/answering/answered'
import type { AnsweringRules } from '../../../app/domain/answering/answering-rules'
import { type Streak, applyRules } from '../../../app/domain/answering/business-rules'
import { type SummaryState, stateOfSummary } from '../../../app/domain/answering/countermeasure'
import { type DataState, describeData } from '../../../app/domain/answering/data-due'
import { isOver } from '../../../app/domain/answering/escalation'
import {
  describeStreak,
  judgeMetricData,
  measureStreak,
  startsOf,
} from '../../../app/domain/answering/judge-answered'
import { type MetricAssessment, assessMetric } from '../../../app/domain/metrics/assess-metric'
import type { Metric } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'
import { type Period, PERIOD_NOUNS } from '../../../app/domain/metrics/period'
import { chooseTarget } from '../../../app/domain/metrics/target'
import { formatValue } from '../../../app/domain/numbers/format-number'
import type { MetricLink } from '../../../app/domain/strategy/strategy'
import type { AnsweringAdapters, StoredSummary, StoredUpdate } from './answering-store'
import type { StoredEscalation } from './escalation-store'
import { findAim } from './find-aim'

/** Everything that is asked of who answers for a metric, and what they gave. */
export interface Answered {
  /** `10.2%`, `c`, or empty without a value. */
  readonly latest: string
  readonly period: string
  readonly sentence: string
  readonly hasConcern: boolean
  readonly data: DataState['kind'] | 'none'
  readonly dataWords: string
  /** The period to give a value for next; null when nothing is owed yet. */
  readonly next: Period | null
  readonly streakWords: string
  readonly asked: readonly AskedNow[]
  readonly summaries: readonly SummaryLine[]
  readonly updates: readonly StoredUpdate[]
  readonly escalations: readonly EscalationLine[]
}

export interface SummaryLine {
  readonly number: number
  readonly problem: string
  readonly state: SummaryState
  readonly due: string
}

export interface EscalationLine {
  readonly number: number
  readonly title: string
  readonly now: StoredEscalation['now']
}

/** What is known of all metrics that are looked at. */
export interface AnsweredFacts {
  readonly rules: AnsweringRules
  readonly people: ReadonlySet<string>
  readonly updates: readonly StoredUpdate[]
  readonly summaries: readonly StoredSummary[]
  readonly escalations: readonly StoredEscalation[]
  readonly rows: ReadonlyMap<string, readonly Observation[]>
  readonly today: string
}

/** Read at once, however many metrics there are. */
export async function gatherAnswered(
  { answering, escalations, metrics }: AnsweringAdapters,
  list: readonly Metric[],
  { partnershipId, today }: { readonly partnershipId: string; readonly today: string },
): Promise<AnsweredFacts> {
  const ids = list.map(({ id }) => id)
  const [rules, updates, summaries, asks, rows, members] = await Promise.all([
    answering.readRules(partnershipId),
    answering.listUpdates(ids),
    answering.listSummaries(ids),
    escalations.listOfMetrics(ids),
    metrics.readObservations(list),
    metrics.listMembers(partnershipId, today),
  ])
  const people = new Set(members.map(({ id }) => id))
  return { rules, updates, summaries, escalations: asks, rows, people, today }
}

export async function judgeAnswered(
  adapters: AnsweringAdapters,
  metric: Metric,
  { facts, links }: { readonly facts: AnsweredFacts; readonly links: readonly MetricLink[] },
): Promise<Answered> {
  const { today, people } = facts
  const rows = facts.rows.get(metric.id) ?? []
  const assessment = assessMetric(metric, rows, chooseTarget({ links, own: metric.target }, today))
  const streak = measureStreak(await findAim(adapters, metric, { rows, links, today }), rows)
  const own = <T extends { readonly metricId: string }>(all: readonly T[]) =>
    all.filter(({ metricId }) => metricId === metric.id)
  const summaries = own(facts.summaries).map(({ number, summary }) => ({
    number,
    problem: summary.problem,
    due: summary.due,
    state: stateOfSummary(summary, { people, today }),
  }))
  const escalations = facts.escalations
    .filter((one) => one.metric?.id === metric.id)
    .map(({ number, title, now }) => ({ number, title, now }))
  const updates = own(facts.updates)
  const asked = applyRules(facts.rules.rules, {
    role: metric.role,
    frequency: metric.frequency,
    streak,
    isConcern: isConcern(assessment),
  })
  return {
    ...describeNow(metric, { rows, assessment, streak, today }),
    asked: markAnswered(asked, {
      latest: assessment.latest?.period.start ?? null,
      updates,
      summaries: summaries.map(({ state }) => state),
      isEscalated: escalations.some(({ now }) => !isOver(now)),
    }),
    summaries,
    updates,
    escalations,
  }
}

interface Now {
  readonly rows: readonly Observation[]
  readonly assessment: MetricAssessment
  readonly streak: Streak
  readonly today: string
}

function describeNow(metric: Metric, { rows, assessment, streak, today }: Now) {
  const data = judgeMetricData(metric, startsOf(rows), today)
  const { latest, sentence } = assessment
  return {
    latest: latest ? formatValue(latest, metric) : '',
    period: latest?.period.label ?? '',
    sentence,
    hasConcern: isConcern(assessment),
    data: data?.kind ?? ('none' as const),
    dataWords: describeOwed(metric, data),
    next: data ? nextOf(data) : null,
    streakWords: describeStreak(streak, PERIOD_NOUNS[metric.frequency]),
  }
}

function describeOwed(metric: Metric, data: DataState | null): string {
  if (data) return describeData(data)
  return metric.retiredOn === null
    ? 'No value yet: the first one begins the series.'
    : 'No longer followed.'
}

/** The oldest that is owed first. */
function nextOf(data: DataState): Period | null {
  const due = data.kind === 'overdue' ? data.late[0] : data.next
  return due?.period ?? null
}

function isConcern({ variation }: MetricAssessment): boolean {
  return variation?.kind === 'concern'
}
