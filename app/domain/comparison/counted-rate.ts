import { eventsPer, rateOf } from './events-per'
import type { Compared, KnownValue } from './area-reading'

export interface Counts {
  readonly numerator: number
  readonly denominator: number
}

/** Numerator and denominator of a value, when they are there and do make it; else the sentence that says what is wrong (rule CM11). */
export function countsBehind(known: KnownValue, metric: Compared): Counts | string {
  const { numerator, denominator } = known.reading
  const name = known.area.name
  const per = eventsPer(metric.unit)
  if (per === null) return `“${metric.unit}” does not say per how many.`
  if (numerator === null || denominator === null)
    return `${name} has no numerator and denominator on record.`
  if (denominator <= 0) return `The denominator of ${name} is not above zero.`
  const made = rateOf({ numerator, denominator }, per)
  const tolerance = 0.5 * 10 ** -metric.decimals + 0.01 * Math.abs(made)
  if (Math.abs(made - known.value) > tolerance)
    return `The counts of ${name} do not make its value: check the unit and the counts.`
  return { numerator, denominator }
}
