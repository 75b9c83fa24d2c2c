import { describe, expect, it } from 'vitest'
import { buildSeries } from '../../../test/build/series'
import { analyseSeries } from './analyse-series'
import { DEFAULT_SPC_SETTINGS, type SpcSettings } from './settings'

function analyse(values: readonly number[], settings: Partial<SpcSettings> = {}) {
  return analyseSeries(buildSeries(values), { ...DEFAULT_SPC_SETTINGS, ...settings })
}

function causes(values: readonly number[], settings: Partial<SpcSettings> = {}) {
  return analyse(values, settings).map((point) => point.cause)
}

const OUTLIER = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

describe('limits', () => {
  it('[SC1] fixes the baseline after a number of points', () => {
    const [first] = analyse([4, 6, 4, 6, 20, 20], { fixAfter: 4 })
    expect(first?.mean).toBe(5)
    expect(first?.limits?.upper).toBeCloseTo(5 + 2.66 * 2, 10)
  })

  it('[SC2] puts limits at 2.66 moving ranges, near limits at two thirds', () => {
    const limits = analyse([1, 3, 1, 3])[0]?.limits
    expect(limits?.upper).toBeCloseTo(7.32, 10)
    expect(limits?.lower).toBeCloseTo(-3.32, 10)
    expect(limits?.nearUpper).toBeCloseTo(2 + (5.32 * 2) / 3, 10)
    expect(limits?.nearLower).toBeCloseTo(2 - (5.32 * 2) / 3, 10)
  })

  it('[SC3] screens moving ranges of 3.267 averages and more, once', () => {
    const screened = analyse(OUTLIER)[4]
    const plain = analyse(OUTLIER, { screenOutliers: false })[4]
    expect(screened?.limits?.upper).toBeCloseTo(4.6, 2)
    expect(screened?.limits?.lower).toBeCloseTo(-0.72, 2)
    expect(plain?.limits?.upper).toBeCloseTo(6.95, 2)
    expect(plain?.limits?.lower).toBeCloseTo(-3.06, 2)
    expect([screened?.cause, plain?.cause]).toEqual(['above_upper_limit', 'above_upper_limit'])
  })

  it('[SC4] has no limits for one point or for equal values', () => {
    expect(analyse([3])[0]?.limits).toBeNull()
    expect(analyse([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).map((p) => [p.limits, p.cause])).toEqual(
      Array.from({ length: 7 }, () => [null, 'common_cause']),
    )
    expect(analyse([5, 5, 5], { screenOutliers: false })[0]?.limits?.upper).toBe(5)
  })
})

describe('special causes', () => {
  it('[SC5] leaves a value on the limit inside', () => {
    const values = [5, 5, 5, 5, 5, 5]
    expect(analyse(values, { screenOutliers: false }).some((point) => point.isOutside)).toBe(false)
    const last = analyse([...values, 5.01], { screenOutliers: false, fixAfter: 6 })[6]
    expect(last?.cause).toBe('above_upper_limit')
  })

  it('[SC6] marks seven rising points, not six', () => {
    const rising = [3, 1, 2, 3, 4, 5, 6]
    expect(causes([...rising, 1])).not.toContain('rising_trend')
    const marked = causes([...rising, 7, 1, 3, 5, 3, 4])
    expect(marked.filter((cause) => cause === 'rising_trend')).toHaveLength(7)
  })

  it('[SC6] gives the turning point to the later of two trends', () => {
    const marked = causes([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], {
      fixAfter: 2,
      screenOutliers: false,
    })
    const wide = causes([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 30, -30, 30, -30, 30, -30])
    expect(marked).not.toContain('common_cause')
    expect(wide[5]).toBe('rising_trend')
    expect(wide[6]).toBe('falling_trend')
  })

  it('[SC7] marks only the close ones of two in three', () => {
    const base = [0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10]
    const marked = causes([...base, 24, 6, 24], { fixAfter: 12 })
    expect(marked.slice(12)).toEqual(['two_of_three_high', 'common_cause', 'two_of_three_high'])
    const crossing = causes([...base, 24, 4, 24], { fixAfter: 12 })
    expect(crossing.slice(12)).toEqual(['common_cause', 'common_cause', 'common_cause'])
  })

  it('[SC8] marks seven on one side; a point on the mean breaks it', () => {
    const base = [0, 10, 0, 10, 0, 10, 0, 10]
    const seven = causes([...base, 6, 7, 6, 7, 6, 7], { fixAfter: 8 })
    expect(seven.filter((cause) => cause === 'shift_above')).toHaveLength(7)
    const broken = causes([...base, 6, 7, 5, 7, 6, 7], { fixAfter: 8 })
    expect(broken).not.toContain('shift_above')
    const shorter = causes([...base, 6, 7, 6, 7, 6], { fixAfter: 8, shiftLength: 6 })
    expect(shorter).toContain('shift_above')
  })

  it('[SC9] prefers outside to trend and trend to shift', () => {
    const base = [0, 2, 0, 2, 0, 2, 0, 2, 0]
    const marked = causes([...base, 2, 3, 4, 5, 6, 7, 8], { fixAfter: 9 })
    expect(marked.slice(9)).toEqual([
      'rising_trend',
      'rising_trend',
      'rising_trend',
      'rising_trend',
      'rising_trend',
      'above_upper_limit',
      'above_upper_limit',
    ])
  })

  it('[SC10] names the same point by which way is better', () => {
    const type = (direction: SpcSettings['direction']) => analyse(OUTLIER, { direction })[4]?.type
    expect(type('increase')).toBe('special_cause_improvement')
    expect(type('decrease')).toBe('special_cause_concern')
    expect(type('neutral')).toBe('special_cause_neutral_high')
  })

  it('[SC11] starts again at a rebase and sorts by date', () => {
    const values = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12]
    const settings = { ...DEFAULT_SPC_SETTINGS, rebaseAt: ['2024-07-01'] }
    const points = analyseSeries(buildSeries(values).reverse(), settings)
    expect(points.map((point) => point.mean)).toEqual([
      ...Array(6).fill(1.5),
      ...Array(6).fill(11.5),
    ])
    expect(points.map((point) => point.group)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    expect(new Set(points.map((point) => point.cause))).toEqual(new Set(['common_cause']))
  })
})
