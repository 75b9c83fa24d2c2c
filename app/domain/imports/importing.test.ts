import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservation } from '../../../test/build/metrics'
import type { Observation } from '../metrics/observation'
import { indexCoded } from './find-coded'
import { mapColumns } from './map-columns'
import {
  type Draft,
  type ImportContext,
  type KnownArea,
  type ParsedRow,
  parseRow,
} from './parse-row'
import { type KnownObservation, planImport } from './plan-import'

const calendar = { frequency: 'annual', yearType: 'financial' } as const
const smoking = {
  metric: buildMetric({ ...calendar, id: 'smoking', title: 'Smoking at delivery' }),
  codes: ['93085'],
  name: 'Smoking at delivery',
  everybody: { sex: 'Female', age: '' },
}
const waits = {
  metric: buildMetric({ ...calendar, id: 'waits', unit: 'days', valueType: 'mean' }),
  codes: ['W1'],
  name: 'Waits',
  everybody: { sex: '', age: '' },
}

function buildArea(name: string, ...codes: string[]): KnownArea {
  return { area: { id: name, name, level: 'place' }, codes, name }
}

const areas = [
  buildArea('North East', 'E54000050', 'QHM'),
  buildArea('Gateshead', 'E08000037'),
  buildArea('Newport', 'E1'),
  buildArea('Newport', 'E2'),
]

const HEADERS = [
  'Metric',
  'Area code',
  'Area',
  'Period',
  'Value',
  'Lower 95',
  'Upper 95',
  'Count',
  'Denominator',
  'Note',
  'Unit',
  'Sex',
  'Category type',
  'Category',
]

function buildContext(
  headers: readonly string[] = HEADERS,
  parts: Partial<ImportContext> = {},
): ImportContext {
  const columns = mapColumns(headers)
  if (!columns.ok) throw new Error(columns.refusal.message)
  return {
    columns: columns.value,
    metrics: indexCoded([smoking, waits]),
    areas: indexCoded(areas),
    onlyMetric: null,
    today: '2026-11-23',
    ...parts,
  }
}

const PLAIN = { Metric: '93085', 'Area code': 'E08000037', Period: '2024/25', Value: '12.5' }

function buildCells(parts: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = { ...PLAIN, ...parts }
  return HEADERS.map((heading) => cells[heading] ?? '')
}

function parse(parts: Record<string, string> = {}, line = 2): ParsedRow {
  return parseRow(buildCells(parts), line, buildContext())
}

function draftOf(row: ParsedRow): Draft {
  if (row.kind !== 'draft') throw new Error(JSON.stringify(row))
  return row.draft
}

function wordsOf(row: ParsedRow): string {
  return row.kind === 'error' ? row.messages.join(' | ') : row.kind
}

