import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import { plainText } from './plain-text'
import { type SourceIndicator, isMetadataTable, readMetadata } from './read-metadata'
import { compareFields, takeFields } from './take-metadata'

const HEADERS = [
  '\uFEFFIndicator ID',
  'Indicator',
  'Definition',
  'Rationale',
  'Data source',
  'Indicator source',
  'Definition of numerator',
  'Source of numerator',
  'Copyright',
  'Data re-use',
  'Specific rationale',
  'Unit',
  'Value type',
  'Year type',
  'Polarity',
]
const SMOKING: Record<string, string> = {
  '\uFEFFIndicator ID': '93085',
  Indicator: 'Smoking status at time of delivery',
  Definition: '<p>Mothers who smoke &amp; gave birth.</p>',
  Rationale: 'Smoking harms.',
  'Indicator source': 'Maternity services',
  'Source of numerator': 'SATOD return',
  Copyright: 'Crown copyright',
  Unit: '%',
  'Value type': 'Proportion',
  'Year type': 'Financial',
  Polarity: 'RAG - Low is good',
}

const cellsOf = (said: Record<string, string>) => HEADERS.map((heading) => said[heading] ?? '')
const describeSmoking = (parts: Record<string, string> = {}) => cellsOf({ ...SMOKING, ...parts })

function read(...rows: string[][]): readonly SourceIndicator[] {
  const outcome = readMetadata([HEADERS, ...rows])
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

function readOne(parts: Record<string, string> = {}): SourceIndicator {
  const [only] = read(describeSmoking(parts))
  if (!only) throw new Error('nothing was read')
  return only
}

describe('reading what a source says of its indicators', () => {
  it('[IM39] knows a table of metadata by its headings', () => {
    expect(isMetadataTable(HEADERS)).toBe(true)
    expect(isMetadataTable([...HEADERS, 'Value'])).toBe(false)
    expect(isMetadataTable(['Indicator ID', 'Definition'])).toBe(false)
    expect(isMetadataTable(['Indicator ID', 'Definition', 'Value_type'])).toBe(true)
    expect(isMetadataTable(['Area code', 'Period', 'Value'])).toBe(false)
    expect(readMetadata([['Area code', 'Period'], []])).toMatchObject({ ok: false })
    expect(readMetadata([])).toMatchObject({ ok: false })
  })

  it('[IM39] passes rows without an indicator', () => {
    expect(read(cellsOf({}), describeSmoking(), []).map(({ line }) => line)).toEqual([3])
  })

  it('[IM40] takes its words as text', () => {
    expect(readOne().said.definition).toBe('Mothers who smoke & gave birth.')
    expect(plainText('Aged <18 and >5')).toBe('Aged <18 and >5')
    expect(plainText('a <b>bold</b>  <a href="/x">link</a>')).toBe('a bold link')
    expect(plainText('<ul><li>one</li><li>two</li></ul>')).toBe('one\ntwo')
    expect(plainText('one<br/>two\r\n\r\n\r\n\r\nthree')).toBe('one\ntwo\n\nthree')
    expect(plainText('&lt;18&nbsp;years &#8211; &#x2019; &unknown; &#0; &#xD800;')).toBe(
      '<18 years – ’ &unknown; &#0; &#xD800;',
    )
  })

  it('[IM41] takes the more particular of two, else the other', () => {
    expect(readOne().said).toMatchObject({
      rationale: 'Smoking harms.',
      source: 'Maternity services',
      numerator: 'SATOD return',
      licence: 'Crown copyright',
    })
    const both = readOne({
      'Specific rationale': 'It harms here.',
      'Data source': 'NHS England',
      'Definition of numerator': 'Smokers',
      'Data re-use': 'OGL',
    })
    expect(both.said).toMatchObject({
      rationale: 'It harms here.',
      source: 'NHS England',
      numerator: 'Smokers',
      licence: 'OGL',
    })
  })

  it('[IM42] says nothing where the source is silent, and tells what it cannot understand', () => {
    expect(readOne().said).toMatchObject({
      valueType: 'proportion',
      polarity: 'low_good',
      yearType: 'financial',
    })
    expect('denominator' in readOne().said).toBe(false)
    const odd = readOne({ Polarity: 'Upwards', 'Year type': 'August - July', 'Value type': '' })
    expect(odd.said).not.toHaveProperty('polarity')
    expect(odd.said).not.toHaveProperty('yearType')
    expect(odd.unclear).toEqual([
      'The source’s polarity is “Upwards”, which has no meaning here.',
      'The source’s kind of year is “August - July”, which has no meaning here.',
    ])
  })

  it('[IM43] takes nothing of an indicator described twice in different words', () => {
    expect(read(describeSmoking(), describeSmoking({ Indicator: 'Again' }))).toHaveLength(1)
    const outcome = readMetadata([
      HEADERS,
      describeSmoking(),
      describeSmoking({ Definition: 'Other' }),
    ])
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        message:
          'Lines 2 and 3 both describe indicator 93085, in different words. Remove the one that is wrong.',
      },
    })
  })
})

describe('taking it over', () => {
  const metric = buildMetric({
    definition: 'Ours',
    source: '',
    polarity: 'high_good',
    unit: 'per cent',
    valueType: 'count',
    yearType: 'calendar',
  })
  const source = readOne({ Rationale: '' })

  it('[IM44] offers what differs; what is empty here is chosen beforehand', () => {
    const offered = compareFields(source, metric, false)
    expect(offered.map(({ field, offer }) => [field, offer])).toEqual([
      ['definition', 'open'],
      ['numerator', 'open'],
      ['valueType', 'open'],
      ['polarity', 'open'],
      ['yearType', 'open'],
      ['source', 'chosen'],
      ['licence', 'chosen'],
    ])
    expect(offered.find(({ field }) => field === 'polarity')).toMatchObject({
      label: 'Which side is better',
      from: 'high_good',
      to: 'low_good',
      fromWords: 'A higher value is better',
      toWords: 'A lower value is better',
    })
    const words = offered.map(({ toWords }) => toWords)
    expect(words).toContain('Proportion')
    expect(words).toContain('Financial year, from April')
  })

  it('[IM44] offers nothing where both say the same', () => {
    const same = { ...metric, ...source.said } as typeof metric
    expect(compareFields(source, same, false)).toEqual([])
  })

  it('[IM45] keeps what its values were measured in', () => {
    const kept = compareFields(source, metric, true).filter(({ offer }) => offer === 'kept')
    expect(kept.map(({ field }) => field)).toEqual(['valueType', 'yearType'])
    const outcome = takeFields(compareFields(source, metric, true), kept)
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { message: 'Kind of value stays: this metric has values that were measured so.' },
    })
  })

  it('[IM46] takes what was chosen, and refuses what has changed since', () => {
    const shown = compareFields(source, metric, false)
    const chosen = shown.filter(({ field }) => field === 'definition' || field === 'source')
    expect(takeFields(shown, chosen)).toEqual({
      ok: true,
      value: { definition: 'Mothers who smoke & gave birth.', source: 'Maternity services' },
    })
    expect(takeFields(shown, [])).toEqual({ ok: true, value: {} })
    const changed = compareFields(source, { ...metric, definition: 'Ours, better' }, false)
    expect(takeFields(changed, chosen)).toMatchObject({
      ok: false,
      refusal: {
        code: 'conflict',
        message: expect.stringContaining('has been changed since'),
      },
    })
    const gone = compareFields(source, { ...metric, source: 'Maternity services' }, false)
    expect(takeFields(gone, chosen)).toMatchObject({ refusal: { code: 'conflict' } })
  })
})
