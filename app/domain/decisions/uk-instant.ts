import { dayOfInstant, formatInstant } from '../dates/format-date'

/**
 * The moment a UK clock shows this time on this day, for `2027-07-01` and `17:00`; null when it is no time. In the hour
 * that comes twice the first, and in the hour that is skipped the time an hour later (SPEC.md DE3).
 */
export function ukInstant(day: string, time: string): Date | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim())
  if (!match) return null
  const clock = `${match[1]?.padStart(2, '0')}:${match[2]}`
  const asWinter = new Date(`${day}T${clock}:00Z`)
  if (Number.isNaN(asWinter.getTime())) return null
  const asSummer = new Date(asWinter.getTime() - 3_600_000)
  return clockOf(asSummer) === clock && dayOfInstant(asSummer) === day ? asSummer : asWinter
}

/** `17:00`, by a UK clock. */
export function clockOf(instant: string | Date): string {
  return formatInstant(instant).slice(-5)
}
