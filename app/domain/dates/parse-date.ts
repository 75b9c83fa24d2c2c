import { type Outcome, done, refuse } from '../outcome/outcome'
import { MONTHS } from './months'

interface DayParts {
  readonly day: number
  readonly month: number
  readonly year: number
}

/** Is this a real calendar day written `YYYY-MM-DD`, from 1900 to 2199? */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  return problemWith(toParts(match[3], match[2], match[1])) === null
}

/** What a person typed as day, month, year → `YYYY-MM-DD`; null when the field is empty. */
export function parseTypedDate(text: string): Outcome<string | null> {
  const typed = text.trim()
  if (typed === '') return done(null)
  if (isDate(typed)) return done(typed)
  const parts = splitTypedDate(typed)
  if (!parts)
    return refuse('invalid', 'This is not a date. Write it like 31 March 2029 or 31/3/2029.')
  const problem = problemWith(parts)
  return problem === null ? done(writeDate(parts)) : refuse('invalid', problem)
}

/** The UTC day of a `Date`, as databases hand back a date column. */
export function toDate(value: Date): string {
  return value.toISOString().slice(0, 10)
}

function splitTypedDate(typed: string): DayParts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return toParts(iso[3], iso[2], iso[1])
  const figures = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,4})$/.exec(typed)
  if (figures) return toParts(figures[1], figures[2], figures[3])
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,})\.?,?[\s-]+(\d{1,4})$/i.exec(typed)
  const month = monthNamed(words?.[2] ?? '')
  return words && month ? toParts(words[1], String(month), words[3]) : null
}

function monthNamed(word: string): number | null {
  if (word === '') return null
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(word.toLowerCase()))
  return index < 0 ? null : index + 1
}

function problemWith({ day, month, year }: DayParts): string | null {
  if (year < 100) return 'Write the year with four figures, like 2029.'
  if (year < 1900 || year > 2199) return 'The year must be between 1900 and 2199.'
  if (month < 1 || month > 12)
    return `There is no month ${month}. Write the day first, like 31/3/2029.`
  const days = daysIn(month, year)
  if (day < 1 || day > days)
    return `${MONTHS[month - 1]} ${year} has no day ${day}: it has ${days}.`
  return null
}

function daysIn(month: number, year: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function toParts(day = '', month = '', year = ''): DayParts {
  return { day: Number(day), month: Number(month), year: Number(year) }
}

function writeDate({ day, month, year }: DayParts): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
