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

/** By field: a column counted from 0, or `NO_COLUMN`. */
export type ChosenColumns = Partial<Record<ImportField, number>>

/** A person said that no column holds this, whatever the headings say. */
export const NO_COLUMN = -1

/** What can be told of the columns so far, for a person to go on from (rules IM1, IM3, IM4). */
export function guessColumns(
  headers: readonly string[],
  chosen: ChosenColumns = {},
): { readonly columns: ChosenColumns; readonly problem: string } {
  const names = headers.map(normaliseHeading)
  const taken = new Set(Object.values(chosen))
  const found: ChosenColumns = { ...chosen }
  let problem = ''
  for (const field of IMPORT_FIELDS) {
    if (found[field] !== undefined) continue
    const like = names.flatMap((name, at) =>
      NAMES[field].includes(name) && !taken.has(at) ? [at] : [],
    )
    if (like.length === 1 && like[0] !== undefined) found[field] = like[0]
    if (like.length > 1 && problem === '')
      problem = `Several columns look like the same thing: ${like.map((at) => quote(headers[at])).join(' and ')}. Choose one of them.`
  }
  const columns = Object.fromEntries(Object.entries(found).filter(([, at]) => at !== NO_COLUMN))
  return { columns, problem: problem || findMissing(columns) }
}

/** Which column holds what; what a person chose goes before what a heading says (rules IM1–IM5). */
export function mapColumns(
  headers: readonly string[],
  chosen: ChosenColumns = {},
): Outcome<ColumnMap> {
  const { columns, problem } = guessColumns(headers, chosen)
  if (problem !== '') return refuse('invalid', problem)
  const names = headers.map(normaliseHeading)
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

function findMissing(columns: ChosenColumns): string {
  const lacks = [
    columns.areaCode === undefined && columns.areaName === undefined ? 'the area' : '',
    columns.period === undefined ? 'the period' : '',
    columns.value === undefined ? 'the value' : '',
  ].filter((lack) => lack !== '')
  if (lacks.length === 0) return ''
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
