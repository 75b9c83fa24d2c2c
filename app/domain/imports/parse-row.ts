import { sameUnit } from '../numbers/unit'
import type { AreaRef, Metric } from '../metrics/metric'
import type { NewObservation } from '../metrics/observation-form'
import { parseObservation } from '../metrics/parse-observation'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Coded, type CodedIndex, findArea, findMetric } from './find-coded'
import { type ColumnMap, type ImportField, cleanCell } from './map-columns'
import { type Breakdown, type Everybody, readBreakdown } from './read-breakdown'
import { readPeriod } from './read-period'
import { readFigureCell, readValueCell } from './read-value'

export interface KnownMetric extends Coded {
  readonly metric: Metric
  readonly everybody: Everybody
}

export interface KnownArea extends Coded {
  readonly area: AreaRef
}

export interface ImportContext {
  readonly columns: ColumnMap
  readonly metrics: CodedIndex<KnownMetric>
  readonly areas: CodedIndex<KnownArea>
  /** The metric a table without a metric column is about. */
  readonly onlyMetric: KnownMetric | null
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

/** One row as an observation that might be recorded. Numbers are in the metric's unit. */
export interface Draft extends Omit<NewObservation, 'supersedesId' | 'reason'> {
  readonly metricId: string
  readonly area: AreaRef
  readonly breakdown: Breakdown
  /** The row as it came, kept with the observation. */
  readonly raw: readonly string[]
}

/** `line` counts as a spreadsheet does: the headings are line 1. */
export type ParsedRow = { readonly line: number } & (
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'blank' }
  | { readonly kind: 'no_value'; readonly why: string }
  | { readonly kind: 'passed_over'; readonly what: 'area' | 'metric'; readonly name: string }
  /** Each names the line, the column where it is one, and what to do. */
  | { readonly kind: 'error'; readonly messages: readonly string[] }
)

type Read = (field: ImportField) => string

/** Reads one row of a table (rules IM19–IM27). */
export function parseRow(
  cells: readonly string[],
  line: number,
  context: ImportContext,
): ParsedRow {
  const { columns } = context
  const raw = cells.map(cleanCell)
  if (raw.every((cell) => cell === '')) return { line, kind: 'blank' }
  const fail = (message: string): ParsedRow => ({
    line,
    kind: 'error',
    messages: [`Line ${line}: ${message}`],
  })
  if (raw.slice(columns.headers.length).some((cell) => cell !== ''))
    return fail(
      'There are more cells than headings. Put a text with a comma in it in quotation marks.',
    )
  const read: Read = (field) => raw[columns.columns[field] ?? -1] ?? ''
  const known = findMetric(read, context.metrics, context.onlyMetric)
  if (known.kind === 'error') return fail(known.message)
  if (known.kind === 'unknown') return passOver('metric', known.name, { line, context })
  const area = findArea(read, context.areas)
  if (area.kind === 'error') return fail(area.message)
  if (area.kind === 'unknown') return passOver('area', area.name, { line, context })
  return parseReading(read, { line, raw, context, known: known.found, area: area.found.area })
}

/** A file from Fingertips is of all England: what is not ours is passed over, and named once. */
function passOver(
  what: 'area' | 'metric',
  name: string,
  { line, context }: { line: number; context: ImportContext },
): ParsedRow {
  if (context.columns.kind === 'fingertips') return { line, kind: 'passed_over', what, name }
  const advice =
    what === 'area'
      ? 'is no area of this partnership. Use its ONS or ODS code, or the name it has here.'
      : 'is no metric of this partnership. Use its code, or add the metric first.'
  return { line, kind: 'error', messages: [`Line ${line}: “${name}” ${advice}`] }
}

interface Found {
  readonly line: number
  readonly raw: readonly string[]
  readonly context: ImportContext
  readonly known: KnownMetric
  readonly area: AreaRef
}

function parseReading(read: Read, found: Found): ParsedRow {
  const { line, raw, context, known, area } = found
  const value = readValueCell(read('value'), read('note'))
  if (value.kind === 'absent') return { line, kind: 'no_value', why: value.why }
  const at = (field: ImportField) => placeWords(line, field, context.columns)
  const problems: string[] = []
  const keep = <T>(field: ImportField, outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value
    problems.push(`${at(field)}: ${outcome.refusal.message}`)
    return null
  }
  if (value.kind === 'unclear') problems.push(`${at('value')}: ${value.message}`)
  keep('unit', checkUnit(read('unit'), known.metric.unit))
  const breakdown = keep('category', toOutcome(readBreakdown(cellsOf(read), known.everybody)))
  const period = keep('period', readPeriod(read('period'), known.metric))
  if (!breakdown || !period || problems.length > 0)
    return { line, kind: 'error', messages: problems }
  const parsed = parseObservation(typedOf(read, { value, start: period.start }), known.metric, {
    current: [],
    today: context.today,
  })
  if (!parsed.ok) return { line, kind: 'error', messages: tellFields(parsed.refusal, at) }
  const { supersedesId: _, reason: __, ...reading } = parsed.value
  return {
    line,
    kind: 'draft',
    draft: { ...reading, metricId: known.metric.id, area, breakdown, raw },
  }
}

type ReadValue = ReturnType<typeof readValueCell>

/** The row as a person would have typed it, so that the same rules judge it. */
function typedOf(read: Read, { value, start }: { value: ReadValue; start: string }) {
  const suppressed = value.kind === 'suppressed'
  const figures = (field: ImportField) => (suppressed ? '' : readFigureCell(read(field)))
  const mark = value.kind === 'number' ? value.mark : ''
  return {
    period: start,
    value: value.kind === 'number' ? value.text : '',
    suppressed,
    lower95: figures('lower95'),
    upper95: figures('upper95'),
    numerator: figures('numerator'),
    denominator: readFigureCell(read('denominator')),
    note: [mark, read('note')].filter((part) => part !== '').join(' '),
    corrects: '',
    reason: '',
  }
}

function tellFields(
  refusal: { message: string; fields?: Readonly<Record<string, string>> },
  at: (field: ImportField) => string,
): string[] {
  const fields = Object.entries(refusal.fields ?? { value: refusal.message })
  return fields.map(([field, message]) => `${at(field as ImportField)}: ${message}`)
}

function checkUnit(written: string, unit: string): Outcome<null> {
  if (written === '' || sameUnit(written, unit)) return done(null)
  return refuse(
    'invalid',
    `The file says “${written}”, and this metric is measured in “${unit}”. Check that it is the same metric.`,
  )
}

function cellsOf(read: Read) {
  return {
    sex: read('sex'),
    age: read('age'),
    categoryType: read('categoryType'),
    category: read('category'),
  }
}

function toOutcome(read: Breakdown | string): Outcome<Breakdown> {
  return typeof read === 'string' ? refuse('invalid', read) : done(read)
}

function placeWords(line: number, field: ImportField, columns: ColumnMap): string {
  const heading = columns.headers[columns.columns[field] ?? -1]
  return heading === undefined ? `Line ${line}` : `Line ${line}, “${heading}”`
}
