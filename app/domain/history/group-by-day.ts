import { dayOfInstant } from '../dates/format-date'
import type { Version } from './version'

export interface HistoryDay {
  /** YYYY-MM-DD, in UK time. */
  readonly day: string
  readonly versions: readonly Version[]
}

/** SPEC.md, HI9. The versions are newest first already. */
export function groupByDay(versions: readonly Version[]): HistoryDay[] {
  const days = new Map<string, Version[]>()
  for (const version of versions) {
    const day = dayOfInstant(version.at)
    days.set(day, [...(days.get(day) ?? []), version])
  }
  return [...days].map(([day, versions]) => ({ day, versions }))
}
