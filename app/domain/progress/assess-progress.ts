import type { Polarity } from '../metrics/metric'
import { type Observation, findLatest } from '../metrics/observation'
import { type SmartTest, assessObjective, MISSING_WORDS } from '../strategy/assess-objective'
import type { MetricLink, ObjectiveBlock } from '../strategy/strategy'
import { type ObjectiveStanding, rollUpObjective } from '../targets/roll-up-targets'
import { type LinkState, judgeLink } from './judge-link'

/** What is known of a metric when an objective is judged. */
export interface MetricFacts {
  readonly polarity: Polarity
  /** Superseded ones may be among them. */
  readonly rows: readonly Observation[]
  readonly hasLead: boolean
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
  readonly state: ObjectiveStanding
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
    if (!metric) return []
    return [{ linkId: link.id, state: judgeLink(datedAs(objective, link), metric, known.today) }]
  })
  const state = rollUpLinks(links.map((link) => link.state))
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
    needsAttention: gaps.length > 0 || BEHIND.includes(state) || isOverdue,
  }
}

const BEHIND: readonly ObjectiveStanding[] = ['missed', 'no_nearer', 'off_course']

/** A metric's target without a day of its own is due with its objective. */
function datedAs({ targetDate }: ObjectiveBlock, link: MetricLink): MetricLink {
  return { ...link, targetDate: link.targetDate ?? targetDate }
}

/** Links without a target count only when there is no other. */
function rollUpLinks(states: readonly LinkState[]): ObjectiveStanding {
  return rollUpObjective(states.filter((state) => state !== 'no_target'))
}

function listLinkGaps(objective: ObjectiveBlock, metrics: ReadonlyMap<string, MetricFacts>): Gap[] {
  const linked = objective.metricLinks.flatMap(({ metricId }) => metrics.get(metricId) ?? [])
  return [
    ...(linked.some((metric) => findLatest(metric.rows)?.value == null)
      ? (['value'] as const)
      : []),
    ...(linked.some((metric) => !metric.hasLead) ? (['metric_lead'] as const) : []),
    ...(objective.hwbPriorityIds.length === 0 ? (['hwb_priority'] as const) : []),
  ]
}
