import type { Aim } from './aim'

const DAY = 86_400_000

/** Days from one YYYY-MM-DD to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/**
 * The value a course from the baseline over its steps to the target has on that day: straight lines by days, in what
 * the target measures. Null without a baseline: then there is no course (rules TG13–TG15).
 */
export function valueNeeded(
  aim: Pick<Aim, 'baseline' | 'steps' | 'due' | 'wanted'>,
  on: string,
): number | null {
  if (!aim.baseline) return null
  const course = [aim.baseline, ...aim.steps, { value: aim.wanted, on: aim.due }]
  const next = course.findIndex((stop) => stop.on >= on)
  const to = course[next]
  if (!to) return aim.wanted
  const from = course[next - 1]
  if (!from) return aim.baseline.value
  const part = daysBetween(from.on, on) / daysBetween(from.on, to.on)
  return from.value + (to.value - from.value) * part
}
