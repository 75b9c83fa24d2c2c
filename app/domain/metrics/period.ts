import { financialQuarterOf, financialYearOf, formatFinancialYear } from '../dates/financial-year'
import { MONTHS } from '../dates/months'
import { isDate, toDate } from '../dates/parse-date'
import type { Frequency, Metric, YearType } from './metric'

/** A stretch of whole days, both ends included, as YYYY-MM-DD. */
export interface Period {
  readonly start: string
  readonly end: string
  readonly label: string
}

export type Calendar = Pick<Metric, 'frequency' | 'yearType'>

const MONTHS_LONG: Record<Frequency, number> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  rolling_3y: 36,
}

/** Months from one period's start to the next one's; pooled years overlap. */
const MONTHS_APART: Record<Frequency, number> = { ...MONTHS_LONG, rolling_3y: 12 }

const FIRST_MONTH: Record<YearType, number> = { calendar: 1, financial: 4, academic: 9 }

/** The period of this calendar that starts on that day; null when none does (rule ME4). */
export function periodStarting(start: string, calendar: Calendar): Period | null {
  if (!isDate(start) || !start.endsWith('-01')) return null
  const first = calendar.frequency === 'monthly' ? 1 : FIRST_MONTH[calendar.yearType]
  const offset = (Number(start.slice(5, 7)) - first + 12) % MONTHS_APART[calendar.frequency]
  if (offset !== 0) return null
  const end = addDays(addMonths(start, MONTHS_LONG[calendar.frequency]), -1)
  return { start, end, label: labelPeriod(start, calendar) }
}

/** Every period that ended before `today`, newest first, back to `from` (rule ME6). */
export function listPeriods(
  calendar: Calendar,
  { from, today }: { from: string; today: string },
): Period[] {
  const periods: Period[] = []
  for (let start = firstStart(from, calendar); start < today; start = nextStart(start, calendar)) {
    const period = periodStarting(start, calendar)
    if (period && period.end < today) periods.unshift(period)
  }
  return periods
}

/** Periods from one start to another, the last included: 1 for the same period (rule ME10). */
export function countPeriods(from: string, to: string, frequency: Frequency): number {
  return Math.round(monthsBetween(from, to) / MONTHS_APART[frequency]) + 1
}

export const PERIOD_NOUNS: Record<Frequency, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  rolling_3y: 'period',
}

/** `April 2026`, `2026/27 Q1`, `2026 Q1`, `2026/27`, `2026`, `2024–26` (rule ME5). */
function labelPeriod(start: string, { frequency, yearType }: Calendar): string {
  const year = Number(start.slice(0, 4))
  const month = Number(start.slice(5, 7))
  if (frequency === 'monthly') return `${MONTHS[month - 1] ?? ''} ${year}`
  if (frequency === 'quarterly') return labelQuarter(start, yearType)
  const crossesYears = yearType !== 'calendar'
  if (frequency === 'annual') return crossesYears ? formatFinancialYear(year) : String(year)
  if (crossesYears)
    return `${formatFinancialYear(year)}–${String((year + 3) % 100).padStart(2, '0')}`
  return `${year}–${String((year + 2) % 100).padStart(2, '0')}`
}

function labelQuarter(start: string, yearType: YearType): string {
  const year = Number(start.slice(0, 4))
  const month = Number(start.slice(5, 7))
  if (yearType === 'financial')
    return `${formatFinancialYear(financialYearOf(start))} Q${financialQuarterOf(start)}`
  const first = FIRST_MONTH[yearType]
  const quarter = Math.floor(((month - first + 12) % 12) / 3) + 1
  if (yearType === 'calendar') return `${year} Q${quarter}`
  return `${formatFinancialYear(month >= first ? year : year - 1)} Q${quarter}`
}

/** The first start of a period on or before the month of `from`. */
function firstStart(from: string, calendar: Calendar): string {
  let start = `${from.slice(0, 7)}-01`
  while (!periodStarting(start, calendar)) start = addMonths(start, -1)
  return start
}

function nextStart(start: string, calendar: Calendar): string {
  return addMonths(start, MONTHS_APART[calendar.frequency])
}

function monthsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

function addMonths(date: string, months: number): string {
  return toDate(
    new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1)),
  )
}

function addDays(date: string, days: number): string {
  return toDate(new Date(Date.parse(date) + days * 86_400_000))
}
