/** Process limits around a mean, in the series' own unit. They are not clamped at 0 or 100%. */
export interface Limits {
  readonly lower: number
  readonly upper: number
  /** Two thirds of the way from the mean to the limit. */
  readonly nearLower: number
  readonly nearUpper: number
}

export interface Baseline {
  readonly mean: number
  readonly averageMovingRange: number | null
  /** Null when the baseline shows no variation at all or has one point. */
  readonly limits: Limits | null
}

const LIMIT_FACTOR = 2.66
const SCREEN_FACTOR = 3.267

/**
 * Mean, average moving range and limits of the baseline values, in date order (rules SC1–SC4).
 * Source: NHSRplotthedots, `ptd_spc_standard`.
 */
export function calculateBaseline(values: readonly number[], screenOutliers: boolean): Baseline {
  const mean = calculateMean(values)
  const averageMovingRange = averageRange(movingRanges(values), screenOutliers)
  if (averageMovingRange === null) return { mean, averageMovingRange, limits: null }
  const reach = LIMIT_FACTOR * averageMovingRange
  const limits = {
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (reach * 2) / 3,
    nearUpper: mean + (reach * 2) / 3,
  }
  return { mean, averageMovingRange, limits }
}

/** Twice over, as R does: the second pass removes the rounding of the first, so equal values equal their mean. */
function calculateMean(values: readonly number[]): number {
  const first = sum(values) / values.length
  return first + sum(values.map((value) => value - first)) / values.length
}

function averageRange(ranges: readonly number[], screenOutliers: boolean): number | null {
  if (ranges.length === 0) return null
  const average = calculateMean(ranges)
  if (!screenOutliers) return average
  const kept = ranges.filter((range) => range < SCREEN_FACTOR * average)
  return kept.length === 0 ? null : calculateMean(kept)
}

function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
