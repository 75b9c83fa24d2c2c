import { MONTHS } from '../dates/months'
import { parseTypedDate } from '../dates/parse-date'
import { type Calendar, type Period, periodStarting } from '../metrics/period'
import { type Outcome, done, refuse } from '../outcome/outcome'

/** One way of writing periods: the first days it may mean. */
type Reader = (text: string, calendar: Calendar) => string | null

const FIRST_MONTH = { calendar: 1, financial: 4, academic: 9 } as const
const EXAMPLES = {
  monthly: '“April 2026”',
  quarterly: '“2026/27 Q1” or “2026 Q1”',
  annual: '“2026/27” or “2026”',
  rolling_3y: '“2024 - 26” or “2024/25 - 26/27”',
} as const

/** A period as UK tables write it, which must be one of the metric's own (rules IM6–IM9). */
export function readPeriod(text: string, calendar: Calendar): Outcome<Period> {
  const written = text.replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
  for (const read of READERS[calendar.frequency]) {
    const start = read(written, calendar)
    const period = start === null ? null : periodStarting(start, calendar)
    if (period) return done(period)
  }
  return refuse(
    'invalid',
    `“${text.trim()}” is no period of this metric. Write it like ${EXAMPLES[calendar.frequency]}, as its calendar has it.`,
  )
}

const READERS: Record<Calendar['frequency'], readonly Reader[]> = {
  monthly: [readMonth, readFirstDay],
  quarterly: [readQuarter, readFirstDay],
  annual: [readYear, readFirstDay],
  rolling_3y: [readPooled, readFirstDay],
}

/** `April 2026`, `Apr-26`, `2026-04`. */
function readMonth(text: string): string | null {
  const words = /^([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(text)
  if (words) {
    const named = (words[1] ?? '').toLowerCase()
    const month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(named))
    return month < 0 ? null : firstDay(fullYear(words[2] ?? ''), month + 1)
  }
  const figures = /^(\d{4})-(\d{1,2})$/.exec(text)
  return figures ? firstDay(Number(figures[1]), Number(figures[2])) : null
}

/** `2026/27 Q1`, `2026-27 Q1`, `2026 Q1`, `Q1 2026/27`. */
function readQuarter(text: string, { yearType }: Calendar): string | null {
  const [, quarter, year] = /^Q([1-4]) (.+)$/i.exec(text) ?? []
  const [, otherYear, otherQuarter] = /^(.+?) ?Q([1-4])$/i.exec(text) ?? []
  const start = readStartYear(year ?? otherYear ?? '', yearType)
  if (start === null) return null
  const months = FIRST_MONTH[yearType] - 1 + (Number(quarter ?? otherQuarter) - 1) * 3
  return firstDay(start + Math.floor(months / 12), (months % 12) + 1)
}

/** `2026` of a calendar year; `2026/27` or `2026-27` of one that begins in it and ends in the next. */
function readYear(text: string, { yearType }: Calendar): string | null {
  const start = readStartYear(text, yearType)
  return start === null ? null : firstDay(start, FIRST_MONTH[yearType])
}

/** `2024 - 26`, `2024-2026`; `2024/25 - 26/27`, `2024/25–27`. */
function readPooled(text: string, { yearType }: Calendar): string | null {
  const [, from = '', to = ''] = /^(.+?) ?- ?([\d/]+)$/.exec(text) ?? []
  const first = readStartYear(from, yearType)
  if (first === null || !isThirdYear(to, first, yearType)) return null
  return firstDay(first, FIRST_MONTH[yearType])
}

function isThirdYear(text: string, first: number, yearType: Calendar['yearType']): boolean {
  // Our own label for financial and academic years gives the year in which the last one ends.
  if (yearType !== 'calendar' && /^\d{2}$/.test(text)) return Number(text) === (first + 3) % 100
  return readStartYear(withCentury(text, first), yearType) === first + 2
}

/** The first day of the period itself, as a date. */
function readFirstDay(text: string): string | null {
  const parsed = parseTypedDate(text)
  return parsed.ok ? parsed.value : null
}

function readStartYear(text: string, yearType: Calendar['yearType']): number | null {
  if (yearType === 'calendar') return /^\d{4}$/.test(text) ? Number(text) : null
  const [, year, next] = /^(\d{4})[/-](\d{2}|\d{4})$/.exec(text) ?? []
  if (year === undefined || next === undefined) return null
  const follows = (Number(year) + 1) % 10 ** next.length === Number(next)
  return follows ? Number(year) : null
}

/** `26` after 2024 is 2026, and `26/27` is 2026/27. */
function withCentury(text: string, first: number): string {
  if (!/^\d{2}(\/|$)/.test(text)) return text
  const century = Math.floor((first + 2) / 100)
  return `${century}${text}`
}

function fullYear(figures: string): number {
  return figures.length === 4 ? Number(figures) : 2000 + Number(figures)
}

function firstDay(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}
