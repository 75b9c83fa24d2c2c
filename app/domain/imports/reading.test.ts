import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, listPeriods } from '../metrics/period'
import { compareMetadata, readPolarity, readValueType } from './check-metadata'
import { NO_COLUMN, guessColumns, mapColumns } from './map-columns'
import { keyOfBreakdown, readBreakdown } from './read-breakdown'
import { readPeriod } from './read-period'
import { readValueCell, tidyFigures } from './read-value'

function mapped(headers: readonly string[], chosen = {}) {
  const outcome = mapColumns(headers, chosen)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

function refused(headers: readonly string[]): string {
  const outcome = mapColumns(headers)
  return outcome.ok ? '' : outcome.refusal.message
}

describe('columns', () => {
  it('[IM1] are known by their headings, however they are written', () => {
    const { columns, kind } = mapped([
      '\uFEFFAREA_CODE',
      ' Time  period ',
      'Value\u00A0',
      'Lower95',
    ])
    expect(columns).toEqual({ areaCode: 0, period: 1, value: 2, lower95: 3 })
    expect(kind).toBe('table')
  })

  it('[IM2] of Fingertips pass whatever parent they compare to', () => {
    const headers = [
      'Indicator ID',
      'Area Code',
      'Time period',
      'Value',
      'Compared to England value or percentiles',
      'Compared to ICBs (from Apr 2023) value or percentiles',
      'Time period Sortable',
      'Target data',
      'My own column',
    ]
    const map = mapped(headers)
    expect([map.kind, map.unused]).toEqual(['fingertips', ['My own column']])
  })

  it('[IM3] follow what a person chose', () => {
    const headers = ['Org', 'Rate', 'Value', 'Period']
    expect(mapped(headers, { areaName: 0, value: 1 }).columns).toEqual({
      areaName: 0,
      value: 1,
      period: 3,
    })
  })

  it('[IM3] follow a person who says that no column holds a thing', () => {
    const headers = ['Area', 'Period', 'Value', 'Population']
    expect(mapped(headers).columns).toMatchObject({ denominator: 3 })
    const without = mapped(headers, { denominator: NO_COLUMN })
    expect(without.columns).not.toHaveProperty('denominator')
    expect(without.unused).toEqual(['Population'])
    expect(mapColumns(headers, { value: NO_COLUMN })).toMatchObject({ ok: false })
  })

  it('[IM5] are guessed as far as can be while some are missing', () => {
    expect(guessColumns(['Where', 'Period', 'Value'])).toEqual({
      columns: { period: 1, value: 2 },
      problem: expect.stringContaining('the area'),
    })
    expect(guessColumns(['Area', 'Year', 'Month', 'Value']).columns).toEqual({
      areaName: 0,
      value: 3,
    })
  })

  it('[IM4] are refused when two look like the same thing', () => {
    expect(refused(['Area', 'Year', 'Month', 'Value'])).toBe(
      'Several columns look like the same thing: “Year” and “Month”. Choose one of them.',
    )
  })

  it('[IM5] need area, period and value, and list what nobody reads', () => {
    expect(refused(['Note'])).toContain('No column was found for the area, the period, the value.')
    expect(refused([])).toContain('the area')
    expect(mapped(['Area', 'Period', 'Value', 'Colour', '']).unused).toEqual(['Colour'])
  })
})

const financial = { frequency: 'annual', yearType: 'financial' } as const

function startOf(text: string, calendar: Calendar): string {
  const read = readPeriod(text, calendar)
  return read.ok ? read.value.start : read.refusal.message
}

describe('periods', () => {
  it.each<[string, Calendar, string]>([
    ['2026/27', financial, '2026-04-01'],
    ['2026-27', financial, '2026-04-01'],
    ['2026/2027', financial, '2026-04-01'],
    ['1999/00', financial, '1999-04-01'],
    ['2026/27', { frequency: 'annual', yearType: 'academic' }, '2026-09-01'],
    ['2026', { frequency: 'annual', yearType: 'calendar' }, '2026-01-01'],
  ])('[IM6] reads the year %s', (text, calendar, start) => {
    expect(startOf(text, calendar)).toBe(start)
  })

  it.each<[string, Calendar, string]>([
    ['2026/27 Q1', { frequency: 'quarterly', yearType: 'financial' }, '2026-04-01'],
    ['2026/27 Q4', { frequency: 'quarterly', yearType: 'financial' }, '2027-01-01'],
    ['Q3 2026/27', { frequency: 'quarterly', yearType: 'financial' }, '2026-10-01'],
    ['2026 Q4', { frequency: 'quarterly', yearType: 'calendar' }, '2026-10-01'],
    ['2026/27 Q2', { frequency: 'quarterly', yearType: 'academic' }, '2026-12-01'],
    ['April 2026', { frequency: 'monthly', yearType: 'financial' }, '2026-04-01'],
    ['Apr-26', { frequency: 'monthly', yearType: 'financial' }, '2026-04-01'],
    ['2026-04', { frequency: 'monthly', yearType: 'calendar' }, '2026-04-01'],
  ])('[IM7] reads %s', (text, calendar, start) => {
    expect(startOf(text, calendar)).toBe(start)
  })

  it.each<[string, Calendar['yearType'], string]>([
    ['2020 - 22', 'calendar', '2020-01-01'],
    ['2020–22', 'calendar', '2020-01-01'],
    ['2020-2022', 'calendar', '2020-01-01'],
    ['1998 - 00', 'calendar', '1998-01-01'],
    ['2020/21 - 22/23', 'financial', '2020-04-01'],
    ['2020/21 – 2022/23', 'financial', '2020-04-01'],
  ])('[IM8] reads the pooled years %s', (text, yearType, start) => {
    expect(startOf(text, { frequency: 'rolling_3y', yearType })).toBe(start)
  })

  it.each<[string, Calendar]>([
    ['2026/28', financial],
    ['2026', financial],
    ['2026/27', { frequency: 'annual', yearType: 'calendar' }],
    ['2020 - 23', { frequency: 'rolling_3y', yearType: 'calendar' }],
    ['2020', { frequency: 'rolling_3y', yearType: 'calendar' }],
    ['2026/27 Q5', { frequency: 'quarterly', yearType: 'financial' }],
    ['Smarch 2026', { frequency: 'monthly', yearType: 'calendar' }],
    ['2026-13', { frequency: 'monthly', yearType: 'calendar' }],
    ['2/4/2026', financial],
    ['', financial],
  ])('[IM9] refuses %s with an example', (text, calendar) => {
    expect(startOf(text, calendar)).toContain('is no period of this metric. Write it like “')
  })

  it('[IM9] takes the first day of a period', () => {
    expect(startOf('1/4/2026', financial)).toBe('2026-04-01')
    expect(startOf('2026-04-01', { frequency: 'monthly', yearType: 'financial' })).toBe(
      '2026-04-01',
    )
  })

  it('[IM6] [IM7] [IM8] reads every label that Northing itself writes', () => {
    const frequency = constantFrom('monthly', 'quarterly', 'annual', 'rolling_3y')
    const yearType = constantFrom('calendar', 'financial', 'academic')
    assert(
      property(frequency, yearType, integer({ min: 1950, max: 2090 }), (often, years, year) => {
        const calendar = { frequency: often, yearType: years } as Calendar
        const range = { from: `${year}-01-01`, today: `${year + 5}-01-01` }
        for (const { label, start } of listPeriods(calendar, range))
          expect([label, startOf(label, calendar)]).toEqual([label, start])
      }),
    )
  })
})

describe('values', () => {
  const kindOf = (cell: string, note = '') => readValueCell(cell, note).kind

  it('[IM10] knows suppressed from its mark or from the note', () => {
    expect(['c', '[c]', '*', 'C', 'Suppressed'].map((cell) => kindOf(cell))).toEqual(
      Array(5).fill('suppressed'),
    )
    expect(kindOf('', 'Value suppressed for disclosure control due to small count')).toBe(
      'suppressed',
    )
    expect(kindOf('0')).toBe('number')
  })

  it('[IM11] knows that there is none, and why', () => {
    expect(['', '[x]', '[z]', ':', '..', 'N/A'].map((cell) => kindOf(cell))).toEqual(
      Array(6).fill('absent'),
    )
    expect(readValueCell('', 'Not available')).toMatchObject({ why: 'Not available' })
  })

  it('[IM12] takes nothing that could be zero, few or none', () => {
    expect(['-', '–', '~', '<5', '[low]', '≤ 7'].map((cell) => kindOf(cell))).toEqual(
      Array(6).fill('unclear'),
    )
    expect(readValueCell('12', 'Value suppressed')).toMatchObject({
      message: 'There is the value “12”, and a note that it is suppressed. Remove one of the two.',
    })
    expect(kindOf('12', 'Aggregated from areas of which some are suppressed')).toBe('number')
  })

  it('[IM13] puts a shorthand into words', () => {
    expect(readValueCell('12.5 [p]', '')).toEqual({
      kind: 'number',
      text: '12.5',
      mark: 'Provisional.',
    })
    expect(kindOf('12.5 [q]')).toBe('unclear')
  })

  it('[IM14] tidies a program’s figures and nothing else', () => {
    const cells = [
      '11.400000000000001',
      '1.2E-05',
      '75.912345678901234',
      '1e3',
      '0.1',
      '12,5',
      'abc',
    ]
    expect(cells.map(tidyFigures)).toEqual([
      '11.4',
      '0.000012',
      '75.9123456789',
      '1000',
      '0.1',
      '12,5',
      'abc',
    ])
    // Whole figures are never rounded: the rules of numbers say that there are too many.
    expect(tidyFigures('1234567890123456')).toBe('1234567890123456')
  })
})

describe('breakdowns', () => {
  const cells = { sex: '', age: '', categoryType: '', category: '' }
  const everybody = { sex: 'Persons', age: 'All ages' }
  const read = (parts: Partial<typeof cells>, whom = everybody) =>
    readBreakdown({ ...cells, ...parts }, whom)

  it('[IM15] are none for the sex and age the metric is of', () => {
    expect(read({ sex: 'All', age: 'all ages' })).toEqual({ by: 'none' })
    expect(read({})).toEqual({ by: 'none' })
    expect(read({ sex: 'F' })).toEqual({ by: 'sex', group: 'Female' })
    expect(read({ sex: 'Female' }, { sex: 'Female', age: '' })).toEqual({ by: 'none' })
    expect(read({ sex: 'Persons' }, { sex: 'Female', age: '' })).toMatchObject({ group: 'Persons' })
    expect(read({ sex: 'Male' }, { sex: '', age: '' })).toMatchObject({ by: 'sex' })
    expect(read({ age: '65+ yrs' })).toEqual({ by: 'age', group: '65+ yrs' })
    expect(read({ age: '65+ yrs' }, { sex: '', age: '' })).toEqual({ by: 'none' })
  })

  it('[IM16] are of a category by its type', () => {
    expect(read({ categoryType: 'Ethnic groups', category: 'Asian' })).toEqual({
      by: 'ethnicity',
      group: 'Asian',
    })
    expect(read({ categoryType: 'Rurality', category: 'Coast' })).toEqual({
      by: 'other',
      type: 'Rurality',
      group: 'Coast',
    })
  })

  const tenths =
    'Most|Second most|Third more|Fourth more|Fifth more|Fifth less|Fourth less|Third less|Second least|Least'

  it('[IM17] know Fingertips’ tenths and fifths from the most deprived', () => {
    const places = tenths
      .split('|')
      .map((words) =>
        read({ categoryType: 'Deciles', category: `${words} deprived decile (IMD2019)` }),
      )
    expect(places).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((place) => ({ by: 'deprivation', of: 10, place })),
    )
    const fifths = [
      'Most deprived',
      'Second most deprived',
      'Middle',
      'Second least',
      'Least deprived',
    ]
    const found = fifths.map((words) => read({ category: `${words} quintile` }))
    expect(found).toEqual([1, 2, 3, 4, 5].map((place) => ({ by: 'deprivation', of: 5, place })))
  })

  it('[IM17] know figures, unless they could be counted from the other end', () => {
    const decile = (category: string) => read({ categoryType: 'IMD decile', category })
    expect([decile('3'), decile('Decile 10'), decile('1 - most deprived')]).toMatchObject([
      { place: 3 },
      { place: 10 },
      { place: 1 },
    ])
    const wrong = [
      '11',
      '0',
      '10% most deprived',
      '1 (least deprived)',
      '10 - most deprived',
      'more deprived',
    ]
    expect(wrong.filter((category) => typeof decile(category) !== 'string')).toEqual([])
    expect(read({ categoryType: 'IMD', category: '3' })).toContain('It cannot be told')
    expect(read({ category: 'Fourth more deprived quintile' })).toContain('It cannot be told')
  })

  it('[IM18] are one at a time', () => {
    const nested = read({ sex: 'Male', categoryType: 'Ethnic groups', category: 'Asian' })
    expect(nested).toContain('Only one breakdown at a time')
  })

  it('[IM16] have a key for each group', () => {
    const keys = [
      read({}),
      read({ sex: 'Male' }),
      read({ age: 'Male' }),
      read({ categoryType: 'Ethnic groups', category: 'Male' }),
      read({ categoryType: 'Rurality', category: 'Male' }),
      read({ category: 'Most deprived decile' }),
      read({ category: 'Most deprived quintile' }),
    ].map((found) => (typeof found === 'string' ? found : keyOfBreakdown(found)))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('what a source says of a metric', () => {
  const metric = { polarity: 'low_good', valueType: 'proportion', unit: '%' } as const

  it('[IM36] reads Fingertips’ words', () => {
    const words = ['Low is good', 'High is good', 'No judgement', 'RAG - Low is good', '', 'Odd']
    expect(words.map(readPolarity)).toEqual([
      'low_good',
      'high_good',
      'neutral',
      'low_good',
      null,
      null,
    ])
    expect(readValueType('Directly standardised rate')).toBe('directly_standardised_rate')
  })

  it('[IM37] says where the two differ', () => {
    const source = { polarity: 'High is good', valueType: 'Crude rate', unit: 'per 1,000' }
    expect(compareMetadata(source, metric)).toEqual([
      'The source says that a higher value is better, and this metric that a lower value is better.',
      'The source’s values are of another kind: “Crude rate”.',
      'The source measures in “per 1,000”, and this metric in “%”.',
    ])
  })

  it('[IM38] finds nothing to say where the source says nothing or the same', () => {
    expect(compareMetadata({ polarity: '', valueType: '', unit: '' }, metric)).toEqual([])
    const same = { polarity: 'Low is good', valueType: 'Proportion', unit: 'per cent' }
    expect(compareMetadata(same, metric)).toEqual([])
  })
})
