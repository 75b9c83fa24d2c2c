import type { Polarity } from '../metrics/metric'
import { type SmartTest, assessObjective, MISSING_WORDS } from '../strategy/assess-objective'
import type { ObjectiveBlock } from '../strategy/strategy'
import { type LinkState, judgeLink } from './judge-link'

/** What is known of a metric when an objective is judged. */
export interface MetricFacts {
  readonly polarity: Polarity
  /** Null when there is none, or it is suppressed. */
  readonly latestValue: number | null
  readonly hasLead: boolean
}

/** An objective's state is that of its metric furthest from its target, or why there is none. */
export type ObjectiveState = 'met' | 'nearer' | 'unmet' | 'no_nearer' | 'unknown'

export const OBJECTIVE_STATE_WORDS: Record<ObjectiveState, string> = {
  met: 'Meets its target',
  nearer: 'Better than its baseline, target not met yet',
  unmet: 'Target not met, no baseline to compare with',
  no_nearer: 'No better than its baseline',
  unknown: 'Cannot be judged yet',
}

export const GAPS = [
  'metric',
  'lead',
  'date',
  'target',
  'baseline',
  'value',
  'metric_lead',
  'hwb_priority',
] as const
/** Work that an objective still needs: the five SMART tests, and what its links lack. */
export type Gap = (typeof GAPS)[number]

export const GAP_WORDS: Record<Gap, string> = {
  ...(MISSING_WORDS satisfies Record<SmartTest, string>),
  value: 'a metric without a value',
  metric_lead: 'a metric without a lead',
  hwb_priority: 'no link to a health and wellbeing priority',
}

export interface ObjectiveProgress {
  readonly state: ObjectiveState
  readonly links: readonly { readonly linkId: string; readonly state: LinkState }[]
  readonly gaps: readonly Gap[]
  /** How many of the five SMART tests it passes. */
  readonly smart: { readonly met: number; readonly of: number }
  /** Its target date has passed and it does not meet its target. */
  readonly isOverdue: boolean
  readonly needsAttention: boolean
}

interface Known {
  readonly metrics: ReadonlyMap<string, MetricFacts>
  readonly people: ReadonlySet<string>
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

/** The progress of one objective and what it still needs (rules PR7–PR14). */
export function assessProgress(objective: ObjectiveBlock, known: Known): ObjectiveProgress {
  const links = objective.metricLinks.flatMap((link) => {
    const metric = known.metrics.get(link.metricId)
    return metric ? [{ linkId: link.id, state: judgeLink(link, metric) }] : []
  })
  const state = furthestState(links.map((link) => link.state))
  const smart = assessObjective(objective, {
    people: known.people,
    metrics: new Set(known.metrics.keys()),
  })
  const gaps = [...smart.missing, ...listLinkGaps(objective, known.metrics)]
  const { targetDate } = objective
  const isOverdue = targetDate !== null && targetDate < known.today && state !== 'met'
  return {
    state,
    links,
    gaps,
    smart: { met: smart.met, of: smart.of },
    isOverdue,
    needsAttention: gaps.length > 0 || state === 'no_nearer' || isOverdue,
  }
}

/** From furthest to nearest; states that say nothing count only when there is no other. */
const ORDER = ['no_nearer', 'unmet', 'nearer', 'met'] as const

function furthestState(states: readonly LinkState[]): ObjectiveState {
  return ORDER.find((state) => states.includes(state)) ?? 'unknown'
}

function listLinkGaps(objective: ObjectiveBlock, metrics: ReadonlyMap<string, MetricFacts>): Gap[] {
  const linked = objective.metricLinks.flatMap(({ metricId }) => metrics.get(metricId) ?? [])
  return [
    ...(linked.some((metric) => metric.latestValue === null) ? (['value'] as const) : []),
    ...(linked.some((metric) => !metric.hasLead) ? (['metric_lead'] as const) : []),
    ...(objective.hwbPriorityIds.length === 0 ? (['hwb_priority'] as const) : []),
  ]
}
