import type { MetricLink } from '../strategy/strategy'
import type { DatedValue } from '../targets/target'
import type { Polarity } from './metric'

/** What a metric is meant to reach, in its own unit. `due` is YYYY-MM-DD. */
export interface MetricTarget {
  readonly value: number
  readonly due: string | null
  /** Values by days from the baseline to the target, oldest first; left out where nothing was planned. */
  readonly course?: readonly DatedValue[]
}

/** Reached exactly is met; a neutral metric has no better side and so no answer (rule ME8). */
export function meetsTarget(value: number, target: number, polarity: Polarity): boolean | null {
  if (polarity === 'neutral') return null
  return polarity === 'high_good' ? value >= target : value <= target
}

type Wanted = Pick<MetricLink, 'target' | 'targetDate' | 'baseline' | 'baselineDate'>

/**
 * The target a metric is judged by: its own, else the one due next of those set by the objectives it measures (rules ME9,
 * ME53).
 */
export function chooseTarget(
  { links, own }: { readonly links: readonly Wanted[]; readonly own: MetricTarget | null },
  today: string,
): MetricTarget | null {
  const targets = links.flatMap((link) => targetOf(link) ?? [])
  return (
    own ??
    [...targets].sort((a, b) => urgencyOf(a, today).localeCompare(urgencyOf(b, today)))[0] ??
    null
  )
}

/** The target an objective sets for one of its metrics; its course is known when both ends have their days. */
export function targetOf({ target, targetDate, ...from }: Wanted): MetricTarget | null {
  if (target === null) return null
  const { baseline, baselineDate } = from
  if (baseline === null || !baselineDate || !targetDate || baselineDate >= targetDate)
    return { value: target, due: targetDate }
  const course = [
    { value: baseline, on: baselineDate },
    { value: target, on: targetDate },
  ]
  return { value: target, due: targetDate, course }
}

/** Due ahead, soonest first; then without a date; then past, latest first. */
function urgencyOf({ due }: MetricTarget, today: string): string {
  if (due === null) return '1'
  if (due >= today) return `0${due}`
  return `2${9999_99_99 - Number(due.replaceAll('-', ''))}`
}
