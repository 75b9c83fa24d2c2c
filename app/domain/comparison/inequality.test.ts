import { array, assert, double, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERCENTAGE, buildAreas, buildReading, buildShare } from '../../../test/build/area-readings'
import { drawFunnel } from './funnel'
import { limitProportion, limitRate } from './funnel-limits'
import { measureOpportunities } from './opportunity'
import { percentileOf } from './percentile'
import { rankAreas } from './rank-areas'
import { fitSlopeIndex } from './slope-index'

function buildGroups(values: readonly number[], people: readonly number[]) {
  return values.map((value, at) => ({
    name: `Group ${at + 1}`,
    reading: buildReading({ value, denominator: people[at] ?? null }),
  }))
}

function fit(values: readonly number[], people: readonly number[]) {
  const outcome = fitSlopeIndex(buildGroups(values, people), values.length === 10 ? 10 : 5)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

const EQUAL = [100, 100, 100, 100, 100]

describe('slope index of inequality', () => {
  it('[CM20] is the line through the middles of equal fifths', () => {
    // Middles 0.1, 0.3, 0.5, 0.7, 0.9; two years more each fifth is ten from end to end: 69 to 79.
    const found = fit([70, 72, 74, 76, 78], EQUAL)
    expect(found.groups.map(({ ridit }) => Number(ridit.toFixed(9)))).toEqual([
      0.1, 0.3, 0.5, 0.7, 0.9,
    ])
    expect(found.slope).toBeCloseTo(10, 9)
    expect(found.mostDeprived).toBeCloseTo(69, 9)
    expect(found.relative).toBeCloseTo(79 / 69, 9)
  })

  it('[CM20] weighs tenths by their population', () => {
    // The example of phe_sii; the line was also solved from the normal equations by a separate program.
    const people = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534]
    const found = fit([75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3], people)
    expect(found.slope).toBeCloseTo(7.000234760079859, 8)
    expect(found.mostDeprived).toBeCloseTo(78.03207876952997, 8)
    expect(found.relative).toBeCloseTo(1.0897097049119409, 8)
  })

  it('[CM20] is negative where the most deprived have the higher value, and 0 on a flat line', () => {
    expect(fit([30, 25, 20, 15, 10], EQUAL).slope).toBeCloseTo(-25, 9)
    const flat = fit([5, 5, 5, 5, 5], [10, 900, 3, 77, 10])
    expect(flat.slope).toBeCloseTo(0, 9)
    expect(flat.relative).toBeCloseTo(1, 9)
  })

  it('[CM21] is refused unless every group is there, known and has people', () => {
    const whole = buildGroups([1, 2, 3, 4, 5], EQUAL)
    const say = (groups: Parameters<typeof fitSlopeIndex>[0]) => {
      const outcome = fitSlopeIndex(groups, 5)
      return outcome.ok ? '' : outcome.refusal.message
    }
    const swap = (reading: ReturnType<typeof buildReading> | null) => [
      ...whole.slice(0, 4),
      { name: 'Fifth', reading },
    ]
    expect(say(whole.slice(1))).toContain('there are 4')
    expect(say([])).toContain('there are 0')
    expect(say(swap(null))).toBe('Fifth has no value, so no line can be drawn.')
    expect(say(swap(buildReading({ suppressed: true, denominator: 9 })))).toContain(
      'suppressed (c)',
    )
    expect(say(swap(buildReading({ value: 3, denominator: 0 })))).toContain('not known')
    expect(say(swap(buildReading({ value: 3 })))).toContain('not known')
  })

  it('[CM22] has no relative index when an end of the line is not above zero', () => {
    // Half a step below the first fifth: the line begins at 0.
    expect(fit([1, 3, 5, 7, 9], EQUAL).mostDeprived).toBeCloseTo(0, 9)
    expect(fit([0, 3, 5, 7, 9], EQUAL).relative).toBeNull()
  })

  it('[CM20] follows any straight line whatever the populations', () => {
    const people = array(integer({ min: 1, max: 100_000 }), { minLength: 5, maxLength: 5 })
    const line = tuple(integer({ min: 1, max: 90 }), integer({ min: -50, max: 50 }))
    assert(
      property(people, line, (counts, [start, slope]) => {
        const { groups } = fit(EQUAL, counts)
        const found = fit(
          groups.map(({ ridit }) => start + slope * ridit),
          counts,
        )
        expect(found.slope).toBeCloseTo(slope, 4)
        expect(found.mostDeprived).toBeCloseTo(start, 4)
      }),
    )
  })
})

