import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { CHASMS } from '../vocabularies/true-north'
import {
  DEFINITION_LABELS,
  type DefinitionField,
  FIXED_BY_VALUES,
  type MetricDefinition,
} from './definition'
import { fitUnit } from './fit-unit'
import { FREQUENCIES, METRIC_SCOPES, POLARITIES, VALUE_TYPES, YEAR_TYPES } from './metric'
import { periodStarting } from './period'

export interface DefinitionSituation {
  /** Where a metric of this partnership can be measured. */
  readonly areaIds: readonly string[]
  /** What it is now, of a metric that is there. */
  readonly before: MetricDefinition | null
  /** How many values it has, in any area. */
  readonly values: number
}

type Typed = Readonly<Record<string, string>>

const LONG = 4000
const LENGTHS = {
  code: 30,
  title: 250,
  plainTitle: 120,
  definition: LONG,
  numerator: 1000,
  denominator: 1000,
  unit: 40,
  source: 250,
  sourceId: 60,
  licence: 250,
  sex: 60,
  age: 60,
  caveats: LONG,
  rationale: LONG,
  methodology: LONG,
  disclosure: 1000,
} as const
const MOST_TAGS = 12
const LONGEST_TAG = 40
const MOST_DECIMALS = 4
const LONGEST_LAG = 1100

const MISSING: Partial<Record<DefinitionField, string>> = {
  code: 'Give it a code, such as WV17.',
  title: 'Give its full title.',
  definition: 'Say what is measured, of whom, in which time.',
  unit: 'Give the unit, such as % or per 100,000.',
  source: 'Say where its values come from.',
}

/** Reads a metric as typed; everything that is wrong is named at once (rules ME42–ME49). */
export function parseDefinition(
  typed: Typed,
  situation: DefinitionSituation,
): Outcome<MetricDefinition> {
  const { before, values } = situation
  const fixed = before && values > 0 ? toTyped(before) : {}
  const changed = FIXED_BY_VALUES.filter(
    (field) => field in fixed && field in typed && isOther(typed[field], fixed[field]),
  )
  const reader = new Reader({ ...typed, ...fixed })
  const definition = readDefinition(reader, situation)
  for (const field of changed) reader.errors[field] = sayFixed(field, values)
  const { errors } = reader
  if (definition && Object.keys(errors).length === 0) return done(definition)
  return refuse('invalid', 'Nothing was saved; what you typed is still here.', errors)
}

/** What has values keeps what they are read by; the refusal says what to do instead (rule ME45). */
function sayFixed(field: DefinitionField, values: number): string {
  const all = values === 1 ? 'one value' : `${values.toLocaleString('en-GB')} values`
  return `${DEFINITION_LABELS[field]} cannot change: this metric has ${all}, which would come to mean something else. Give this metric up and add a new one.`
}

function isOther(typed = '', fixed = ''): boolean {
  return typed.trim() !== fixed
}

function toTyped(before: MetricDefinition): Record<string, string> {
  return Object.fromEntries(FIXED_BY_VALUES.map((field) => [field, before[field]]))
}

/** Null when something without which the rest cannot be read is missing. */
function readDefinition(
  reader: Reader,
  { areaIds, before }: DefinitionSituation,
): MetricDefinition | null {
  const texts = readTexts(reader)
  const shape = readShape(reader, before ? [...areaIds, before.areaId] : areaIds)
  const place = readPlace(reader)
  const polarity = reader.oneOf('polarity', POLARITIES, 'Choose which way is better.')
  const rest = {
    decimals: reader.whole('decimals', MOST_DECIMALS) ?? 1,
    tags: reader.tags(),
    lagDays: reader.whole('lagDays', LONGEST_LAG),
    wantedSince: readWantedSince(reader, shape),
  }
  if (!shape || !place || !polarity) return null
  const unit = readUnit(reader, texts.unit, shape.valueType)
  return { ...texts, ...shape, ...place, ...rest, polarity, unit }
}