describe('rows', () => {
  it('[IM19] are nothing when empty, and wrong with too many cells', () => {
    expect(parseRow(['', ' ', '\u00A0'], 2, buildContext()).kind).toBe('blank')
    expect(wordsOf(parseRow([...buildCells(), 'more'], 7, buildContext()))).toBe(
      'Line 7: There are more cells than headings. Put a text with a comma in it in quotation marks.',
    )
    expect(parseRow([...buildCells(), ''], 7, buildContext()).kind).toBe('draft')
    expect(parseRow(buildCells().slice(0, 5), 7, buildContext()).kind).toBe('draft')
  })

  it('[IM20] know the metric by code, by name, or from the table', () => {
    expect(draftOf(parse()).metricId).toBe('smoking')
    const headers = ['Indicator', 'Area', 'Period', 'Value']
    const row = ['waits', 'Gateshead', '2024/25', '3']
    expect(draftOf(parseRow(row, 2, buildContext(headers))).metricId).toBe('waits')
    const bare = [headers.slice(1), row.slice(1)] as const
    const only = buildContext(bare[0], { onlyMetric: waits })
    expect(draftOf(parseRow(bare[1], 2, only)).metricId).toBe('waits')
    expect(wordsOf(parseRow(bare[1], 2, buildContext(bare[0])))).toContain('Choose the metric')
  })

  it('[IM21] know the area by code, and by name only without one', () => {
    expect(draftOf(parse({ 'Area code': 'qhm' })).area.id).toBe('North East')
    expect(draftOf(parse({ 'Area code': '', Area: ' north  EAST' })).area.id).toBe('North East')
    expect(wordsOf(parse({ 'Area code': 'E06000001', Area: 'Gateshead' }))).toBe(
      'Line 2: “Gateshead (E06000001)” is no area of this partnership. Use its ONS or ODS code, or the name it has here.',
    )
    expect(wordsOf(parse({ 'Area code': '' }))).toContain('There is no area in this row')
  })

  it('[IM22] do not choose between two of one name', () => {
    expect(wordsOf(parse({ 'Area code': '', Area: 'Newport' }))).toContain('more than one area')
  })

  it('[IM23] are wrong for what is not ours, unless from Fingertips', () => {
    expect(wordsOf(parse({ Metric: 'X9' }))).toContain('is no metric of this partnership')
    const context = buildContext()
    const fingertips = { ...context, columns: { ...context.columns, kind: 'fingertips' as const } }
    expect(parseRow(buildCells({ Metric: 'X9' }), 2, fingertips)).toEqual({
      line: 2,
      kind: 'passed_over',
      what: 'metric',
      name: 'X9',
    })
  })

  it('[IM24] must be in the metric’s unit', () => {
    expect(parse({ Unit: 'Per cent' }).kind).toBe('draft')
    expect(wordsOf(parse({ Unit: 'per 1,000' }))).toBe(
      'Line 2, “Unit”: The file says “per 1,000”, and this metric is measured in “%”. Check that it is the same metric.',
    )
  })

  it('[IM25] are judged as a value typed in is', () => {
    expect(wordsOf(parse({ Value: '101' }))).toContain('“Value”: A percentage must be between')
    expect(wordsOf(parse({ Value: '-1', Metric: 'W1' }))).toBe('draft')
    expect(wordsOf(parse({ Value: '12 days' }))).toContain('“Value”: This metric is measured in')
    expect(wordsOf(parse({ Period: '2026/27' }))).toContain('“Period”: 2026/27 is not over yet')
    expect(wordsOf(parse({ Count: '5', Denominator: '0' }))).toContain(
      '“Denominator”: The denominator',
    )
    expect(draftOf(parse({ Value: '0' })).value).toBe(0)
  })

  it('[IM26] name line, column, and all that is wrong with the numbers', () => {
    expect(wordsOf(parse({ Value: 'many', 'Lower 95': '13', Count: '-1' }, 40))).toBe(
      'Line 40, “Value”: This is not a number. Write a number in figures, like 12.5 or 1,234. | Line 40, “Upper 95”: Give both ends of the interval, or neither. | Line 40, “Count”: This cannot be below zero.',
    )
    expect(wordsOf(parse({ Value: '<5', Period: 'soon' }, 3)).split(' | ')).toHaveLength(2)
  })

  it('[IM27] keep the row as it came, and take marks beside the value as not published', () => {
    const draft = draftOf(
      parse({ 'Lower 95': '[x]', 'Upper 95': ':', Count: '*', Denominator: '800' }),
    )
    expect(draft).toMatchObject({ lower95: null, upper95: null, numerator: null, denominator: 800 })
    expect(draft.raw.slice(3, 5)).toEqual(['2024/25', '12.5'])
  })

  it('[IM10] [IM27] keep a suppressed row without numbers', () => {
    expect(
      draftOf(parse({ Value: 'c', Count: '*', 'Lower 95': '1', Denominator: '800' })),
    ).toMatchObject({
      value: null,
      suppressed: true,
      numerator: null,
      lower95: null,
      denominator: 800,
    })
  })

  it('[IM13] put a shorthand into the note', () => {
    expect(draftOf(parse({ Value: '12.5 [p]', Note: 'From the return' }))).toMatchObject({
      value: 12.5,
      note: 'Provisional. From the return',
    })
  })

  it('[IM11] without a value say why', () => {
    expect(parse({ Value: '', Note: 'Not collected' })).toEqual({
      line: 2,
      kind: 'no_value',
      why: 'Not collected',
    })
  })
})

function plan(rows: readonly ParsedRow[], observations: readonly KnownObservation[] = []) {
  return planImport(rows, { observations, metrics: [smoking, waits] })
}

/** What the partnership would have after recording the drafts. */
function recordAll(rows: readonly ParsedRow[]): KnownObservation[] {
  return plan(rows).rows.flatMap((row) => ('draft' in row ? [know(row.draft)] : []))
}

function know(draft: Draft, parts: Partial<Observation> = {}): KnownObservation {
  const observation = buildObservation({ ...draft, areaId: draft.area.id, ...parts })
  return { observation, breakdown: draft.breakdown }
}

