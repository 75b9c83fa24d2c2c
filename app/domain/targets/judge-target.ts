import { type Aim, type Evidence, type Point, isAsGood, resolveAim } from './aim'
import type { Target } from './target'
import { valueNeeded } from './trajectory'

/** How a metric stands to one target. Words, in no colour. */
export const TARGET_STATES = [
  'met',
  'on_course',
  'off_course',
  'no_nearer',
  'missed',
  'awaited',
  'not_met',
  'no_value',
  'not_measurable',
] as const
export type TargetState = (typeof TARGET_STATES)[number]

export const TARGET_STATE_WORDS: Record<TargetState, string> = {
  met: 'Meets its target',
  on_course: 'On course: not there yet, as good as planned by now',
  off_course: 'Off course: better than its baseline, not as good as planned by now',
  no_nearer: 'No better than its baseline',
  missed: 'Missed: due, and not met',
  awaited: 'Due, and the value of the due date is not there yet',
  not_met: 'Target not met, and no course to judge it by',
  no_value: 'No value to judge by',
  not_measurable: 'Cannot be measured',
}

export interface JudgedTarget {
  readonly state: TargetState
  /** What was to be reached by the latest value's period, in what the target measures; null without a course or a value. */
  readonly needed: number | null
  readonly latest: Point | null
  /** Why it cannot be measured or has no value; else empty. */
  readonly why: string
}

/** The state of a metric against its target today (rules TG12, TG21–TG25). */
export function judgeTarget(target: Target, evidence: Evidence, today: string): JudgedTarget {
  const aim = resolveAim(target, evidence)
  if (!aim.ok)
    return { state: 'not_measurable', needed: null, latest: null, why: aim.refusal.message }
  return judgeAim(aim.value, today)
}

export function judgeAim(aim: Aim, today: string): JudgedTarget {
  const latest = aim.points.at(-1)
  if (aim.absent !== null || !latest) {
    const why =
      aim.absent === 'suppressed'
        ? 'The latest value is suppressed (c).'
        : 'There is no value of the latest period.'
    return { state: 'no_value', needed: null, latest: null, why }
  }
  const needed = valueNeeded(aim, latest.end)
  return { state: stateOf(latest, aim, { needed, today }), needed, latest, why: '' }
}

interface Now {
  readonly needed: number | null
  readonly today: string
}

function stateOf(latest: Point, aim: Aim, { needed, today }: Now): TargetState {
  if (isAsGood(latest.value, aim.wanted, aim.better)) return 'met'
  if (latest.end >= aim.due) return 'missed'
  if (today > aim.due) return 'awaited'
  if (!aim.baseline || needed === null) return 'not_met'
  if (isAsGood(latest.value, needed, aim.better)) return 'on_course'
  // Standing exactly on the baseline is no step away from it.
  return isAsGood(aim.baseline.value, latest.value, aim.better) ? 'no_nearer' : 'off_course'
}

export interface JudgedPeriod {
  readonly start: string
  readonly label: string
  readonly isOn: boolean
}

/** Each known period after the baseline's: as good as planned by then, or as the target where there is no course (rule TG26). */
export function judgePeriods(aim: Aim): readonly JudgedPeriod[] {
  return aim.points
    .filter(({ end }) => !aim.baseline || end > aim.baseline.on)
    .map(({ start, end, label, value }) => {
      const needed = valueNeeded(aim, end) ?? aim.wanted
      const isOn = isAsGood(value, needed, aim.better) || isAsGood(value, aim.wanted, aim.better)
      return { start, label, isOn }
    })
}
