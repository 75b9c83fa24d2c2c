import type { AreaRef } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  type AreaReading,
  type Compared,
  type KnownValue,
  type LeftOut,
  listAbsent,
  listKnown,
} from './area-reading'
import { type Counts, countsBehind } from './counted-rate'
import { eventsPer } from './events-per'
import { type Bounds, type FunnelLimits, limitProportion, limitRate } from './funnel-limits'

/** With fewer areas each one is much of the average it is compared with. */
export const FEWEST_IN_FUNNEL = 3

export interface FunnelPoint {
  readonly area: AreaRef
  readonly denominator: number
  /** This and the limits are in the metric's unit. */
  readonly value: number
  readonly p95: Bounds
  readonly p998: Bounds
  readonly method: FunnelLimits['method']
  readonly place: 'within' | 'beyond_95' | 'beyond_998'
  /** Null within the limits. */
  readonly side: 'high' | 'low' | null
  /** Null within the limits, or where neither side is better. */
  readonly standing: 'better' | 'worse' | null
}

export interface Funnel {
  /** All events over all people of the areas shown, in the metric's unit. */
  readonly average: number
  /** Smallest denominator first. */
  readonly points: readonly FunnelPoint[]
  readonly leftOut: readonly LeftOut[]
}

type Counted = KnownValue & Counts

/** Which areas differ from the average of all by more than chance (rules CM23–CM27). */
export function drawFunnel(readings: readonly AreaReading[], metric: Compared): Outcome<Funnel> {
  const per = eventsPer(metric.unit)
  const isFit = metric.valueType === 'proportion' || metric.valueType === 'crude_rate'
  if (per === null || !isFit)
    return refuse(
      'invalid',
      'A funnel is for proportions and crude rates whose unit says per how many.',
    )
  const leftOut = listAbsent(readings)
  const counted = listKnown(readings).flatMap((known): Counted[] => {
    const counts = countsBehind(known, metric)
    if (typeof counts !== 'string') return [{ ...known, ...counts }]
    leftOut.push({ area: known.area, why: counts })
    return []
  })
  if (counted.length < FEWEST_IN_FUNNEL)
    return refuse('invalid', `A funnel needs at least ${FEWEST_IN_FUNNEL} areas with counts.`)
  const chance = sumOf(counted, 'numerator') / sumOf(counted, 'denominator')
  const points = counted
    .map((one) => placePoint(one, chance, metric))
    .sort((a, b) => a.denominator - b.denominator)
  return done({ average: chance * per, points, leftOut })
}

function placePoint(one: Counted, chance: number, metric: Compared): FunnelPoint {
  const limit = metric.valueType === 'proportion' ? limitProportion : limitRate
  const limits = limit(one.denominator, chance)
  const scale = (eventsPer(metric.unit) ?? 1) / one.denominator
  const inUnit = ({ lower, upper }: Bounds) => ({ lower: lower * scale, upper: upper * scale })
  const side = sideOf(one.numerator, limits.p95)
  return {
    area: one.area,
    denominator: one.denominator,
    value: one.numerator * scale,
    p95: inUnit(limits.p95),
    p998: inUnit(limits.p998),
    method: limits.method,
    place: placeOf(side, sideOf(one.numerator, limits.p998)),
    side,
    standing: standingOf(side, metric),
  }
}

function sideOf(events: number, { lower, upper }: Bounds): FunnelPoint['side'] {
  if (events > upper) return 'high'
  return events < lower ? 'low' : null
}

function placeOf(
  beyond95: FunnelPoint['side'],
  beyond998: FunnelPoint['side'],
): FunnelPoint['place'] {
  if (beyond998) return 'beyond_998'
  return beyond95 ? 'beyond_95' : 'within'
}

function standingOf(
  side: FunnelPoint['side'],
  { polarity }: Pick<Compared, 'polarity'>,
): FunnelPoint['standing'] {
  if (side === null || polarity === 'neutral') return null
  return (side === 'high') === (polarity === 'high_good') ? 'better' : 'worse'
}

function sumOf(counted: readonly Counted[], field: 'numerator' | 'denominator'): number {
  return counted.reduce((sum, one) => sum + one[field], 0)
}
