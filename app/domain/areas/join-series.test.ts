import { describe, expect, it } from 'vitest'
import { buildObservation } from '../../../test/build/metrics'
import type { Observation } from '../metrics/observation'
import { type AreaSeries, type Succession, WORKED_OUT, joinSeries } from './join-series'

const ON = '2026-04-01'
const became = (fromId: string, toId = 'new', on = ON): Succession => ({
  fromId,
  fromName: fromId.toUpperCase(),
  toId,
  on,
  toSince: on,
})

/** A year's value of an area made by its counts, in per cent. */
function of(areaId: string, year: number, [numerator, denominator]: readonly [number, number]) {
  return buildObservation({
    id: `${areaId}-${year}`,
    areaId,
    period: {
      start: `${year}-04-01`,
      end: `${year + 1}-03-31`,
      label: `${year}/${(year + 1) % 100}`,
    },
    value: (numerator / denominator) * 100,
    numerator,
    denominator,
  })
}

function join(rows: readonly Observation[], parts: Partial<AreaSeries> = {}) {
  const areas = new Map<string, Observation[]>()
  for (const row of rows) areas.set(row.areaId, [...(areas.get(row.areaId) ?? []), row])
  const joined = joinSeries({
    areaId: 'new',
    metric: { valueType: 'proportion', unit: '%' },
    successions: [became('a'), became('b')],
    rows: areas,
    ...parts,
  })
  return { ...joined, values: joined.earlier.map(({ period, value }) => [period.label, value]) }
}

describe('a series across a merger', () => {
  it('[AS2] [AS9] adds up counts, not rates, and says of whom', () => {
    // 10 of 100 and 90 of 300: 100 of 400 are 25%, where the average of 10% and 30% is 20%.
    const joined = join([of('a', 2024, [10, 100]), of('b', 2024, [90, 300])])
    expect(joined.values).toEqual([['2024/25', 25]])
    expect(joined.earlier[0]).toMatchObject({
      areaId: 'new',
      numerator: 100,
      denominator: 400,
      lower95: null,
      origin: WORKED_OUT,
      recordedBy: null,
    })
    expect(joined.sentence).toBe(
      'Values before 1 April 2026 are worked out from A and B, which became this area.',
    )
  })

  it('[AS2] sums what is counted, with or without a denominator', () => {
    const counted = [of('a', 2024, [10, 1]), of('b', 2024, [90, 1])].map((row) => ({
      ...row,
      value: row.numerator,
      denominator: null,
    }))
    const joined = join(counted, { metric: { valueType: 'count', unit: 'people' } })
    expect(joined.values).toEqual([['2024/25', 100]])
  })

  it('[AS1] leaves the area’s own values alone, suppressed ones too', () => {
    const own = { ...of('new', 2024, [1, 2]), value: null, suppressed: true }
    expect(join([own, of('a', 2024, [10, 100]), of('b', 2024, [90, 300])]).values).toEqual([])
  })

  it('[AS3] needs every part of a period, and names those it leaves out', () => {
    const rows = [
      of('a', 2022, [10, 100]),
      of('a', 2023, [10, 100]),
      {
        ...of('b', 2023, [90, 300]),
        value: null,
        suppressed: true,
        numerator: null,
        denominator: null,
      },
      of('a', 2024, [10, 100]),
      { ...of('b', 2024, [90, 300]), numerator: null },
      of('a', 2025, [20, 100]),
      of('b', 2025, [60, 300]),
    ]
    const joined = join(rows)
    expect(joined.values).toEqual([['2025/26', 20]])
    expect(joined.sentence).toContain(
      'Not all of them have 2022/23, 2023/24 and 2024/25, so those are left out.',
    )
  })

  it('[AS4] works out nothing that is not made of counts', () => {
    const rows = [of('a', 2024, [10, 100]), of('b', 2024, [90, 300])]
    for (const valueType of ['mean', 'directly_standardised_rate', 'life_expectancy'] as const) {
      const joined = join(rows, { metric: { valueType, unit: '%' } })
      expect(joined.values).toEqual([])
      expect(joined.sentence).toContain('cannot be added up')
    }
    expect(
      join(rows, { metric: { valueType: 'crude_rate', unit: 'of everything' } }).values,
    ).toEqual([])
    expect(join(rows, { metric: { valueType: 'crude_rate', unit: 'per 1,000' } }).values).toEqual([
      ['2024/25', 250],
    ])
  })

  it('[AS5] divides no area that was split', () => {
    const successions = [became('a'), became('b'), became('b', 'other')]
    const joined = join([of('a', 2024, [10, 100]), of('b', 2024, [90, 300])], { successions })
    expect(joined.values).toEqual([])
    expect(joined.sentence).toContain('part of this was B, which was split')
  })

  it('[AS6] works out first what came of an earlier merger', () => {
    const successions = [
      became('a'),
      became('b'),
      became('c', 'a', '2022-07-01'),
      became('d', 'a', '2022-07-01'),
    ]
    const rows = [of('c', 2020, [1, 10]), of('d', 2020, [2, 10]), of('b', 2020, [3, 20])]
    expect(join(rows, { successions }).values).toEqual([['2020/21', 15]])
  })

  it('[AS7] has no rate of nobody', () => {
    const none = { ...of('a', 2024, [0, 1]), denominator: 0, value: 0 }
    const joined = join([none, { ...none, id: 'b', areaId: 'b' }])
    expect(joined.values).toEqual([])
    expect(joined.sentence).toContain('2024/25')
  })

  it('[AS8] works out periods that were over before the merger', () => {
    const late = [of('a', 2026, [10, 100]), of('b', 2026, [90, 300])]
    expect(join(late).values).toEqual([])
    const onTheDay = late.map((row) => ({ ...row, period: { ...row.period, end: ON } }))
    expect(join(onTheDay).values).toEqual([])
    const before = late.map((row) => ({ ...row, period: { ...row.period, end: '2026-03-31' } }))
    expect(join(before).values).toHaveLength(1)
  })

  it('[AS9] says nothing of an area that is nobody’s successor', () => {
    expect(join([of('a', 2024, [10, 100])], { successions: [] })).toMatchObject({
      sentence: '',
      values: [],
    })
  })

  it('[AS10] makes up nothing for an area that was there before it took another in', () => {
    const successions = [{ ...became('a'), toSince: '2022-07-01' }]
    const rows = [of('new', 2023, [10, 100]), of('a', 2024, [90, 300]), of('new', 2025, [10, 100])]
    const joined = join(rows, { successions })
    expect(joined.values).toEqual([])
    expect(joined.sentence).toBe(
      'On 1 April 2026 it took in all or part of A; values before that day are of the area as it was.',
    )
    // What it was made of when it began is worked out all the same.
    const both = join([of('b', 2020, [1, 4]), ...rows], {
      successions: [...successions, became('b', 'new', '2022-07-01')],
    })
    expect(both.values).toEqual([['2020/21', 25]])
    expect(both.sentence).toContain('before 1 July 2022')
    expect(both.sentence).toContain('On 1 April 2026 it took in')
  })

  it('[AS6] comes to an end where successions go in a circle', () => {
    const successions = [became('a'), became('new', 'a', '2025-01-01')]
    expect(join([of('a', 2024, [10, 100])], { successions }).values).toEqual([['2024/25', 10]])
  })
})