/** What values are read by; an area that has since ended stays the area of what was measured there. */
function readShape(reader: Reader, areaIds: readonly string[]) {
  const valueType = reader.oneOf('valueType', VALUE_TYPES, 'Choose what kind of value it is.')
  const frequency = reader.oneOf('frequency', FREQUENCIES, 'Choose how often there is a value.')
  const yearType = reader.oneOf('yearType', YEAR_TYPES, 'Choose which calendar its periods follow.')
  const areaId = reader.oneOf('areaId', areaIds, 'Choose the area it is measured for.')
  return valueType && frequency && yearType && areaId
    ? { valueType, frequency, yearType, areaId }
    : null
}

function readPlace(reader: Reader) {
  const scope = reader.oneOf('scope', METRIC_SCOPES, 'Choose what kind of metric it is.')
  const chasm = readChasm(reader)
  if (scope === 'index' && chasm === null)
    reader.errors['chasm'] ??= 'A metric of the index belongs to one of the three. Choose which.'
  return scope && { scope, chasm }
}

type Texts = Record<keyof typeof LENGTHS, string>

function readTexts(reader: Reader): Texts {
  const fields = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]
  const texts = Object.fromEntries(
    fields.map((field) => [field, reader.text(field, LENGTHS[field])]),
  ) as Texts
  for (const field of fields)
    if (texts[field] === '' && MISSING[field]) reader.errors[field] ??= MISSING[field]
  if (texts.code !== '' && !/^[A-Za-z0-9][A-Za-z0-9./_-]*$/.test(texts.code))
    reader.errors['code'] ??= 'Write the code without spaces, in letters, figures, - . / or _.'
  return { ...texts, plainTitle: texts.plainTitle || texts.title }
}

function readUnit(reader: Reader, typed: string, valueType: Parameters<typeof fitUnit>[1]): string {
  if (typed === '') return typed
  const unit = fitUnit(typed, valueType)
  if (unit.ok) return unit.value
  reader.errors['unit'] ??= unit.refusal.message
  return typed
}

function readChasm(reader: Reader): string | null {
  const chosen = reader.raw('chasm')
  if (chosen === '' || CHASMS.some(({ id }) => id === chosen)) return chosen || null
  reader.errors['chasm'] = 'Choose one of the three, or none.'
  return null
}

function readWantedSince(
  reader: Reader,
  calendar: Parameters<typeof periodStarting>[1] | null,
): string | null {
  const day = parseDateField({ get: (name) => reader.raw(name) }, 'wantedSince')
  if (!day.ok) reader.errors['wantedSince'] = day.refusal.message
  if (!day.ok || day.value === null) return null
  if (calendar && !periodStarting(day.value, calendar))
    reader.errors['wantedSince'] =
      'No period of this metric begins on this day. Give the first day of a period, such as 1 April of a financial year.'
  return day.value
}

class Reader {
  readonly errors: Record<string, string> = {}
  constructor(readonly typed: Typed) {}

  raw(field: string): string {
    return this.typed[field]?.trim() ?? ''
  }

  text(field: string, most: number): string {
    const text = this.raw(field)
    if (text.includes('\u0000'))
      this.errors[field] = 'This has a character that cannot be kept. Type it again.'
    if (text.length > most)
      this.errors[field] =
        `Use ${most.toLocaleString('en-GB')} characters or fewer; this has ${text.length.toLocaleString('en-GB')}.`
    return text
  }

  oneOf<T extends string>(field: string, known: readonly T[], missing: string): T | null {
    const found = known.find((one) => one === this.raw(field))
    if (found === undefined) this.errors[field] = missing
    return found ?? null
  }

  whole(field: string, most: number): number | null {
    const typed = this.raw(field)
    if (typed === '') return null
    const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Infinity
    if (number <= most) return number
    this.errors[field] = `Write a whole number from 0 to ${most.toLocaleString('en-GB')}.`
    return null
  }

  /** Of tags that differ only in capitals the first is kept. */
  tags(): string[] {
    const typed = this.text('tags', LONG)
    const tags = new Map<string, string>()
    for (const tag of typed.split(',').map((one) => one.trim().replace(/\s+/g, ' ')))
      if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
    if (tags.size > MOST_TAGS) this.errors['tags'] = `Use ${MOST_TAGS} tags at most.`
    if ([...tags.keys()].some((tag) => tag.length > LONGEST_TAG))
      this.errors['tags'] = `A tag has ${LONGEST_TAG} characters at most. Put commas between tags.`
    return [...tags.values()]
  }
}
