import type { AreaRef, Polarity } from '../metrics/metric'
import { type Absence, type AreaReading, listKnown, valueOf } from './area-reading'

export interface RankedArea {
  readonly area: AreaRef
  readonly value: number
  /** 1 is the first; areas of equal value share a rank and the next ranks are skipped: 1, 2=, 2=, 4. */
  readonly rank: number
  readonly tied: boolean
}

export interface Ranking {
  /** Where neither side is better, the highest value stands first and nobody is best. */
  readonly order: 'best_first' | 'highest_first'
  readonly ranked: readonly RankedArea[]
  readonly unranked: readonly { readonly area: AreaRef; readonly why: Absence }[]
}

/** Areas in order of one metric's values in one period (rules CM3–CM5). */
export function rankAreas(readings: readonly AreaReading[], polarity: Polarity): Ranking {
  const sign = polarity === 'low_good' ? 1 : -1
  const sorted = listKnown(readings).sort(
    (a, b) => sign * (a.value - b.value) || a.area.name.localeCompare(b.area.name, 'en-GB'),
  )
  const values = sorted.map((known) => known.value)
  return {
    order: polarity === 'neutral' ? 'highest_first' : 'best_first',
    ranked: sorted.map(({ area, value }) => ({
      area,
      value,
      rank: values.indexOf(value) + 1,
      tied: values.indexOf(value) !== values.lastIndexOf(value),
    })),
    unranked: readings.flatMap(({ area, reading }) => {
      const value = valueOf(reading)
      return typeof value === 'number' ? [] : [{ area, why: value }]
    }),
  }
}

/** `4`, or `2=` for a shared rank. */
export function formatRank({ rank, tied }: Pick<RankedArea, 'rank' | 'tied'>): string {
  return tied ? `${rank}=` : String(rank)
}
