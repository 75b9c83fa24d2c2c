import type { AreaRef, Polarity, ValueType } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type AreaReading, type Compared, type KnownValue, listKnown } from './area-reading'

/** ONS marks rates from fewer than 20 deaths as unreliable (User guide to mortality statistics). */
export const FEW_EVENTS = 20

/** How many times one end of a set of areas is the other: never below 1, without a unit. */
export interface Spread {
  readonly highest: AreaRef
  readonly lowest: AreaRef
  /** Null where neither side is better. */
  readonly best: AreaRef | null
  readonly worst: AreaRef | null
  readonly ratio: number
  /** An end that rests on few events, or on an unknown number of them; empty when neither does. */
  readonly warnings: readonly string[]
}

/** Values whose zero is a convention have no meaningful ratio. */
const WITHOUT_RATIO: ReadonlySet<ValueType> = new Set(['score', 'slope_index'])

export function hasRatio(valueType: ValueType): boolean {
  return !WITHOUT_RATIO.has(valueType)
}

/** The highest value over the lowest one of a period (rules CM6–CM8). */
export function measureSpread(
  readings: readonly AreaReading[],
  metric: Pick<Compared, 'polarity' | 'valueType'>,
): Outcome<Spread> {
  if (!hasRatio(metric.valueType))
    return refuse('invalid', 'A score or an index is not so many times another. Show the values.')
  const known = listKnown(readings).sort((a, b) => b.value - a.value)
  const [highest] = known
  const lowest = known.at(-1)
  if (!highest || !lowest || known.length < 2)
    return refuse('invalid', 'At least two areas with a value are needed to compare the ends.')
  if (lowest.value <= 0)
    return refuse('invalid', 'The lowest value is not above zero, so nothing is so many times it.')
  return done({
    highest: highest.area,
    lowest: lowest.area,
    ...sidesOf(highest, lowest, metric.polarity),
    ratio: highest.value / lowest.value,
    warnings: [highest, lowest].flatMap((end) => warnOfFew(end, metric.valueType)),
  })
}

function sidesOf(
  highest: KnownValue,
  lowest: KnownValue,
  polarity: Polarity,
): Pick<Spread, 'best' | 'worst'> {
  if (polarity === 'neutral') return { best: null, worst: null }
  return polarity === 'high_good'
    ? { best: highest.area, worst: lowest.area }
    : { best: lowest.area, worst: highest.area }
}

/** What chance does to a value with few events behind it (rule CM8). */
export function warnOfFew({ area, reading }: KnownValue, valueType: ValueType): string[] {
  const { numerator, denominator } = reading
  if (numerator === null)
    return [`It is not known how many people are behind the value of ${area.name}.`]
  const others = valueType === 'proportion' && denominator !== null ? denominator - numerator : null
  const fewest = Math.min(numerator, others ?? numerator)
  if (fewest >= FEW_EVENTS) return []
  return [`${area.name} rests on fewer than ${FEW_EVENTS} events: chance moves its value a lot.`]
}
