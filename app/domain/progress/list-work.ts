import { countOf } from '../numbers/format-number'
import { type Gap, GAPS, type ObjectiveProgress } from './assess-progress'

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
