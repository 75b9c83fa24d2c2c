import { array, assert, integer, pre, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSeries } from '../../../test/build/series'
import { type XmrPoint, analyseSeries } from './analyse-series'
import { DEFAULT_SPC_SETTINGS, type Direction } from './settings'

// Whole numbers keep sums exact, so that a tie with the mean stays a tie after shifting and scaling.
const series = array(integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 })

function analyse(values: readonly number[], direction: Direction = 'increase'): XmrPoint[] {
  return analyseSeries(buildSeries(values), { ...DEFAULT_SPC_SETTINGS, direction })
}

/** A mean or limit that a value meets exactly falls either way by rounding: such series are left out. */
function isClearCut(points: readonly XmrPoint[]): boolean {
  return points.every(({ value, mean, limits, side }) => {
    const lines = limits ? [limits.lower, limits.upper, limits.nearLower, limits.nearUpper] : []
    const all = side === 0 ? lines : [...lines, mean]
    return all.every((line) => Math.abs(value - line) > 1e-6)
  })
}

function causes(points: readonly XmrPoint[]) {
  return points.map((point) => point.cause)
}

describe('properties of the chart', () => {
  it('[SC20] shifts with a constant', () => {
    assert(
      property(series, integer({ min: -500, max: 500 }), (values, constant) => {
        const before = analyse(values)
        pre(isClearCut(before))
        const after = analyse(values.map((value) => value + constant))
        expect(causes(after)).toEqual(causes(before))
        expect(after[0]?.mean).toBeCloseTo((before[0]?.mean ?? 0) + constant, 6)
        const upper = before[0]?.limits?.upper
        expect(after[0]?.limits?.upper ?? 0).toBeCloseTo(
          upper === undefined ? 0 : upper + constant,
          6,
        )
      }),
    )
  })

  it('[SC21] scales with a positive factor', () => {
    assert(
      property(series, integer({ min: 2, max: 64 }), (values, factor) => {
        const before = analyse(values)
        pre(isClearCut(before))
        const after = analyse(values.map((value) => value * factor))
        expect(causes(after)).toEqual(causes(before))
        const lower = before[0]?.limits?.lower ?? 0
        expect(after[0]?.limits?.lower ?? 0).toBeCloseTo(lower * factor, 4)
      }),
    )
  })

  it('[SC22] keeps types when values and direction are mirrored', () => {
    assert(
      property(series, (values) => {
        const before = analyse(values)
        pre(isClearCut(before))
        const mirrored = analyse(
          values.map((value) => -value),
          'decrease',
        )
        expect(mirrored.map((point) => point.type)).toEqual(before.map((point) => point.type))
      }),
    )
  })

  it('[SC22] swaps improvement and concern with the direction', () => {
    const swap = {
      special_cause_improvement: 'special_cause_concern',
      special_cause_concern: 'special_cause_improvement',
      common_cause: 'common_cause',
      special_cause_neutral_high: 'never',
      special_cause_neutral_low: 'never',
    }
    assert(
      property(series, (values) => {
        const types = analyse(values, 'increase').map((point) => point.type)
        const flipped = analyse(values, 'decrease').map((point) => point.type)
        expect(flipped).toEqual(types.map((type) => swap[type]))
      }),
    )
  })
})
