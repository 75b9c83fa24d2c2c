import { type YearType, type Metric } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { readPolarity, readValueType } from './check-metadata'
import { cleanCell, normaliseHeading } from './map-columns'
import { plainText } from './plain-text'

/** What a source may say of a metric, in the order it is shown. */
export const METADATA_FIELDS = [
  'definition',
  'rationale',
  'numerator',
  'denominator',
  'unit',
  'valueType',
  'polarity',
  'yearType',
  'source',
  'methodology',
  'disclosure',
  'caveats',
  'licence',
] as const satisfies readonly (keyof Metric)[]
export type MetadataField = (typeof METADATA_FIELDS)[number]

/** In the metric's own words; a field the source is silent about is missing. */
export type MetadataWords = Readonly<Partial<Record<MetadataField, string>>>

/** What a source says of one of its indicators. */
export interface SourceIndicator {
  /** Where it stands in the file; the headings are line 1. */
  readonly line: number
  readonly sourceId: string
  readonly name: string
  readonly said: MetadataWords
  /** Words of the source that have no meaning here, each in a sentence. */
  readonly unclear: readonly string[]
}

const ID = 'indicator id'

/** Headings in the order they are looked for: the first that is not empty counts (rule IM41). */
const COLUMNS: Record<MetadataField, readonly string[]> = {
  definition: ['definition'],
  rationale: ['specific rationale', 'rationale'],
  numerator: ['definition of numerator', 'source of numerator'],
  denominator: ['definition of denominator', 'source of denominator'],
  unit: ['unit'],
  valueType: ['value type'],
  polarity: ['polarity'],
  yearType: ['year type'],
  source: ['data source', 'indicator source'],
  methodology: ['methodology'],
  disclosure: ['disclosure control'],
  caveats: ['caveats'],
  licence: ['data re-use', 'copyright'],
}

/** Fingertips' metadata has definitions and no values (rule IM39). */
export function isMetadataTable(headers: readonly string[]): boolean {
  const names = headers.map(normaliseHeading)
  const has = (name: string) => names.includes(name)
  return has(ID) && has('definition') && (has('polarity') || has('value type')) && !has('value')
}

/** What a table of metadata says, once for each indicator (rules IM39–IM43). */
export function readMetadata(
  rows: readonly (readonly string[])[],
): Outcome<readonly SourceIndicator[]> {
  const [headers = [], ...rest] = rows
  if (!isMetadataTable(headers))
    return refuse(
      'invalid',
      'This table does not describe indicators. Download “Metadata” from Fingertips, with its headings.',
    )
  const names = headers.map(normaliseHeading)
  const known = new Map<string, SourceIndicator>()
  // The headings are line 1.
  for (const [at, cells] of rest.entries()) {
    const indicator = readIndicator(at + 2, (name) => cleanCell(cells[names.indexOf(name)] ?? ''))
    if (indicator.sourceId === '') continue
    const other = known.get(indicator.sourceId)
    if (other && !isSame(other, indicator))
      return refuse(
        'invalid',
        `Lines ${other.line} and ${indicator.line} both describe indicator ${indicator.sourceId}, in different words. Remove the one that is wrong.`,
      )
    if (!other) known.set(indicator.sourceId, indicator)
  }
  return done([...known.values()])
}

type Read = (heading: string) => string

function readIndicator(line: number, read: Read): SourceIndicator {
  const unclear: string[] = []
  const said = METADATA_FIELDS.flatMap((field): [MetadataField, string][] => {
    const words = COLUMNS[field].map((name) => plainText(read(name))).find((text) => text !== '')
    if (words === undefined) return []
    const meant = readWords(field, words)
    if (meant !== null) return [[field, meant]]
    unclear.push(`The source’s ${FIELD_NAMES[field]} is “${words}”, which has no meaning here.`)
    return []
  })
  const name = plainText(read('indicator')) || plainText(read('indicator name'))
  return { line, sourceId: read(ID), name, said: Object.fromEntries(said), unclear }
}

const YEAR_TYPES: Record<string, YearType> = {
  calendar: 'calendar',
  financial: 'financial',
  academic: 'academic',
}

function readWords(field: MetadataField, words: string): string | null {
  if (field === 'polarity') return readPolarity(words)
  if (field === 'valueType') return readValueType(words)
  if (field === 'yearType') return YEAR_TYPES[words.toLowerCase()] ?? null
  return words
}

function isSame(one: SourceIndicator, other: SourceIndicator): boolean {
  return METADATA_FIELDS.every((field) => one.said[field] === other.said[field])
}

/** As they stand in the middle of a sentence. */
const FIELD_NAMES: Record<MetadataField, string> = {
  definition: 'definition',
  rationale: 'rationale',
  numerator: 'numerator',
  denominator: 'denominator',
  unit: 'unit',
  valueType: 'kind of value',
  polarity: 'polarity',
  yearType: 'kind of year',
  source: 'source',
  methodology: 'methodology',
  disclosure: 'disclosure control',
  caveats: 'caveats',
  licence: 'licence',
}
