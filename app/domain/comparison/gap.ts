import type { Polarity } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Reading, valueOf } from './area-reading'

export interface Named {
  readonly name: string
  readonly reading: Reading | null
}

/** How far one group or area is from another. */
export interface Gap {
  /** The first less the second, in the metric's unit. */
  readonly absolute: number
  /** The first over the second, without a unit; null when the second is not above zero. */
  readonly relative: number | null
  /** Of the absolute gap, 95%; null unless both values have an interval. */
  readonly interval: { readonly lower: number; readonly upper: number } | null
  /** Of the first to the second; null where neither side is better. */
  readonly standing: 'better' | 'worse' | 'same' | null
}

/** The gap from one group to another in one period (rules CM16–CM18). */
export function measureGap(first: Named, second: Named, polarity: Polarity): Outcome<Gap> {
  for (const { name, reading } of [first, second]) {
    const value = valueOf(reading)
    if (value === 'missing') return refuse('invalid', `${name} has no value, so there is no gap.`)
    if (value === 'suppressed')
      return refuse('invalid', `The value of ${name} is suppressed (c), so there is no gap.`)
  }
  const a = Number(first.reading?.value)
  const b = Number(second.reading?.value)
  return done({
    absolute: a - b,
    relative: b > 0 ? a / b : null,
    interval: intervalOf(first.reading, second.reading),
    standing: standingOf(a - b, polarity),
  })
}

/**
 * From the two intervals by MOVER (Zou and Donner, Statistics in Medicine 2008; Newcombe's method for proportions).
 * It takes the two values to be independent, as those of different people are.
 */
function intervalOf(first: Reading | null, second: Reading | null): Gap['interval'] {
  const a = endsOf(first)
  const b = endsOf(second)
  if (!a || !b) return null
  const gap = a.value - b.value
  return {
    lower: gap - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: gap + Math.hypot(a.upper - a.value, b.value - b.lower),
  }
}

function endsOf(reading: Reading | null) {
  const { value = null, lower95 = null, upper95 = null } = reading ?? {}
  if (value === null || lower95 === null || upper95 === null) return null
  return { value, lower: lower95, upper: upper95 }
}

function standingOf(absolute: number, polarity: Polarity): Gap['standing'] {
  if (polarity === 'neutral') return null
  if (absolute === 0) return 'same'
  return absolute > 0 === (polarity === 'high_good') ? 'better' : 'worse'
}

export interface GapAt {
  readonly start: string
  readonly label: string
  readonly gap: Outcome<Gap>
}

interface NamedSeries {
  readonly name: string
  readonly rows: readonly Observation[]
}

/** The gap in every period either of the two has, oldest first; a period without a gap says why (rule CM19). */
export function measureGaps(
  first: NamedSeries,
  second: NamedSeries,
  polarity: Polarity,
): readonly GapAt[] {
  const a = byPeriod(first.rows)
  const b = byPeriod(second.rows)
  return [...new Map([...a, ...b]).values()]
    .map(({ period }) => period)
    .sort((one, other) => one.start.localeCompare(other.start))
    .map(({ start, label }) => ({
      start,
      label,
      gap: measureGap(
        { name: first.name, reading: a.get(start) ?? null },
        { name: second.name, reading: b.get(start) ?? null },
        polarity,
      ),
    }))
}

function byPeriod(rows: readonly Observation[]): Map<string, Observation> {
  return new Map(keepCurrent(rows).map((row) => [row.period.start, row]))
}
