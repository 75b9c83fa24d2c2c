import type { AreaRef } from '../metrics/metric'
import { countOf, formatNumber, formatValue } from '../numbers/format-number'
import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  type AreaReading,
  type Compared,
  type KnownValue,
  type LeftOut,
  listAbsent,
  listKnown,
} from './area-reading'
import { countsBehind } from './counted-rate'
import { eventsPer } from './events-per'
import { percentileOf } from './percentile'

/** Of fewer than four areas a quarter is not one area. */
export const FEWEST_AREAS = 4
const TOP_QUARTER = { high_good: 0.75, low_good: 0.25 } as const

/** The parts of the arithmetic: amount = difference × denominator ÷ per. */
export interface Opportunity {
  readonly area: AreaRef
  /** The area's own value, in the metric's unit. */
  readonly rate: number
  /** What a quarter of the areas reach or better, in the metric's unit. */
  readonly reference: number
  /** How far the rate is on the worse side of the reference, in the metric's unit; 0 when it is not. */
  readonly difference: number
  readonly denominator: number
  readonly per: number
  /** People, days or whatever the metric's numerator counts; not rounded. */
  readonly amount: number
}

export interface Opportunities {
  readonly reference: number
  /** How many areas the reference is from. */
  readonly areas: number
  readonly each: readonly Opportunity[]
  readonly leftOut: readonly LeftOut[]
  /** Of `each` only: not of those left out. */
  readonly total: number
}

/** What matching the top quarter would mean for each area: a bound by arithmetic, not a forecast (rules CM12–CM15). */
export function measureOpportunities(
  readings: readonly AreaReading[],
  metric: Compared,
): Outcome<Opportunities> {
  const unfit = findUnfit(metric)
  if (unfit !== null || metric.polarity === 'neutral') return refuse('invalid', unfit ?? '')
  const known = listKnown(readings)
  const values = known.map(({ value }) => value)
  const reference = percentileOf(values, TOP_QUARTER[metric.polarity])
  if (reference === null || known.length < FEWEST_AREAS)
    return refuse(
      'invalid',
      `A top quarter needs at least ${FEWEST_AREAS} areas with a value; there ${known.length === 1 ? 'is' : 'are'} ${known.length}.`,
    )
  const judged = known.map((one) => measureOne(one, reference, metric))
  const each = judged.filter((one): one is Opportunity => 'amount' in one)
  if (each.length === 0)
    return refuse('invalid', 'No area has the numerator and denominator this is worked out from.')
  return done({
    reference,
    areas: known.length,
    each,
    leftOut: [...judged.flatMap((one) => ('why' in one ? [one] : [])), ...listAbsent(readings)],
    total: each.reduce((sum, { amount }) => sum + amount, 0),
  })
}

function findUnfit(metric: Compared): string | null {
  if (metric.polarity === 'neutral')
    return 'Neither a higher nor a lower value of this metric is better, so there is no top quarter.'
  if (metric.valueType !== 'proportion' && metric.valueType !== 'crude_rate')
    return 'Only a proportion or a crude rate multiplies back into people or days.'
  if (eventsPer(metric.unit) === null)
    return `The unit “${metric.unit}” does not say per how many, so a difference cannot become people or days.`
  return null
}

function measureOne(known: KnownValue, reference: number, metric: Compared): Opportunity | LeftOut {
  const counts = countsBehind(known, metric)
  const per = eventsPer(metric.unit)
  if (typeof counts === 'string' || per === null)
    return { area: known.area, why: typeof counts === 'string' ? counts : '' }
  const behind = metric.polarity === 'high_good' ? reference - known.value : known.value - reference
  const difference = Math.max(0, behind)
  return {
    area: known.area,
    rate: known.value,
    reference,
    difference,
    denominator: counts.denominator,
    per,
    amount: (difference * counts.denominator) / per,
  }
}

interface Context {
  readonly metric: Compared
  readonly period: string
  /** How many areas the reference is from. */
  readonly areas: number
  /** What the numerator counts, one and many. */
  readonly noun: readonly [one: string, many: string]
}

/** The estimate with its parts in plain words (rule CM15). */
export function describeOpportunity(opportunity: Opportunity, context: Context): string {
  const { metric, period, areas, noun } = context
  const show = (value: number) => formatValue({ value }, metric)
  const set = `${show(opportunity.reference)}, which a quarter of ${areas} areas reach or better in ${period}`
  const name = opportunity.area.name
  if (opportunity.difference === 0)
    return `${name} at ${show(opportunity.rate)} is already at or better than ${set}.`
  const rounded = Math.round(opportunity.amount)
  const side = metric.polarity === 'low_good' ? 'fewer' : 'more'
  const amount = countOf(rounded, `${side} ${noun[0]}`, `${side} ${noun[1]}`)
  const sum = `${show(opportunity.difference)} of ${formatNumber(opportunity.denominator, 0)}`
  return `If ${name} at ${show(opportunity.rate)} matched ${set}: ${amount} (${sum}). This is arithmetic, not a forecast.`
}
