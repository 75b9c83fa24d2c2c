import { describe, expect, it } from 'vitest'
import { buildReading } from '../../../test/build/area-readings'
import {
  type IndexArea,
  type IndexRow,
  type IndexSource,
  listQuarterEnds,
  scoreOverTime,
} from './index-over-time'
import { whyNoWhole } from './integration-index'

const area = (id: string, to: string | null = null): IndexArea => ({
  id,
  name: id,
  level: 'icb',
  from: '2020-01-01',
  to,
})
const areas = ['A', 'B', 'C', 'D'].map((id) => area(id))

/** One value for each of the areas A, B, C… in the period. */
function buildRows(start: string, end: string, values: readonly (number | null)[]): IndexRow[] {
  return values.map((value, at) => ({
    ...buildReading({ value, suppressed: value === null }),
    id: `${start}-${at}`,
    areaId: 'ABCDE'[at] ?? '',
    period: { start, end, label: start },
    supersedesId: null,
    withdrawn: false,
  }))
}

function buildSource(chasm: string, rows: readonly IndexRow[]): IndexSource {
  return { id: chasm, title: chasm, chasm, polarity: 'high_good', valueType: 'proportion', rows }
}

const CHASM_IDS = ['physical_mental', 'community_hospital', 'health_social']
const spring = buildRows('2026-04-01', '2026-06-30', [2, 4, 6, 8])
const summer = buildRows('2026-07-01', '2026-09-30', [8, 6, 4, 2])
const whole = (rows: readonly IndexRow[]) => CHASM_IDS.map((chasm) => buildSource(chasm, rows))

describe('the index over time', () => {
  it('[CM45] is of the last days of quarters that are over', () => {
    expect(listQuarterEnds('2026-11-23').slice(-3)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
    ])
    expect(listQuarterEnds('2026-01-01').at(-1)).toBe('2025-12-31')
    expect(listQuarterEnds('2026-12-31').at(-1)).toBe('2026-09-30')
  })

  it('[CM45] takes each metric’s newest period that was over by then', () => {
    const days = scoreOverTime(areas, whole([...spring, ...summer]), '2026-11-23')
    const [first, second] = days.course
    expect(first).toMatchObject({ day: '2026-06-30', areas: [{ rank: 4 }, {}, {}, { rank: 1 }] })
    expect(second).toMatchObject({ day: '2026-09-30', areas: [{ rank: 1 }, {}, {}, { rank: 4 }] })
  })

  it('[CM45] passes by a period that fewer than four areas have', () => {
    const few = buildRows('2026-07-01', '2026-09-30', [8, 6, 4, null])
    const { newest } = scoreOverTime(areas, whole([...spring, ...few]), '2026-11-23')
    expect(newest.metrics.map(({ period }) => period?.start)).toEqual(
      CHASM_IDS.map(() => '2026-04-01'),
    )
  })

  it('[CM45] leaves out a value that ended more than two years before', () => {
    const old = buildRows('2024-07-01', '2024-09-30', [2, 4, 6, 8])
    expect(scoreOverTime(areas, whole(old), '2026-11-23').newest.scales).toHaveLength(3)
    const later = scoreOverTime(areas, whole(old), '2027-01-02')
    expect(later.newest).toMatchObject({ day: '2026-12-31', scales: [] })
    expect(later.course.at(-1)?.day).toBe('2026-09-30')
  })

  it('[CM45] compares the areas there were on that day', () => {
    const five = [...areas, area('E', '2026-08-31')]
    const rows = buildRows('2026-04-01', '2026-06-30', [2, 4, 6, 8, 9])
    const { course: shown } = scoreOverTime(five, whole(rows), '2026-11-23')
    expect(shown.map((one) => one.areas.length)).toEqual([5, 4])
    expect(shown.map(({ scales }) => scales[0]?.areas)).toEqual([5, 4])
  })

  it('[CM46] has eight quarters at most, those with a score, with corrections as they stand now', () => {
    const wrong = spring[0]!
    const right = { ...wrong, id: 'right', value: 10, supersedesId: wrong.id }
    const { course: shown } = scoreOverTime(areas, whole([...spring, right]), '2026-11-23')
    expect(shown.map(({ day }) => day)).toEqual(['2026-06-30', '2026-09-30'])
    expect(shown[0]?.areas[0]?.rank).toBe(1)
    expect(scoreOverTime(areas, whole(spring), '2028-07-02').course).toHaveLength(8)
    expect(scoreOverTime(areas, [], '2026-11-23').course).toEqual([])
  })

  it('[CM44] leaves out a metric that only counts, by name', () => {
    const [mind, home, care] = whole(spring)
    const count = { ...mind!, id: 'beds', title: 'Beds', valueType: 'count' as const }
    const { newest: shown } = scoreOverTime(areas, [mind!, home!, care!, count], '2026-08-01')
    expect(shown.leftOut).toMatchObject([
      { metricId: 'beds', why: expect.stringContaining('larger where more people live') },
    ])
  })

  it('[CM47] keeps the chasms that score when one does not', () => {
    const two = whole(spring).slice(0, 2)
    const { newest: shown } = scoreOverTime(areas, two, '2026-08-01')
    expect(shown.areas[3]?.index).toBeNull()
    expect(shown.areas[3]?.chasms.map(({ score }) => score?.toFixed(2))).toEqual([
      '1.34',
      '1.34',
      undefined,
    ])
    expect(whyNoWhole(shown, two)).toContain('Health and social care')
    const { newest: all } = scoreOverTime(areas, whole(spring), '2026-08-01')
    expect(whyNoWhole(all, whole(spring))).toBe('')
  })
})
