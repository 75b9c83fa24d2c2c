import { formatValue } from '../numbers/format-number'
import { parseNumber, parseValue } from '../numbers/parse-number'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Metric } from './metric'
import type { Observation } from './observation'
import {
  type FieldErrors,
  NUMBER_FIELDS,
  type NewObservation,
  type Numbers,
  type TypedObservation,
} from './observation-form'
import { type Period, periodStarting } from './period'
import { findImplausible } from './plausible'

const KEPT = 'Nothing was saved; what you typed is still here.'
const LONGEST_TEXT = 1000
const TEXT_PROBLEM = 'Use 1,000 characters or fewer, without control characters.'

interface Known {
  /** The observations of this metric and area that nothing supersedes. */
  readonly current: readonly Observation[]
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

/** Reads and checks an observation typed for a metric (rules ME17–ME25). */
export function parseObservation(
  typed: TypedObservation,
  metric: Metric,
  known: Known,
): Outcome<NewObservation> {
  const errors: FieldErrors = {}
  const period = readPeriod(typed.period, metric, known.today)
  if (!period.ok) errors.period = period.refusal.message
  const numbers = readNumbers(typed, metric, errors)
  Object.assign(
    errors,
    checkText(typed),
    withoutHidden(findImplausible(numbers, typed, metric), errors),
  )
  if (!period.ok || Object.keys(errors).length > 0) return refuseFields(errors)
  const clash = findClash(typed, { metric, period: period.value, current: known.current })
  if (!clash.ok) return clash
  return done({
    ...numbers,
    period: period.value,
    suppressed: typed.suppressed,
    note: typed.note.trim(),
    supersedesId: typed.corrects || null,
    reason: typed.corrects ? typed.reason.trim() : '',
  })
}

function readPeriod(start: string, metric: Metric, today: string): Outcome<Period> {
  if (!start) return refuse('invalid', 'Choose the period this value is for.')
  const period = periodStarting(start, metric)
  if (!period) return refuse('invalid', 'This metric has no period that starts on that day.')
  if (period.end >= today)
    return refuse('invalid', `${period.label} is not over yet. Choose an earlier period.`)
  return done(period)
}

function readNumbers(typed: TypedObservation, metric: Metric, errors: FieldErrors): Numbers {
  const numbers: Numbers = {
    value: null,
    lower95: null,
    upper95: null,
    numerator: null,
    denominator: null,
  }
  for (const field of NUMBER_FIELDS) {
    const inUnit = field === 'value' || field === 'lower95' || field === 'upper95'
    const read = inUnit ? parseValue(typed[field], metric.unit) : parseNumber(typed[field])
    if (read.ok) numbers[field] = read.value
    else errors[field] = read.refusal.message
  }
  return numbers
}

function checkText({ note, reason }: TypedObservation): FieldErrors {
  return {
    ...(isStorable(note) ? {} : { note: TEXT_PROBLEM }),
    ...(isStorable(reason) ? {} : { reason: TEXT_PROBLEM }),
  }
}

/** PostgreSQL cannot hold the character NUL in text. */
function isStorable(text: string): boolean {
  return text.trim().length <= LONGEST_TEXT && !text.includes('\u0000')
}

/** A field that could not be read gets that sentence only. */
function withoutHidden(found: FieldErrors, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(found).filter(([field]) => !(field in errors)))
}

/** One current value per period: a second one is offered as a correction with its reason (rules ME23–ME25). */
function findClash(
  typed: TypedObservation,
  { metric, period, current }: { metric: Metric; period: Period; current: readonly Observation[] },
): Outcome<null> {
  const existing = current.find((row) => row.period.start === period.start)
  if (!existing && !typed.corrects) return done(null)
  if (!existing || (typed.corrects && typed.corrects !== existing.id))
    return refuse(
      'conflict',
      `Somebody has changed the value for ${period.label}. ${KEPT} Check the value now shown before you correct it.`,
    )
  const shown = formatValue(existing, metric)
  const fields = { reason: `Say why ${shown} for ${period.label} is to be corrected.` }
  if (!typed.corrects)
    return refuse(
      'conflict',
      `${period.label} already has a value: ${shown}. ${KEPT} To correct it, give the reason.`,
      fields,
    )
  return typed.reason.trim() ? done(null) : refuseFields(fields)
}

function refuseFields(errors: FieldErrors): Outcome<never> {
  return refuse('invalid', `There is something to put right. ${KEPT}`, { ...errors })
}
