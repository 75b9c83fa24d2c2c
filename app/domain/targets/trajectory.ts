import type { Aim } from './aim'
import type { DatedValue } from './target'

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
  return valueOnCourse(listCourse(aim), on)
}

/** From the baseline over the steps to the target; empty without a baseline. */
export function listCourse({
  baseline,
  steps,
  due,
  wanted,
}: Pick<Aim, 'baseline' | 'steps' | 'due' | 'wanted'>): DatedValue[] {
  return baseline ? [baseline, ...steps, { value: wanted, on: due }] : []
}

/** Before its first stop a course has that stop's value, after its last that one's; null when it has none. */
export function valueOnCourse(course: readonly DatedValue[], on: string): number | null {
  const next = course.findIndex((stop) => stop.on >= on)
  const to = course[next]
  if (!to) return course.at(-1)?.value ?? null
  const from = course[next - 1]
  if (!from) return to.value
  const part = daysBetween(from.on, on) / daysBetween(from.on, to.on)
  return from.value + (to.value - from.value) * part
}
