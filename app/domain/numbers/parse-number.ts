import { type Outcome, done, refuse } from '../outcome/outcome'
import { isCount, isPercent, sameUnit } from './unit'

const EXAMPLE = 'Write a number in figures, like 12.5 or 1,234.'

/** What a person typed as a plain number; null when the field is empty. */
export function parseNumber(text: string): Outcome<number | null> {
  const typed = text.trim().replace(/^\u2212/, '-')
  if (typed === '') return done(null)
  if (/^[+-]?\d+,\d{1,2}$/.test(typed) || /^[+-]?\d+,\d{4,}$/.test(typed))
    return refuse(
      'invalid',
      'Use a full stop for decimals and commas for thousands only, like 1,234.5.',
    )
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(typed))
    return refuse('invalid', `This is not a number. ${EXAMPLE}`)
  if (typed.replace(/\D/g, '').length > 15)
    return refuse('invalid', 'This number has more than 15 figures, too many to keep exactly.')
  return done(Number(typed.replaceAll(',', '')))
}

/** A baseline or target as typed, in the metric's `unit`; `null` as unit means the metric is not known. */
export function parseValue(text: string, unit: string | null): Outcome<number | null> {
  const typed = text.trim()
  if (typed === '') return done(null)
  if (unit === null || unit.trim() === '')
    return refuse(
      'invalid',
      'This metric has no unit in the register, so a number would mean nothing.',
    )
  const { figures, rest } = splitUnit(typed)
  const number = parseNumber(figures)
  if (!number.ok) return number
  if (rest !== '' && !sameUnit(rest, unit)) return refuse('invalid', otherUnit(unit))
  if (isPercent(unit) && isOutside(number.value, 0, 100))
    return refuse('invalid', 'A percentage must be between 0 and 100.')
  return number
}

function isOutside(value: number | null, least: number, most: number): boolean {
  return value !== null && (value < least || value > most)
}

function splitUnit(typed: string): { figures: string; rest: string } {
  const match = /^([+\-\u2212]?[\d.,]+)(\s*%|\p{L}+|\s+[\p{L}£].*)?$/u.exec(typed)
  return match
    ? { figures: match[1] ?? '', rest: (match[2] ?? '').trim() }
    : { figures: typed, rest: '' }
}

function otherUnit(unit: string): string {
  if (isCount(unit)) return 'This metric is a count. Write the number alone.'
  return `This metric is measured in ${isPercent(unit) ? 'per cent' : `“${unit}”`}. Write the number in that unit.`
}
