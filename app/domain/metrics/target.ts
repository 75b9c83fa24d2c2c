import type { MetricLink } from '../strategy/strategy'
import type { Polarity } from './metric'

/** What a metric is meant to reach, in its own unit. `due` is YYYY-MM-DD. */
export interface MetricTarget {
  readonly value: number
  readonly due: string | null
}

/** Reached exactly is met; a neutral metric has no better side and so no answer (rule ME8). */
export function meetsTarget(value: number, target: number, polarity: Polarity): boolean | null {
  if (polarity === 'neutral') return null
  return polarity === 'high_good' ? value >= target : value <= target
}

/** The target a metric is judged by: the one due next, of those set by the objectives it measures (rule ME9). */
export function chooseTarget(
  links: readonly Pick<MetricLink, 'target' | 'targetDate'>[],
  today: string,
): MetricTarget | null {
  const targets = links.flatMap(({ target, targetDate }): MetricTarget[] =>
    target === null ? [] : [{ value: target, due: targetDate }],
  )
  return (
    [...targets].sort((a, b) => urgencyOf(a, today).localeCompare(urgencyOf(b, today)))[0] ?? null
  )
}

/** Due ahead, soonest first; then without a date; then past, latest first. */
function urgencyOf({ due }: MetricTarget, today: string): string {
  if (due === null) return '1'
  if (due >= today) return `0${due}`
  return `2${9999_99_99 - Number(due.replaceAll('-', ''))}`
}
