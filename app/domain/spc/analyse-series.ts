import { type Limits, calculateBaseline } from './limits'
import { findClose, findOutside } from './rules/outside'
import { findShifts } from './rules/shift'
import { type Sign, signOf } from './rules/sign'
import { findTrends } from './rules/trend'
import { findTwoOfThree } from './rules/two-of-three'
import type { SpcSettings } from './settings'
import { type PointType, type SpecialCause, judgeCause, nameSpecialCause } from './special-cause'

/** One value of a series; `start` (YYYY-MM-DD) orders the points. */
export interface SeriesPoint {
  readonly start: string
  readonly value: number
}

/** A point with everything the XmR chart says about it. */
export interface XmrPoint extends SeriesPoint {
  /** 0 for the first group, one more after each rebase. */
  readonly group: number
  readonly mean: number
  readonly limits: Limits | null
  readonly side: Sign
  readonly isOutside: boolean
  readonly isClose: boolean
  readonly cause: SpecialCause
  readonly type: PointType
}

/**
 * The XmR chart of a series: one point out for each point in, in date order.
 * Source: NHS England's Making Data Count as NHSRplotthedots computes it; rules SC1–SC11.
 */
export function analyseSeries(points: readonly SeriesPoint[], settings: SpcSettings): XmrPoint[] {
  const ordered = [...points].sort((a, b) => a.start.localeCompare(b.start))
  const groups = splitAtRebases(ordered, settings.rebaseAt)
  return groups.flatMap((group, index) => analyseGroup(group, index, settings))
}

function splitAtRebases(
  points: readonly SeriesPoint[],
  rebaseAt: readonly string[],
): readonly SeriesPoint[][] {
  const groups = new Map<number, SeriesPoint[]>()
  for (const point of points) {
    const passed = rebaseAt.filter((start) => start <= point.start).length
    groups.set(passed, [...(groups.get(passed) ?? []), point])
  }
  return [...groups.values()]
}

function analyseGroup(
  points: readonly SeriesPoint[],
  group: number,
  settings: SpcSettings,
): XmrPoint[] {
  const values = points.map((point) => point.value)
  const baseline = values.slice(0, settings.fixAfter ?? values.length)
  const { mean, limits } = calculateBaseline(baseline, settings.screenOutliers)
  const sides = values.map((value) => signOf(value - mean))
  const outside = findOutside(values, limits)
  const close = findClose(values, limits)
  const trends = findTrends(values, settings.trendLength)
  const twoOfThree = findTwoOfThree(sides, close)
  const shifts = findShifts(sides, settings.shiftLength)
  return points.map((point, index) => {
    const cause = nameSpecialCause({
      outside: outside[index] ?? 0,
      trend: trends[index] ?? 0,
      twoOfThree: twoOfThree[index] ?? 0,
      shift: shifts[index] ?? 0,
    })
    return {
      ...point,
      group,
      mean,
      limits,
      side: sides[index] ?? 0,
      isOutside: outside[index] !== 0,
      isClose: close[index] ?? false,
      cause,
      type: judgeCause(cause, settings.direction),
    }
  })
}