describe('funnel limits', () => {
  it('[CM24] are exact quantiles in whole events when few are expected', () => {
    // From the cumulative distributions, added up term by term in a separate program.
    expect(limitProportion(100, 0.1)).toEqual({
      p95: { lower: 5, upper: 16 },
      p998: { lower: 2, upper: 20 },
      method: 'exact',
    })
    expect(limitProportion(50, 0.9)).toMatchObject({
      p95: { lower: 41, upper: 49 },
      p998: { lower: 37, upper: 50 },
    })
    expect(limitRate(1000, 0.004)).toMatchObject({
      p95: { lower: 1, upper: 8 },
      p998: { lower: 0, upper: 11 },
    })
  })

  it('[CM24] are at the ends when nobody or everybody has the event', () => {
    expect(limitProportion(40, 0).p998).toEqual({ lower: 0, upper: 0 })
    expect(limitProportion(40, 1).p998).toEqual({ lower: 40, upper: 40 })
    expect(limitRate(40, 0).p95).toEqual({ lower: 0, upper: 0 })
  })

  it('[CM25] are the normal curve’s from 100 expected events on', () => {
    // 10% of 1,000: deviation √90 = 9.4868; 400 events: deviation 20.
    const share = limitProportion(1000, 0.1)
    expect(share.method).toBe('normal')
    expect(share.p95.upper).toBeCloseTo(118.594, 3)
    expect(share.p998.lower).toBeCloseTo(70.683, 3)
    expect(limitRate(100_000, 0.004).p95.lower).toBeCloseTo(360.801, 3)
    expect(limitProportion(999, 0.1).method).toBe('exact')
    expect(limitProportion(1000, 0.95).method).toBe('exact')
  })

  it('[CM24] [CM26] hold at least 95 and 99.8 per cent between them', () => {
    const size = integer({ min: 1, max: 150 })
    assert(
      property(size, double({ min: 0.01, max: 0.99, noNaN: true }), (n, chance) => {
        const { p95, p998 } = limitProportion(n, chance)
        expect(within(n, chance, p95)).toBeGreaterThanOrEqual(0.95 - 1e-9)
        expect(within(n, chance, p998)).toBeGreaterThanOrEqual(0.998 - 1e-9)
        expect(p998.lower).toBeLessThanOrEqual(p95.lower)
        expect(p998.upper).toBeGreaterThanOrEqual(p95.upper)
      }),
    )
  })
})

function within(n: number, chance: number, { lower, upper }: { lower: number; upper: number }) {
  let chosen = 1
  let sum = 0
  for (let events = 0; events <= n; events += 1) {
    if (events > 0) chosen = (chosen * (n - events + 1)) / events
    if (events >= lower && events <= upper)
      sum += chosen * chance ** events * (1 - chance) ** (n - events)
  }
  return sum
}

