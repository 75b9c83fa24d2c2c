import { type Outcome, done, refuse } from '../outcome/outcome'

export const IMPORT_FIELDS = [
  'metric',
  'metricName',
  'areaCode',
  'areaName',
  'sex',
  'age',
  'categoryType',
  'category',
  'period',
  'value',
  'lower95',
  'upper95',
  'numerator',
  'denominator',
  'note',
  'unit',
] as const
/** What a column of a table can hold. */
export type ImportField = (typeof IMPORT_FIELDS)[number]

export interface ColumnMap {
  /** OHID's data download, or any other table. */
  readonly kind: 'fingertips' | 'table'
  readonly headers: readonly string[]
  /** Which column, counted from 0. */
  readonly columns: Partial<Record<ImportField, number>>
  /** Columns nobody reads, as they are headed. */
  readonly unused: readonly string[]
}

/** Headings, normalised. */
const NAMES: Record<ImportField, readonly string[]> = {
  metric: ['indicator id', 'indicator code', 'metric', 'metric id', 'metric code'],
  metricName: ['indicator name', 'indicator', 'metric name', 'metric title', 'measure'],
  areaCode: ['area code', 'code', 'ons code', 'gss code', 'ods code', 'organisation code'],
  areaName: ['area name', 'area', 'place', 'organisation', 'organisation name', 'local authority'],
  sex: ['sex', 'gender'],
  age: ['age', 'age group', 'age band'],
  categoryType: ['category type', 'breakdown', 'group type'],
  category: ['category', 'group', 'breakdown group'],
  period: ['time period', 'period', 'year', 'financial year', 'quarter', 'month', 'date'],
  value: ['value', 'rate', 'percentage', '%', 'result'],
  lower95: ['lower ci 95.0 limit', 'lower ci 95 limit', 'lower 95', 'lower95', 'lower ci', 'lcl'],
  upper95: ['upper ci 95.0 limit', 'upper ci 95 limit', 'upper 95', 'upper95', 'upper ci', 'ucl'],
  numerator: ['count', 'numerator'],
  denominator: ['denominator', 'population'],
  note: ['value note', 'note', 'notes'],
  unit: ['unit', 'units'],
}

/** Fingertips has them and we do not need them. Two more carry the parent's name: matched by their beginning. */
const FINGERTIPS_ONLY = new Set([
  'parent code',
  'parent name',
  'area type',
  'lower ci 99.8 limit',
  'upper ci 99.8 limit',
  'recent trend',
  'time period sortable',
  'new data',
  'target data',
  'time period range',
])
const FINGERTIPS_MARKS = ['indicator id', 'area code', 'time period', 'time period sortable']

export type ChosenColumns = Partial<Record<ImportField, number>>

/** Which column holds what; what a person chose goes before what a heading says (rules IM1–IM5). */
export function mapColumns(
  headers: readonly string[],
  chosen: ChosenColumns = {},
): Outcome<ColumnMap> {
  const names = headers.map(normaliseHeading)
  const taken = new Set(Object.values(chosen))
  const columns: ChosenColumns = { ...chosen }
  for (const field of IMPORT_FIELDS) {
    if (columns[field] !== undefined) continue
    const found = names.flatMap((name, at) =>
      NAMES[field].includes(name) && !taken.has(at) ? [at] : [],
    )
    if (found.length > 1)
      return refuse(
        'invalid',
        `Several columns look like the same thing: ${found.map((at) => quote(headers[at])).join(' and ')}. Choose one of them.`,
      )
    if (found[0] !== undefined) columns[field] = found[0]
  }
  const missing = findMissing(columns)
  if (missing !== null) return refuse('invalid', missing)
  const isFingertips = FINGERTIPS_MARKS.every((mark) => names.includes(mark))
  const used = new Set(Object.values(columns))
  return done({
    kind: isFingertips ? 'fingertips' : 'table',
    headers: headers.map(cleanCell),
    columns,
    unused: headers
      .filter((_, at) => !used.has(at) && !(isFingertips && isFingertipsOnly(names[at] ?? '')))
      .map(cleanCell)
      .filter((heading) => heading !== ''),
  })
}

function findMissing(columns: ChosenColumns): string | null {
  const lacks = [
    columns.areaCode === undefined && columns.areaName === undefined ? 'the area' : '',
    columns.period === undefined ? 'the period' : '',
    columns.value === undefined ? 'the value' : '',
  ].filter((lack) => lack !== '')
  if (lacks.length === 0) return null
  return `No column was found for ${lacks.join(', ')}. Choose the columns, or head them “Area code”, “Period” and “Value”.`
}

function isFingertipsOnly(name: string): boolean {
  return FINGERTIPS_ONLY.has(name) || name.startsWith('compared to')
}

/** Headings as they are compared: without case, underscores, or doubled spaces. */
export function normaliseHeading(heading: string): string {
  return cleanCell(heading).toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ')
}

/** Without the byte order mark, hard spaces and whatever else stands around a cell. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .replaceAll('\u00A0', ' ')
    .trim()
}

function quote(heading: string | undefined): string {
  return `“${cleanCell(heading ?? '')}”`
}
