import { isPercent } from '../numbers/unit'

/** For how many of the denominator a value is: 100 for `%`, 1,000 for `per 1,000 bed days`; null when the unit does not say (rule CM10). */
export function eventsPer(unit: string): number | null {
  if (isPercent(unit)) return 100
  const match = /\bper\s+(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,])/i.exec(unit)
  const figure = Number(match?.[1]?.replaceAll(',', '') ?? 0)
  return figure > 0 ? figure : null
}

/** What the two counts make, in the metric's unit. */
export function rateOf(counts: { numerator: number; denominator: number }, per: number): number {
  return (counts.numerator / counts.denominator) * per
}
