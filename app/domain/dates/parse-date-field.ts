import type { Outcome } from '../outcome/outcome'
import { parseTypedDate } from './parse-date'

/** The date posted by a field of day, month and year (`name-day`, `name-month`, `name-year`); null when all are empty. */
export function parseDateField(
  form: { get(name: string): unknown },
  name: string,
): Outcome<string | null> {
  const typed = ['day', 'month', 'year']
    .map((part) => form.get(`${name}-${part}`))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  return parseTypedDate(typed.join(' '))
}
