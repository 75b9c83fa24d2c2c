import { MONTHS } from './months'
import { isDate } from './parse-date'

/** `2027-03-12` → `12 March 2027`. Anything that is not a date comes back unchanged. */
export function formatDate(date: string): string {
  return writeDay(date, (month) => month)
}

/** `2027-03-12` → `12 Mar 2027`, for tables. */
export function formatShortDate(date: string): string {
  return writeDay(date, (month) => month.slice(0, 3))
}

/** A moment, as an ISO instant or a `Date`, in UK time → `12 March 2027 at 14:05`. */
export function formatInstant(instant: string | Date): string {
  const parts = partsOf(instant)
  return `${formatDate(dayOfInstant(instant))} at ${parts.get('hour')}:${parts.get('minute')}`
}

/** The UK calendar day of a moment, as `YYYY-MM-DD`. */
export function dayOfInstant(instant: string | Date): string {
  const parts = partsOf(instant)
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

const UK_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(instant: string | Date): Map<string, string> {
  const parts = UK_TIME.formatToParts(new Date(instant))
  return new Map(parts.map((part) => [part.type, part.value]))
}

function writeDay(date: string, shorten: (month: string) => string): string {
  if (!isDate(date)) return date
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${shorten(MONTHS[(month ?? 1) - 1] ?? '')} ${year}`
}
