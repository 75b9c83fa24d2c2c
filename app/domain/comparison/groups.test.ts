import { describe, expect, it } from 'vitest'
import { buildObservation } from '../../../test/build/metrics'
import { PERCENTAGE } from '../../../test/build/area-readings'
import { type Breakdown, keyOfBreakdown } from '../imports/read-breakdown'
import type { Observation } from '../metrics/observation'
import { type GroupComparison, compareGroups, listGroupPeriods } from './compare-groups'
import { describeDifference, describeRatio, formatDifference } from './describe-gap'
import { type GroupSet, listGroupSets } from './group-sets'

const fifth = (place: number): Breakdown => ({ by: 'deprivation', of: 5, place })
const FIFTHS = [1, 2, 3, 4, 5].map(fifth)
const sex = (group: string): Breakdown => ({ by: 'sex', group })
const ethnic = (group: string): Breakdown => ({ by: 'ethnicity', group })

function setOf(breakdowns: readonly Breakdown[]): GroupSet {
  const [set] = listGroupSets(breakdowns)
  if (!set) throw new Error('No set')
  return set
}

/** A value per period; `c` is suppressed, null is none. */
function buildRows(values: readonly (number | 'c' | null)[], people: number | null): Observation[] {
  return values.flatMap((value, at) =>
    value === null
      ? []
      : buildObservation({
          start: `2026-0${at + 4}-01`,
          value: value === 'c' ? null : value,
          suppressed: value === 'c',
          numerator: people === null || value === 'c' ? null : Math.round((value / 100) * people),
          denominator: people,
        }),
  )
}

interface Series {
  readonly of: Breakdown
  readonly values: readonly (number | 'c' | null)[]
  readonly people?: number | null
}

function compare(series: readonly Series[], metric = PERCENTAGE): GroupComparison {
  const set = setOf(series.map(({ of }) => of))
  const rows = new Map(
    series.map(({ of, values, people = 1000 }) => [keyOfBreakdown(of), buildRows(values, people)]),
  )
  return compareGroups({ set, rows, metric, start: listGroupPeriods(rows)[0]?.start ?? '' })
}

const namesOf = ({ readings }: GroupComparison) => readings.map(({ area }) => area.name)

describe('sets of groups', () => {
  it('[CM34] stand deprivation first, others by name, and leave everybody out', () => {
    const sets = listGroupSets([
      { by: 'other', type: 'Rurality', group: 'Urban' },
      sex('Male'),
      { by: 'none' },
      { by: 'other', type: 'Housing', group: 'Renting' },
      { by: 'deprivation', of: 10, place: 10 },
      fifth(5),
      { by: 'age', group: '18 to 24' },
      ethnic('White'),
    ])
    expect(sets.map(({ id, name }) => [id, name])).toEqual([
      ['deprivation-5', 'Deprivation fifths'],
      ['deprivation-10', 'Deprivation tenths'],
      ['ethnicity', 'Ethnicity'],
      ['sex', 'Sex'],
      ['age', 'Age'],
      ['other housing', 'Housing'],
      ['other rurality', 'Rurality'],
    ])
    expect(sets.at(-1)?.groups).toEqual([{ key: 'other rurality urban', name: 'Urban' }])
  })

  it('[CM34] lists every group of deprivation, also those without a value', () => {
    expect(setOf([fifth(5)]).groups.map(({ name }) => name)).toEqual([
      'Most deprived fifth',
      '2nd most deprived fifth',
      '3rd most deprived fifth',
      '4th most deprived fifth',
      'Least deprived fifth',
    ])
    expect(setOf([{ by: 'deprivation', of: 10, place: 3 }]).groups).toHaveLength(10)
  })
})

describe('order of groups', () => {
  it('[CM35] is from most to least deprived, and from the youngest', () => {
    const found = compare(FIFTHS.map((of, at) => ({ of, values: [[5, 9, 7, 1, 3][at] ?? 0] })))
    expect(found.readings.map(({ reading }) => reading?.value)).toEqual([5, 9, 7, 1, 3])
    const ages = ['100 and over', '20 to 24', 'Not known', 'Under 20', '5 to 19']
    expect(
      namesOf(compare(ages.map((group) => ({ of: { by: 'age', group }, values: [1] })))),
    ).toEqual(['5 to 19', 'Under 20', '20 to 24', '100 and over', 'Not known'])
  })

  it('[CM35] is that of the values elsewhere, with those that have none last', () => {
    const found = compare([
      { of: ethnic('A'), values: ['c'] },
      { of: ethnic('B'), values: [30] },
      { of: ethnic('C'), values: [10] },
    ])
    // A lower value is better.
    expect(namesOf(found)).toEqual(['C', 'B', 'A'])
  })
})

