import { parseDateField } from '../dates/parse-date-field'
import type { Metric } from '../metrics/metric'
import { periodStarting } from '../metrics/period'
import { parseNumber, parseValue } from '../numbers/parse-number'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { checkTarget } from './check-target'
import { type DatedValue, TARGET_KINDS, type Target, type TargetKind, type Wish } from './target'

/** A target and where what it is judged by is found. */
export interface SetTarget {
  readonly target: Target
  /** The area a gap is to. */
  readonly comparatorId: string | null
  /** The keys of the two groups a gap is between. */
  readonly groupKeys: readonly [first: string, second: string] | null
  /** The level of the areas it is to be among the best of. */
  readonly benchmarkLevel: string | null
}

export interface NamedChoice {
  readonly id: string
  readonly name: string
}

/** What can be chosen for a metric, by what it has values of. */
export interface TargetChoices {
  readonly areas: readonly NamedChoice[]
  readonly groups: readonly NamedChoice[]
  readonly levels: readonly NamedChoice[]
}

/** How many steps on the way a form has. */
export const STEP_FIELDS = [1, 2, 3] as const

type Typed = Readonly<Record<string, string>>
type Shape = Pick<Metric, 'unit' | 'polarity' | 'frequency' | 'yearType'>

/** Reads a target as typed, each field with what is wrong named at once (rules TG32–TG35). */
export function parseTarget(
  typed: Typed,
  metric: Shape,
  choices: TargetChoices,
): Outcome<SetTarget> {
  const kind = TARGET_KINDS.find((one) => one === typed['kind'])
  if (!kind) return refuseFields({ kind: 'Choose what kind of target it is.' })
  if (kind === 'direction_only') return done(plain({ kind }))
  const reader = new FieldReader(typed)
  const dated = readDated(reader, metric, kind)
  const said = readKind(kind, reader, { metric, choices })
  if (!said || !dated || reader.hasErrors) return refuseFields(reader.errors)
  const set = { ...said, target: { ...dated, ...said.target } }
  const checked = checkTarget(set.target, metric)
  return checked.ok ? done(set) : refuseFields({ [fieldOf(kind)]: checked.refusal.message })
}

function plain(target: Target): SetTarget {
  return { target, comparatorId: null, groupKeys: null, benchmarkLevel: null }
}

function refuseFields(fields: Readonly<Record<string, string>>): Outcome<never> {
  return refuse('invalid', 'Nothing was saved; what you typed is still here.', fields)
}

function fieldOf(kind: TargetKind): string {
  const fields: Partial<Record<TargetKind, string>> = {
    absolute_by_date: 'value',
    relative_change_by_date: 'change',
    benchmark_percentile: 'top',
  }
  return fields[kind] ?? 'gap'
}

class FieldReader {
  readonly errors: Record<string, string> = {}
  constructor(readonly typed: Typed) {}

  get hasErrors(): boolean {
    return Object.keys(this.errors).length > 0
  }

  /** A value that has to be there. */
  need<T>(field: string, read: Outcome<T | null>, missing: string): T | null {
    const value = this.keep(field, read)
    if (read.ok && value === null) this.errors[field] = missing
    return value
  }

  keep<T>(field: string, read: Outcome<T | null>): T | null {
    if (read.ok) return read.value
    this.errors[field] = read.refusal.message
    return null
  }

  text(field: string): string {
    return this.typed[field]?.trim() ?? ''
  }

  date(field: string): Outcome<string | null> {
    return parseDateField({ get: (name) => this.typed[name] ?? null }, field)
  }
}

/** The unit of what is measured: a gap in per cent may be below zero, so only a metric's own value has bounds. */
function readFigure(reader: FieldReader, field: string, unit: string | null) {
  return unit === null ? parseNumber(reader.text(field)) : parseValue(reader.text(field), unit)
}

function readDated(reader: FieldReader, metric: Shape, kind: TargetKind) {
  const unit = kind.startsWith('gap') ? null : metric.unit
  const due = reader.need('due', reader.date('due'), 'Give the day the target is to be reached.')
  const baseline = readBaseline(reader, metric, unit)
  const steps = STEP_FIELDS.flatMap((at): DatedValue[] => {
    const value = reader.keep(`stepValue${at}`, readFigure(reader, `stepValue${at}`, unit))
    const on = reader.keep(`stepOn${at}`, reader.date(`stepOn${at}`))
    if (value === null && on === null) return []
    if (value === null || on === null) {
      reader.errors[value === null ? `stepValue${at}` : `stepOn${at}`] ??=
        'A step needs a value and a day.'
      return []
    }
    return [{ value, on }]
  })
  return due === null ? null : { due, baseline, steps }
}

