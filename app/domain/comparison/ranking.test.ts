import { describe, expect, it } from 'vitest'
import { PERCENTAGE, buildAreas, buildReading, buildShare } from '../../../test/build/area-readings'
import { buildObservation } from '../../../test/build/metrics'
import { countsBehind } from './counted-rate'
import { eventsPer } from './events-per'
import { type AreaReading, listAbsent, readAreas, valueOf } from './area-reading'
import { measureSpread } from './measure-spread'
import { percentileOf } from './percentile'
import { formatRank, rankAreas } from './rank-areas'

const areas = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), level: 'place' }))

describe('readings of a period', () => {
  it('[CM1] takes the observation of the period that nothing supersedes', () => {
    const rows = [
      buildObservation({ id: 'old', areaId: 'a', value: 1 }),
      buildObservation({ id: 'new', areaId: 'a', value: 2, supersedesId: 'old' }),
      buildObservation({ id: 'other', areaId: 'b', start: '2026-05-01', value: 3 }),
    ]
    const read = readAreas(areas, rows, '2026-04-01')
    expect(read.map(({ reading }) => valueOf(reading))).toEqual([2, 'missing', 'missing'])
  })

  it('[CM2] keeps suppressed apart from zero and from missing', () => {
    const readings = buildAreas({ zero: 0, few: 'c', none: null, empty: buildReading() })
    expect(readings.map(({ reading }) => valueOf(reading))).toEqual([
      0,
      'suppressed',
      'missing',
      'missing',
    ])
    expect(listAbsent(readings).map(({ why }) => why)).toEqual([
      'The value of few is suppressed (c).',
      'none has no value in this period.',
      'empty has no value in this period.',
    ])
  })
})

describe('order', () => {
  const readings = buildAreas({ Bree: 5, Ash: 5, Cole: 3, Dale: 9, Elm: 'c', Fern: null })
  const show = (polarity: 'high_good' | 'low_good' | 'neutral') =>
    rankAreas(readings, polarity).ranked.map((one) => `${formatRank(one)} ${one.area.name}`)

  it('[CM3] puts the best first, or the highest where nothing is better', () => {
    expect(show('low_good')[0]).toBe('1 Cole')
    expect(show('high_good')[0]).toBe('1 Dale')
    expect(show('neutral')[0]).toBe('1 Dale')
    expect(rankAreas(readings, 'neutral').order).toBe('highest_first')
    expect(rankAreas(readings, 'low_good').order).toBe('best_first')
  })

  it('[CM4] shares a rank among equal values and skips the next', () => {
    expect(show('low_good')).toEqual(['1 Cole', '2= Ash', '2= Bree', '4 Dale'])
    expect(show('high_good')).toEqual(['1 Dale', '2= Ash', '2= Bree', '4 Cole'])
  })

  it('[CM4] tells apart values that only look equal when rounded', () => {
    const { ranked } = rankAreas(buildAreas({ one: 5.01, other: 5.04 }), 'low_good')
    expect(ranked.map(formatRank)).toEqual(['1', '2'])
  })

  it('[CM5] ranks neither suppressed nor missing areas, and lists them', () => {
    const { unranked } = rankAreas(readings, 'low_good')
    expect(unranked.map(({ area, why }) => [area.name, why])).toEqual([
      ['Elm', 'suppressed'],
      ['Fern', 'missing'],
    ])
    expect(rankAreas([], 'low_good')).toEqual({ order: 'best_first', ranked: [], unranked: [] })
    expect(rankAreas(buildAreas({ only: 4 }), 'low_good').ranked[0]).toMatchObject({
      rank: 1,
      tied: false,
    })
  })
})

