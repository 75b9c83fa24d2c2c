import { countOf } from '../numbers/format-number'
import { type Gap, GAPS, type ObjectiveProgress, type ObjectiveState } from './assess-progress'

const STATES: readonly ObjectiveState[] = ['met', 'nearer', 'no_nearer', 'unmet', 'unknown']

const ONE: Record<ObjectiveState, string> = {
  met: 'meets its target',
  nearer: 'is better than its baseline',
  no_nearer: 'is no better than its baseline',
  unmet: 'does not meet its target',
  unknown: 'cannot be judged yet',
}

const MANY: Record<ObjectiveState, string> = {
  met: 'meet their targets',
  nearer: 'are better than their baselines',
  no_nearer: 'are no better than their baselines',
  unmet: 'do not meet their targets',
  unknown: 'cannot be judged yet',
}

/** A priority's or strategy's objectives as counts in words: no colour, no score, no weights (rules PR15–PR17). */
export function rollUpProgress(objectives: readonly ObjectiveProgress[]): string {
  if (objectives.length === 0) return 'No objectives yet.'
  const parts = STATES.flatMap((state) => {
    const count = objectives.filter((objective) => objective.state === state).length
    if (count === 0) return []
    return [`${count === objectives.length ? 'all' : count} ${(count === 1 ? ONE : MANY)[state]}`]
  })
  const [only] = objectives
  if (objectives.length === 1 && only) return `1 objective: it ${ONE[only.state]}.`
  return `${countOf(objectives.length, 'objective')}: ${parts.join(', ')}.`
}

/** One kind of missing thing, and how many objectives miss it. */
export interface Work {
  readonly gap: Gap
  readonly count: number
  readonly sentence: string
}

const WORK: Record<Gap, readonly [one: string, many: string]> = {
  metric: ['has no metric', 'have no metric'],
  lead: ['has no lead', 'have no lead'],
  date: ['has no target date', 'have no target date'],
  target: ['has no numeric target', 'have no numeric target'],
  baseline: ['has no baseline', 'have no baseline'],
  value: ['has a metric without a value', 'have a metric without a value'],
  metric_lead: ['has a metric without a lead', 'have a metric without a lead'],
  hwb_priority: [
    'has no link to a health and wellbeing priority',
    'have no link to a health and wellbeing priority',
  ],
}

/** What is missing across objectives, as work to do: `3 objectives have no lead` (rule PR18). */
export function listWork(objectives: readonly Pick<ObjectiveProgress, 'gaps'>[]): Work[] {
  return GAPS.flatMap((gap) => {
    const count = objectives.filter((objective) => objective.gaps.includes(gap)).length
    if (count === 0) return []
    const [one, many] = WORK[gap]
    return [{ gap, count, sentence: `${countOf(count, 'objective')} ${count === 1 ? one : many}` }]
  })
}
