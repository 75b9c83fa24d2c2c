import { countOf } from '../numbers/format-number'
import { TARGET_STATES, type TargetState } from './judge-target'

/** From furthest to nearest: an objective is where its furthest target is. */
const FURTHEST_FIRST: readonly TargetState[] = [
  'missed',
  'no_nearer',
  'off_course',
  'awaited',
  'not_met',
  'on_course',
  'met',
]
const BEHIND: ReadonlySet<TargetState> = new Set(['missed', 'no_nearer', 'off_course'])
const SILENT: ReadonlySet<TargetState> = new Set(['no_value', 'not_measurable'])

/** An objective's state: that of its target furthest from being met; silent ones count only when all are (rule TG27). */
export function rollUpObjective(states: readonly TargetState[]): TargetState | 'no_target' {
  if (states.length === 0) return 'no_target'
  const furthest = FURTHEST_FIRST.find((state) => states.includes(state))
  return furthest ?? (states.includes('no_value') ? 'no_value' : 'not_measurable')
}

export type ObjectiveStanding = TargetState | 'no_target'

export const VERDICT_WORDS = {
  all_met: 'All that can be judged meet their targets',
  on_course: 'All that can be judged meet their targets or are on course',
  some_behind: 'Some are behind',
  all_behind: 'All that can be judged are behind',
  unclear: 'Some cannot be placed: no baseline, or a value still to come',
  unjudged: 'None can be judged yet',
} as const
export type Verdict = keyof typeof VERDICT_WORDS

export interface PriorityStanding {
  readonly verdict: Verdict
  readonly counts: ReadonlyMap<ObjectiveStanding, number>
  readonly sentence: string
}

const WORDS: Record<ObjectiveStanding, readonly [one: string, many: string]> = {
  met: ['meets its target', 'meet their targets'],
  on_course: ['is on course', 'are on course'],
  off_course: ['is off course', 'are off course'],
  no_nearer: ['is no better than its baseline', 'are no better than their baselines'],
  missed: ['has missed its target', 'have missed their targets'],
  awaited: ['is due and awaits its value', 'are due and await their values'],
  not_met: ['does not meet its target', 'do not meet their targets'],
  no_value: ['has no value', 'have no value'],
  not_measurable: ['cannot be measured', 'cannot be measured'],
  no_target: ['has no target', 'have no target'],
}

/** `off_course` → `is off course`: what follows the name of one objective. */
export function sayStanding(state: ObjectiveStanding): string {
  return WORDS[state][0]
}

/** A priority's objectives counted by state: all, some or none, never an average (rules TG28, TG29). */
export function rollUpPriority(states: readonly ObjectiveStanding[]): PriorityStanding {
  const order: readonly ObjectiveStanding[] = [...TARGET_STATES, 'no_target']
  const counts = new Map(
    order
      .map((state) => [state, states.filter((one) => one === state).length] as const)
      .filter(([, count]) => count > 0),
  )
  return { verdict: verdictOf(states), counts, sentence: describeCounts(counts, states.length) }
}

function verdictOf(states: readonly ObjectiveStanding[]): Verdict {
  const judged = states.filter((state) => state !== 'no_target' && !SILENT.has(state))
  if (judged.length === 0) return 'unjudged'
  const behind = judged.filter((state) => state !== 'no_target' && BEHIND.has(state)).length
  if (behind > 0) return behind === judged.length ? 'all_behind' : 'some_behind'
  if (judged.every((state) => state === 'met')) return 'all_met'
  return judged.every((state) => state === 'met' || state === 'on_course') ? 'on_course' : 'unclear'
}

function describeCounts(counts: ReadonlyMap<ObjectiveStanding, number>, of: number): string {
  if (of === 0) return 'No objectives yet.'
  const parts = [...counts].map(([state, count]) => {
    const [one, many] = WORDS[state]
    if (count === of) return of === 1 ? `it ${one}` : `all ${many}`
    return `${count} ${count === 1 ? one : many}`
  })
  return `${countOf(of, 'objective')}: ${parts.join(', ')}.`
}

export interface GoalStanding {
  /** Of the goal's own long metric, and of nothing else. */
  readonly own: ObjectiveStanding
  readonly verdicts: ReadonlyMap<Verdict, number>
  /** What the two together ask; empty when they agree. */
  readonly question: string
}

/** A True North goal: its own metric, and beside it, never mixed with it, its priorities (rules TG30, TG31). */
export function rollUpGoal(
  own: ObjectiveStanding,
  priorities: readonly PriorityStanding[],
): GoalStanding {
  const verdicts = new Map<Verdict, number>()
  for (const { verdict } of priorities) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  return { own, verdicts, question: askOf(own, priorities) }
}

const PRIORITY_WORDS: Record<Verdict, readonly [one: string, many: string]> = {
  all_met: ['meets all its targets', 'meet all their targets'],
  on_course: ['is on course', 'are on course'],
  some_behind: ['is behind in part', 'are behind in part'],
  all_behind: ['is behind', 'are behind'],
  unclear: ['cannot be placed', 'cannot be placed'],
  unjudged: ['cannot be judged yet', 'cannot be judged yet'],
}

/** The priorities that stand beside a goal, counted by verdict: they say nothing of the goal itself (rule TG30). */
export function sumUpPriorities(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return 'No priorities yet.'
  const order = Object.keys(PRIORITY_WORDS) as Verdict[]
  const parts = order.flatMap((verdict) => {
    const count = verdicts.filter((one) => one === verdict).length
    if (count === 0) return []
    const [one, many] = PRIORITY_WORDS[verdict]
    if (count === verdicts.length) return [count === 1 ? `it ${one}` : `all ${many}`]
    return [`${count} ${count === 1 ? one : many}`]
  })
  return `${countOf(verdicts.length, 'priority', 'priorities')}: ${parts.join(', ')}.`
}

function askOf(own: ObjectiveStanding, priorities: readonly PriorityStanding[]): string {
  const judged = priorities.filter(({ verdict }) => verdict !== 'unjudged')
  if (judged.length === 0 || own === 'no_target' || SILENT.has(own)) return ''
  const areFine = judged.every(({ verdict }) => verdict === 'all_met' || verdict === 'on_course')
  const areBehind = judged.every(
    ({ verdict }) => verdict === 'some_behind' || verdict === 'all_behind',
  )
  if (areFine && BEHIND.has(own))
    return 'The priorities are on course and the goal is not: are they the ones that move it?'
  if (areBehind && (own === 'met' || own === 'on_course'))
    return 'The goal is on course and its priorities are behind: what is moving it?'
  return ''
}