describe('spread', () => {
  const low = { polarity: 'low_good', valueType: 'proportion' } as const
  const counted = buildAreas({ Ash: buildShare(60, 200), Bree: buildShare(20, 400) })

  it('[CM6] is the highest over the lowest, with the ends named', () => {
    // 30% over 5%.
    expect(measureSpread(counted, low)).toMatchObject({
      value: { best: { name: 'Bree' }, worst: { name: 'Ash' }, warnings: [] },
    })
    const spread = measureSpread(counted, { ...low, polarity: 'high_good' })
    expect(spread).toMatchObject({ value: { best: { name: 'Ash' }, lowest: { name: 'Bree' } } })
    expect(spread.ok && spread.value.ratio).toBeCloseTo(6, 12)
    expect(measureSpread(counted, { ...low, polarity: 'neutral' })).toMatchObject({
      value: { best: null, worst: null },
    })
  })

  it('[CM6] is 1 when all values are the same', () => {
    expect(measureSpread(buildAreas({ a: 4, b: 4 }), low)).toMatchObject({ value: { ratio: 1 } })
  })

  it.each<[string, AreaReading[], string]>([
    ['one known value', buildAreas({ a: 4, b: 'c' }), 'At least two'],
    ['a zero', buildAreas({ a: 4, b: 0 }), 'not above zero'],
    ['a value below zero', buildAreas({ a: 4, b: -1 }), 'not above zero'],
  ])('[CM7] is refused for %s', (_, readings, words) => {
    const spread = measureSpread(readings, low)
    expect(spread.ok ? '' : spread.refusal.message).toContain(words)
  })

  it('[CM7] is refused for scores and indexes', () => {
    const readings = buildAreas({ a: 4, b: 2 })
    expect(measureSpread(readings, { ...low, valueType: 'score' }).ok).toBe(false)
    expect(measureSpread(readings, { ...low, valueType: 'slope_index' }).ok).toBe(false)
  })

  function warningsOf(readings: AreaReading[], valueType: 'proportion' | 'crude_rate') {
    const spread = measureSpread(readings, { ...low, valueType })
    return spread.ok ? spread.value.warnings : []
  }

  it('[CM8] warns of fewer than 20 events at an end, of either kind for a share', () => {
    const few = buildAreas({ Ash: buildShare(19, 100), Bree: buildShare(180, 199) })
    expect(warningsOf(few, 'proportion')).toEqual([
      'Bree rests on fewer than 20 events: chance moves its value a lot.',
      'Ash rests on fewer than 20 events: chance moves its value a lot.',
    ])
    expect(warningsOf(few, 'crude_rate')).toHaveLength(1)
    const enough = buildAreas({ Ash: buildShare(20, 100), Bree: buildShare(180, 200) })
    expect(warningsOf(enough, 'proportion')).toEqual([])
  })

  it('[CM8] warns when the number of events is not known', () => {
    expect(warningsOf(buildAreas({ Ash: 4, Bree: 2 }), 'proportion')[0]).toContain(
      'It is not known how many people are behind the value of Ash.',
    )
  })
})

describe('percentiles and rates', () => {
  it('[CM9] interpolates between the two neighbours', () => {
    // Places 0 to 3: a quarter is at 0.75, so three quarters of the way from 10 to 20.
    expect(percentileOf([40, 10, 30, 20], 0.25)).toBe(17.5)
    expect(percentileOf([40, 10, 30, 20], 0.75)).toBe(32.5)
    expect(percentileOf([1, 2, 3, 4, 5], 0.75)).toBe(4)
    expect([percentileOf([7], 0.25), percentileOf([], 0.5)]).toEqual([7, null])
    expect([percentileOf([3, 1], 0), percentileOf([3, 1], 1)]).toEqual([1, 3])
  })

  it.each<[string, number | null]>([
    ['%', 100],
    ['per cent', 100],
    ['per 1,000 bed days', 1000],
    ['per 100,000', 100_000],
    ['admissions per 10000 people', 10_000],
    ['£ per head', null],
    ['years', null],
    ['count', null],
    ['per 0', null],
  ])('[CM10] reads per how many “%s” is', (unit, per) => {
    expect(eventsPer(unit)).toBe(per)
  })

  it('[CM11] uses counts only when they make the value', () => {
    const check = (parts: Parameters<typeof buildReading>[0]) => {
      const reading = buildReading({ value: 12.5, ...parts })
      const known = { area: { id: 'a', name: 'Ash', level: 'place' }, reading, value: 12.5 }
      return countsBehind(known, PERCENTAGE)
    }
    expect(check({ numerator: 25, denominator: 200 })).toEqual({ numerator: 25, denominator: 200 })
    expect(check({ numerator: 2513, denominator: 20000 })).toMatchObject({ numerator: 2513 })
    expect(check({ numerator: 25 })).toContain('no numerator and denominator')
    expect(check({ numerator: 25, denominator: 0 })).toContain('not above zero')
    expect(check({ numerator: 25, denominator: 2000 })).toContain('do not make its value')
    // 12.5 may be made of 12.32 to 12.68 and a little: half of 0.1 and a hundredth of what is made.
    expect(check({ numerator: 1267, denominator: 10000 })).toMatchObject({ numerator: 1267 })
    expect(check({ numerator: 1269, denominator: 10000 })).toContain('do not make its value')
  })
})
