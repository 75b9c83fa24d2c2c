/** What stands in the three boxes of a date field. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** `2027-03-02` → day 2, month 3, year 2027. */
export function splitDate(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** The boxes as one typed text, `2 3 2027`; empty when all are. What is missing leaves its place out. */
export function joinDateParts(parts: DateParts): string {
  return [parts.day, parts.month, parts.year]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}