function readBaseline(reader: FieldReader, metric: Shape, unit: string | null): DatedValue | null {
  const value = reader.keep('baseline', readFigure(reader, 'baseline', unit))
  const start = reader.text('baselinePeriod')
  if (value === null && start === '') return null
  const period = start === '' ? null : periodStarting(start, metric)
  if (value === null) reader.errors['baseline'] ??= 'Give the value of the baseline’s period.'
  if (!period) reader.errors['baselinePeriod'] = 'Choose the period the baseline is of.'
  return value === null || !period ? null : { value, on: period.end }
}

/** The part of a target that differs from kind to kind; the rest comes from the dates. */
interface Said extends Omit<SetTarget, 'target'> {
  readonly target: Wish
}

function readKind(
  kind: Exclude<TargetKind, 'direction_only'>,
  reader: FieldReader,
  { metric, choices }: { metric: Shape; choices: TargetChoices },
): Said | null {
  const nothing = { comparatorId: null, groupKeys: null, benchmarkLevel: null }
  switch (kind) {
    case 'absolute_by_date': {
      const typed = readFigure(reader, 'value', metric.unit)
      const value = reader.need('value', typed, 'Give the value to reach.')
      return value === null ? null : { ...nothing, target: { kind, value } }
    }
    case 'relative_change_by_date': {
      const typed = parseNumber(reader.text('change').replace(/\s*%$/, ''))
      const change = reader.need('change', typed, 'Give the change in per cent, such as -20.')
      return change === null ? null : { ...nothing, target: { kind, change } }
    }
    case 'gap_to_comparator':
      return readComparator(reader, choices)
    case 'gap_between_groups':
      return readGroups(reader, choices)
    case 'benchmark_percentile':
      return readBenchmark(reader, choices)
  }
}

function readGap(reader: FieldReader): number | null {
  return reader.need(
    'gap',
    readFigure(reader, 'gap', null),
    'Give the gap that would be small enough; 0 is no gap.',
  )
}

function readComparator(reader: FieldReader, { areas }: TargetChoices): Said | null {
  const gap = readGap(reader)
  const area = areas.find(({ id }) => id === reader.text('comparator'))
  if (!area) reader.errors['comparator'] = 'Choose an area this metric has values of.'
  if (gap === null || !area) return null
  return {
    target: { kind: 'gap_to_comparator', gap, comparator: area.name },
    comparatorId: area.id,
    groupKeys: null,
    benchmarkLevel: null,
  }
}

function readGroups(reader: FieldReader, { groups }: TargetChoices): Said | null {
  const gap = readGap(reader)
  const first = groups.find(({ id }) => id === reader.text('firstGroup'))
  const second = groups.find(({ id }) => id === reader.text('secondGroup'))
  if (!first) reader.errors['firstGroup'] = 'Choose a group this metric has values of.'
  if (!second) reader.errors['secondGroup'] = 'Choose a group this metric has values of.'
  else if (second === first) reader.errors['secondGroup'] = 'Choose another group than the first.'
  if (gap === null || !first || !second || first === second) return null
  return {
    target: { kind: 'gap_between_groups', gap, first: first.name, second: second.name },
    comparatorId: null,
    groupKeys: [first.id, second.id],
    benchmarkLevel: null,
  }
}

function readBenchmark(reader: FieldReader, { levels }: TargetChoices): Said | null {
  const level = levels.find(({ id }) => id === reader.text('benchmarkLevel'))
  if (!level) reader.errors['benchmarkLevel'] = 'Choose which areas to compare with.'
  const typed = parseNumber(reader.text('top').replace(/\s*%$/, ''))
  const top = reader.need('top', typed, 'Give the best part of the areas in per cent, such as 25.')
  if (top === null || !level) return null
  return {
    target: { kind: 'benchmark_percentile', top: top / 100 },
    comparatorId: null,
    groupKeys: null,
    benchmarkLevel: level.id,
  }
}