describe('plan', () => {
  it('[IM29] counts a row said twice once', () => {
    const { rows, counts } = plan([parse({}, 2), parse({ Note: 'Again' }, 3)])
    expect(rows[1]).toEqual({ line: 3, kind: 'repeated', firstLine: 2 })
    expect([counts.new, counts.repeated]).toEqual([1, 1])
  })

  it('[IM30] takes none of two rows that say different things', () => {
    const { rows, counts } = plan([parse({}, 2), parse({ Value: '13' }, 3), parse({}, 4)])
    expect(counts).toMatchObject({ error: 3, new: 0, repeated: 0 })
    expect(rows[1]).toMatchObject({ messages: [expect.stringContaining('Line 3: Line 2 says')] })
    expect(rows[2]).toMatchObject({ messages: [expect.stringContaining('Line 4: Line 3 says')] })
  })

  it('[IM29] keeps groups apart', () => {
    const group = {
      'Category type': 'Deprivation',
      Category: 'Most deprived quintile',
      Value: '20',
    }
    expect(
      plan([parse({}, 2), parse(group, 3), parse({ Sex: 'Persons', Value: '9' }, 4)]).counts.new,
    ).toBe(3)
  })

  it('[IM31] [IM32] changes nothing for the same and supersedes the different', () => {
    const draft = draftOf(parse({ Count: '100', Denominator: '800' }))
    const known = know(draft, { id: 'o1', lower95: 12, upper95: 13 })
    expect(plan([parse()], [known]).rows).toEqual([{ line: 2, kind: 'same' }])
    expect(plan([parse({ Value: '12.6' })], [known]).rows[0]).toMatchObject({
      kind: 'supersedes',
      known: { id: 'o1' },
      draft: { value: 12.6 },
    })
    const recounted = parse({ Count: '101', Denominator: '800' })
    expect(plan([recounted], [known]).counts.supersedes).toBe(1)
    const elsewhere = parse({ 'Area code': 'E54000050' })
    expect(plan([elsewhere], [known]).counts.new).toBe(1)
  })

  it('[IM33] tells suppressed from a value, both ways', () => {
    const suppressed = parse({ Value: 'c' })
    expect(plan([suppressed], [know(draftOf(parse()))]).counts.supersedes).toBe(1)
    expect(plan([parse()], [know(draftOf(suppressed))]).counts.supersedes).toBe(1)
    expect(plan([suppressed], [know(draftOf(suppressed))]).counts.same).toBe(1)
  })

  it('[IM35] points out per cent written as parts of 1', () => {
    const parts = [parse({ Value: '0.12' }, 2), parse({ Value: '0.4', Period: '2023/24' }, 3)]
    expect(plan(parts).notices[0]).toContain('Every value of “Smoking at delivery” is 1% or less')
    expect(plan([...parts, parse({ Period: '2022/23' }, 4)]).notices).toEqual([])
    const days = parse({ Metric: 'W1', Value: '40' }, 4)
    expect(plan([...parts, days]).notices).toHaveLength(1)
    expect(plan(parts.slice(1)).notices).toEqual([])
    const zeros = [parse({ Value: '0' }, 2), parse({ Value: '0', Period: '2023/24' }, 3)]
    expect(plan(zeros).notices).toEqual([])
  })

  const rows = array(
    record({
      Value: constantFrom('12.5', '13', 'c', '', '<5', 'no'),
      Period: constantFrom('2024/25', '2023/24', 'never'),
      'Area code': constantFrom('E08000037', 'QHM', 'X'),
    }),
    { maxLength: 12 },
  )

  it('[IM28] gives every row one outcome, and counts that add up', () => {
    assert(
      property(rows, (list) => {
        const { rows: planned, counts } = plan(list.map((parts, at) => parse(parts, at + 2)))
        expect(planned.map(({ line }) => line)).toEqual(list.map((_, at) => at + 2))
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(list.length)
      }),
    )
    expect(plan([{ line: 2, kind: 'blank' }]).rows).toEqual([])
  })

  it('[IM31] changes nothing the second time', () => {
    assert(
      property(rows, (list) => {
        const parsed = list.map((parts, at) => parse(parts, at + 2))
        const { counts } = plan(parsed, recordAll(parsed))
        expect([counts.new, counts.supersedes]).toEqual([0, 0])
      }),
    )
  })
})

describe('a file from Fingertips', () => {
  const [headers = [], ...body] = readFileSync('test/data/fingertips/sample-27-columns.csv', 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)]
        .map(([, cell = '']) => cell.replaceAll('"', ''))
        .slice(0, 27),
    )
  const england = buildArea('England', 'E92000001')
  const context = buildContext(headers, { areas: indexCoded([...areas, england]) })
  const read = (from: number) => body.map((cells, at) => parseRow(cells, at + from, context))
  const parsed = read(2)

  it('[IM2] [IM34] is read by its own headings, and what is not ours is named once', () => {
    const found = plan([...parsed, ...read(7)])
    expect([headers.length, context.columns.kind, context.columns.unused]).toEqual([
      27,
      'fingertips',
      [],
    ])
    expect(found.passedOver).toEqual({ areas: [], metrics: ['Life expectancy at birth (90366)'] })
    expect(found.counts).toMatchObject({ new: 4, repeated: 4, passed_over: 2, error: 0 })
    expect(found.suppressed).toBe(1)
  })

  it('[IM10] [IM17] has a suppressed value and a deprivation group in it', () => {
    expect(draftOf(parsed[1]!)).toMatchObject({
      value: 11.4,
      numerator: 2890,
      breakdown: { by: 'none' },
    })
    expect(draftOf(parsed[2]!)).toMatchObject({ value: null, suppressed: true })
    expect(draftOf(parsed[3]!).breakdown).toEqual({ by: 'deprivation', of: 10, place: 1 })
  })
})