describe('funnel', () => {
  const areas = buildAreas({
    Ash: buildShare(16, 100),
    Bree: buildShare(17, 100),
    Cole: buildShare(4, 100),
    Dale: buildShare(58, 600),
    Eve: buildShare(5, 100),
    Elm: 'c',
    Fern: 12,
  })
  const outcome = drawFunnel(areas, PERCENTAGE)
  const points = outcome.ok ? outcome.value.points : []

  it('[CM23] compares with all events over all people, and names who is left out', () => {
    // 16 + 17 + 4 + 58 + 5 of 1,000.
    expect(outcome).toMatchObject({ value: { average: 10 } })
    expect(outcome.ok && outcome.value.leftOut.map(({ area }) => area.name)).toEqual([
      'Elm',
      'Fern',
    ])
  })

  it('[CM26] [CM27] places an area on a limit within it and one beyond outside', () => {
    expect(points.map(({ area, place, standing }) => [area.name, place, standing])).toEqual([
      ['Ash', 'within', null],
      ['Bree', 'beyond_95', 'worse'],
      ['Cole', 'beyond_95', 'better'],
      ['Eve', 'within', null],
      ['Dale', 'within', null],
    ])
    // Ash and Eve stand on the two limits for 100 people.
    expect(points[0]?.p95.upper).toBeCloseTo(16, 9)
    expect(points[3]?.p95.lower).toBeCloseTo(5, 9)
  })

  it('[CM24] gives value and limits in the metric’s unit', () => {
    // 58 of 600 is 9.667%; with 60 expected the limits are whole events of 600.
    const dale = points.at(-1)
    expect(dale?.value).toBeCloseTo(9.667, 3)
    const { lower, upper } = limitProportion(600, 0.1).p95
    expect([dale?.p95.lower, dale?.p95.upper]).toEqual([
      expect.closeTo(lower / 6, 9),
      expect.closeTo(upper / 6, 9),
    ])
    expect(dale?.method).toBe('exact')
  })

  it('[CM27] calls neither side better where none is', () => {
    const neutral = drawFunnel(areas, { ...PERCENTAGE, polarity: 'neutral' })
    expect(neutral.ok && neutral.value.points[1]).toMatchObject({ side: 'high', standing: null })
  })

  it('[CM23] is refused for too few areas, for zero denominators and for other values', () => {
    const zero = buildReading({ value: 0, numerator: 0, denominator: 0 })
    const readings = buildAreas({ a: buildShare(1, 10), b: buildShare(2, 10), c: zero })
    expect(drawFunnel(readings, PERCENTAGE)).toMatchObject({ ok: false })
    const three = buildAreas({ a: buildShare(1, 10), b: buildShare(2, 10), c: buildShare(3, 10) })
    expect(drawFunnel(three, PERCENTAGE)).toMatchObject({ ok: true })
    expect(drawFunnel(areas, { ...PERCENTAGE, valueType: 'life_expectancy' }).ok).toBe(false)
    expect(drawFunnel(areas, { ...PERCENTAGE, unit: 'points' }).ok).toBe(false)
  })
})

describe('properties of comparisons', () => {
  const values = array(integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 })
  const build = (list: readonly number[]) =>
    buildAreas(Object.fromEntries(list.map((value, at) => [`area ${at}`, value])))

  it('[CM4] gives as many better areas as the rank says', () => {
    assert(
      property(values, (list) => {
        for (const { value, rank } of rankAreas(build(list), 'low_good').ranked)
          expect(list.filter((other) => other < value)).toHaveLength(rank - 1)
      }),
    )
  })

  it('[CM9] stays between the ends, rises with the share and moves with the values', () => {
    const share = double({ min: 0, max: 1, noNaN: true })
    assert(
      property(values, share, share, (list, one, other) => {
        const at = (part: number) => percentileOf(list, part) ?? Number.NaN
        expect(at(one)).toBeGreaterThanOrEqual(Math.min(...list))
        expect(at(one)).toBeLessThanOrEqual(Math.max(...list))
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)]
        expect(at(lower)).toBeLessThanOrEqual(at(higher) + 1e-9)
        const moved = list.map((value) => value * 2 + 7)
        expect(percentileOf(moved, one)).toBeCloseTo(at(one) * 2 + 7, 6)
      }),
    )
  })

  it('[CM14] is never below zero, and at most three quarters of areas have one', () => {
    const counts = array(integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 40 })
    assert(
      property(counts, (list) => {
        const shares = list.map((count, at) => [`area ${at}`, buildShare(count, 100)])
        const outcome = measureOpportunities(buildAreas(Object.fromEntries(shares)), PERCENTAGE)
        const each = outcome.ok ? outcome.value.each : []
        expect(each).toHaveLength(list.length)
        expect(each.every(({ amount }) => amount >= 0)).toBe(true)
        const behind = each.filter(({ amount }) => amount > 0)
        expect(behind.length).toBeLessThanOrEqual(Math.ceil(list.length * 0.75))
      }),
    )
  })
})