describe('the gap between groups', () => {
  it('[CM36] is most less least deprived, also where another group is highest', () => {
    const values = [18.2, 20, 12, 10, 9.1]
    const found = compare(FIFTHS.map((of, at) => ({ of, values: [values[at] ?? 0] })))
    expect(found.ends?.first.name).toBe('Most deprived fifth')
    expect(found.gaps[0]?.gap).toMatchObject({
      ok: true,
      value: { relative: 2, standing: 'worse' },
    })
    const gap = found.gaps[0]?.gap
    expect(gap?.ok && gap.value.absolute).toBeCloseTo(9.1, 9)
  })

  it('[CM36] is of the highest and lowest of the period shown, in every period', () => {
    const found = compare([
      { of: ethnic('A'), values: [10, 30] },
      { of: ethnic('B'), values: [50, 20] },
      { of: ethnic('C'), values: [1, 25] },
    ])
    expect(found.ends).toMatchObject({ first: { name: 'A' }, second: { name: 'B' } })
    expect(found.gaps.map(({ gap }) => gap.ok && gap.value.absolute)).toEqual([-40, 10])
  })

  it('[CM36] says whose value is suppressed where fewer than two are known', () => {
    const found = compare([
      { of: sex('Female'), values: [10] },
      { of: sex('Male'), values: ['c'] },
    ])
    expect(found.gaps[0]?.gap).toMatchObject({
      ok: false,
      refusal: { message: 'The value of Male is suppressed (c), so there is no gap.' },
    })
    expect(compare([{ of: sex('Female'), values: [10] }])).toMatchObject({ ends: null, gaps: [] })
  })

  it('[CM37] is not so many times another for a score', () => {
    const series = [sex('Female'), sex('Male')].map((of, at) => ({ of, values: [10 + at] }))
    const found = compare(series, { ...PERCENTAGE, valueType: 'score' })
    expect(found.gaps[0]?.gap).toMatchObject({ ok: true, value: { absolute: 1, relative: null } })
  })
})

describe('slope index of a set', () => {
  const series = FIFTHS.map((of, at) => ({
    of,
    values: [30 - 5 * at, at === 2 ? ('c' as const) : 9],
  }))

  it('[CM38] is there for every period, or the reason why not', () => {
    const { slopes } = compare(series)
    // Equal fifths, 30 to 10 in steps of 5: 25 from end to end of the line.
    expect(slopes[0]?.slope.ok && slopes[0].slope.value.slope).toBeCloseTo(-25, 9)
    expect(slopes[1]?.slope).toMatchObject({
      ok: false,
      refusal: { message: '3rd most deprived fifth is suppressed (c), so no line can be drawn.' },
    })
  })

  it('[CM38] is refused for too few groups, unknown populations and counts', () => {
    const say = ({ slopes }: GroupComparison) =>
      slopes.flatMap(({ slope }) => (slope.ok ? [] : slope.refusal.message))[0]
    expect(say(compare(series.slice(0, 2)))).toBe(
      'All 5 groups are needed, from most to least deprived; there are 2.',
    )
    expect(say(compare(series.map((one) => ({ ...one, people: null }))))).toBe(
      'The population of Most deprived fifth is not known.',
    )
    expect(say(compare(series, { ...PERCENTAGE, valueType: 'count' }))).toContain(
      'not through counts',
    )
    expect(say(compare(series, { ...PERCENTAGE, valueType: 'slope_index' }))).toContain('itself')
    expect(compare([{ of: sex('Male'), values: [3] }]).slopes).toEqual([])
  })
})

describe('warnings of groups', () => {
  it('[CM39] name each group with few events, and those of unknown number together', () => {
    const { warnings } = compare([
      { of: ethnic('A'), values: [10], people: 190 },
      { of: ethnic('B'), values: [10], people: 5000 },
      { of: ethnic('C'), values: [20], people: null },
      { of: ethnic('D'), values: [30], people: null },
      { of: ethnic('E'), values: ['c'], people: null },
    ])
    expect(warnings).toEqual([
      'A rests on fewer than 20 events: chance moves its value a lot.',
      'How many people or events are behind these values is not recorded: C, D.',
    ])
  })
})

describe('a gap in words', () => {
  const most = { name: 'Most deprived fifth', value: 18.2 }
  const least = { name: 'Least deprived fifth', value: 9.1 }
  const style = { unit: '%', decimals: 1 }

  it('[CM40] shows both values and the result', () => {
    expect(describeDifference(most, least, style)).toBe(
      'Most deprived fifth 18.2% minus least deprived fifth 9.1% = 9.1 percentage points.',
    )
    expect(describeRatio(most, least, style)).toBe(
      'Most deprived fifth 18.2% divided by least deprived fifth 9.1% = 2.00.',
    )
    expect(formatDifference(-3, { unit: 'years', decimals: 1 })).toBe('−3.0 years')
    expect(describeDifference({ name: 'Men', value: 1 }, { name: 'Asian', value: 2 }, style)).toBe(
      'Men 1.0% minus Asian 2.0% = −1.0 percentage points.',
    )
  })

  it('[CM40] keeps the figures of a name apart from its value', () => {
    const young = { name: 'Under 20', value: 26 }
    expect(describeDifference(young, { name: '35 and over', value: 4.6 }, style)).toBe(
      'Under 20 (26.0%) minus 35 and over (4.6%) = 21.4 percentage points.',
    )
  })

  it('[CM40] says when rounded values would give another result', () => {
    expect(describeDifference({ ...most, value: 18.24 }, { ...least, value: 9.06 }, style)).toBe(
      'Most deprived fifth 18.2% minus least deprived fifth 9.1% = 9.2 percentage points, worked out before rounding.',
    )
    expect(describeRatio({ ...most, value: 0.14 }, { ...least, value: 0.06 }, style)).toBe(
      'Most deprived fifth 0.1% divided by least deprived fifth 0.1% = 2.33, worked out before rounding.',
    )
  })
})
