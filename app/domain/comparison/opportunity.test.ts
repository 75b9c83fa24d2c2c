import { describe, expect, it } from 'vitest'
import { PERCENTAGE, buildAreas, buildReading, buildShare } from '../../../test/build/area-readings'
import { buildObservation } from '../../../test/build/metrics'
import type { Outcome } from '../outcome/outcome'
import type { Compared } from './area-reading'
import { measureGap, measureGaps } from './gap'
import { describeOpportunity, measureOpportunities } from './opportunity'

// 10, 20, 30 and 40 per cent: the lower quarter is at 17.5, the upper at 32.5.
const quartet = {
  Ash: buildShare(100, 1000),
  Bree: buildShare(40, 200),
  Cole: buildShare(600, 2000),
  Dale: buildShare(160, 400),
}

function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? '' : outcome.refusal.message
}

function measure(readings: Parameters<typeof buildAreas>[0], parts: Partial<Compared> = {}) {
  const outcome = measureOpportunities(buildAreas(readings), { ...PERCENTAGE, ...parts })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('opportunity', () => {
  it('[CM12] takes the 25th percentile where low is good, the 75th where high is', () => {
    expect(measure(quartet).reference).toBe(17.5)
    expect(measure(quartet, { polarity: 'high_good' }).reference).toBe(32.5)
  })

  it('[CM14] is difference times denominator over per how many', () => {
    // Bree 2.5% of 200 = 5; Cole 12.5% of 2,000 = 250; Dale 22.5% of 400 = 90.
    const { each, total, areas } = measure(quartet)
    expect(each.map(({ amount }) => amount)).toEqual([0, 5, 250, 90])
    expect([total, areas]).toEqual([345, 4])
    // The other way: Ash 22.5% of 1,000 = 225; Bree 12.5% of 200 = 25; Cole 2.5% of 2,000 = 50.
    const high = measure(quartet, { polarity: 'high_good' })
    expect(high.each.map(({ amount }) => amount)).toEqual([225, 25, 50, 0])
  })

  it('[CM14] has no amount for anybody when all values tie', () => {
    const same = buildShare(5, 50)
    expect(measure({ a: same, b: same, c: same, d: same }).total).toBe(0)
  })

  it('[CM14] works in days per 1,000 bed days', () => {
    const days = (numerator: number) => ({
      ...buildShare(numerator, 10_000),
      value: numerator / 10,
    })
    const rates = { a: days(400), b: days(400), c: days(400), d: days(650) }
    const found = measure(rates, { unit: 'per 1,000 bed days', valueType: 'crude_rate' })
    expect(found.each.at(-1)).toMatchObject({ difference: 25, per: 1000, amount: 250 })
  })

  it('[CM13] is refused where it would mean nothing', () => {
    const ask = (parts: Partial<Compared>) =>
      refusalOf(measureOpportunities(buildAreas(quartet), { ...PERCENTAGE, ...parts }))
    expect(ask({ polarity: 'neutral' })).toContain('Neither a higher nor a lower')
    expect(ask({ valueType: 'directly_standardised_rate' })).toContain('Only a proportion')
    expect(ask({ unit: 'points' })).toContain('does not say per how many')
    const three = { Ash: quartet.Ash, Bree: quartet.Bree, Cole: quartet.Cole, Dale: 'c' } as const
    expect(refusalOf(measureOpportunities(buildAreas(three), PERCENTAGE))).toContain('there are 3')
    const bare = buildAreas({ a: 1, b: 2, c: 3, d: 4 })
    expect(refusalOf(measureOpportunities(bare, PERCENTAGE))).toContain('No area has')
    expect(refusalOf(measureOpportunities(buildAreas({ a: 1 }), PERCENTAGE))).toContain(
      'there is 1',
    )
  })

  it('[CM13] leaves out areas without counts by name and counts suppressed ones nowhere', () => {
    const found = measure({ ...quartet, Cole: 30, Elm: 'c', Fern: null })
    expect(found.leftOut.map(({ area, why }) => [area.name, why])).toEqual([
      ['Cole', 'Cole has no numerator and denominator on record.'],
      ['Elm', 'The value of Elm is suppressed (c).'],
      ['Fern', 'Fern has no value in this period.'],
    ])
    expect([found.reference, found.areas, found.total]).toEqual([17.5, 4, 95])
  })

  it('[CM15] is told with every part', () => {
    const { each } = measure(quartet)
    const tell = (at: number) =>
      describeOpportunity(each[at]!, {
        metric: PERCENTAGE,
        period: '2025/26',
        areas: 4,
        noun: ['person', 'people'],
      })
    expect(tell(2)).toBe(
      'If Cole at 30.0% matched 17.5%, which a quarter of 4 areas reach or better in 2025/26: 250 fewer people (12.5% of 2,000). This is arithmetic, not a forecast.',
    )
    expect(tell(0)).toBe(
      'Ash at 10.0% is already at or better than 17.5%, which a quarter of 4 areas reach or better in 2025/26.',
    )
  })
})

describe('gap', () => {
  const most = { name: 'Most deprived fifth', reading: buildReading({ value: 15 }) }
  const least = { name: 'Least deprived fifth', reading: buildReading({ value: 10 }) }

  it('[CM16] is the first less the second, and the first over it', () => {
    expect(measureGap(most, least, 'low_good')).toMatchObject({
      value: { absolute: 5, relative: 1.5, interval: null },
    })
  })

  it('[CM16] has no relative gap to zero', () => {
    const zero = { name: 'Nobody', reading: buildReading({ value: 0 }) }
    expect(measureGap(most, zero, 'low_good')).toMatchObject({
      value: { absolute: 15, relative: null },
    })
    expect(measureGap(zero, most, 'low_good')).toMatchObject({ value: { relative: 0 } })
  })

  it('[CM17] is refused for a suppressed or missing side', () => {
    const few = { name: 'Chinese', reading: buildReading({ suppressed: true }) }
    expect(refusalOf(measureGap(few, most, 'low_good'))).toBe(
      'The value of Chinese is suppressed (c), so there is no gap.',
    )
    expect(refusalOf(measureGap(most, { name: 'Roma', reading: null }, 'low_good'))).toBe(
      'Roma has no value, so there is no gap.',
    )
  })

  it('[CM18] has an interval from the two intervals', () => {
    const wide = buildReading({ value: 15, lower95: 12, upper95: 18 })
    const other = buildReading({ value: 10, lower95: 6, upper95: 14 })
    // 5 less and plus the root of 3² + 4².
    const gap = measureGap({ ...most, reading: wide }, { ...least, reading: other }, 'low_good')
    expect(gap).toMatchObject({ value: { interval: { lower: 0, upper: 10 } } })
  })

  it('[CM18] says better or worse by polarity', () => {
    const standing = (polarity: 'high_good' | 'low_good' | 'neutral') => {
      const gap = measureGap(most, least, polarity)
      return gap.ok && gap.value.standing
    }
    expect([standing('low_good'), standing('high_good'), standing('neutral')]).toEqual([
      'worse',
      'better',
      null,
    ])
    expect(measureGap(most, most, 'low_good')).toMatchObject({ value: { standing: 'same' } })
  })

  it('[CM19] follows the gap through the periods either has', () => {
    const at = (start: string, value: number) => buildObservation({ start, value })
    const gaps = measureGaps(
      { name: 'Most', rows: [at('2026-05-01', 14), at('2026-04-01', 15)] },
      { name: 'Least', rows: [at('2026-04-01', 10), at('2026-06-01', 9)] },
      'low_good',
    )
    expect(gaps.map(({ label, gap }) => [label, gap.ok ? gap.value.absolute : 'none'])).toEqual([
      ['April 2026', 5],
      ['May 2026', 'none'],
      ['June 2026', 'none'],
    ])
    expect(refusalOf(gaps[1]!.gap)).toContain('Least has no value')
  })
})
