import type { Polarity } from '../metrics/metric'
import type { Observation } from '../metrics/observation'
import type { MetricLink } from '../strategy/strategy'
import { type Aim, isAsGood, resolveAim } from '../targets/aim'
import { type TargetState, TARGET_STATE_WORDS, judgeAim } from '../targets/judge-target'
import type { MeasurableTarget } from '../targets/target'

/** How one metric stands to what one objective wants of it. */
export type LinkState = TargetState | 'no_target'

export const LINK_STATE_WORDS: Record<LinkState, string> = {
  ...TARGET_STATE_WORDS,
  no_target: 'No numeric target',
}

type Wanted = Pick<MetricLink, 'baseline' | 'baselineDate' | 'target' | 'targetDate'>

interface Facts {
  readonly polarity: Polarity
  /** The metric's observations, superseded ones included or not. */
  readonly rows: readonly Observation[]
}

/** After every value there will be: a target without a date falls due never. */
const NEVER = '9999-12-31'

/** The link's target, judged as any target is; without dates there is no course to be on (rules PR1–PR6). */
export function judgeLink(link: Wanted, { polarity, rows }: Facts, today: string): LinkState {
  const target = toTarget(link)
  if (!target) return 'no_target'
  const aim = resolveAim(target, { polarity, own: rows })
  if (!aim.ok) return 'not_measurable'
  const { state, latest } = judgeAim(aim.value, today)
  if (state !== 'not_met' || !latest || link.baseline === null) return state
  return isNoNearer(latest.value, link.baseline, aim.value) ? 'no_nearer' : 'not_met'
}

/** A value to reach by a date; its baseline counts as the start of a course only when both have their days. */
export function toTarget(link: Wanted): MeasurableTarget | null {
  const { baseline, baselineDate, target, targetDate } = link
  if (target === null) return null
  const hasCourse = baseline !== null && baselineDate !== null && targetDate !== null
  return {
    kind: 'absolute_by_date',
    value: target,
    due: targetDate ?? NEVER,
    baseline: hasCourse && baselineDate < targetDate ? { value: baseline, on: baselineDate } : null,
    steps: [],
  }
}

function isNoNearer(value: number, baseline: number, { better }: Aim): boolean {
  return isAsGood(baseline, value, better)
}
