import { isPercent } from '../numbers/unit'
import type { Metric, ValueType } from './metric'
import type { FieldErrors, Numbers, TypedObservation } from './observation-form'

/** Values that can be below zero: differences and scores. */
const SIGNED: ReadonlySet<ValueType> = new Set(['slope_index', 'score', 'mean'])
const LONGEST_LIFE = 120

/** What cannot be true of a reading, field by field (rules ME18–ME22). */
export function findImplausible(
  numbers: Numbers,
  typed: TypedObservation,
  metric: Pick<Metric, 'valueType' | 'unit'>,
): FieldErrors {
  if (typed.suppressed) return checkSuppressed(typed)
  return {
    ...(typed.value.trim() === '' && {
      value: 'Enter the value, or tick that it is suppressed.',
    }),
    ...checkValue(numbers.value, metric),
    ...checkInterval(numbers),
    ...checkFraction(numbers, metric),
  }
}

function checkSuppressed(typed: TypedObservation): FieldErrors {
  const sentence = 'A suppressed value has no number. Empty this field or untick “suppressed”.'
  const fields = ['value', 'lower95', 'upper95', 'numerator'] as const
  return Object.fromEntries(
    fields.filter((field) => typed[field].trim() !== '').map((field) => [field, sentence]),
  )
}

function checkValue(value: number | null, metric: Pick<Metric, 'valueType'>): FieldErrors {
  if (value === null) return {}
  if (value < 0 && !SIGNED.has(metric.valueType)) return { value: 'This cannot be below zero.' }
  if (metric.valueType === 'count' && !Number.isInteger(value))
    return { value: 'A count is a whole number.' }
  if (metric.valueType === 'life_expectancy' && value > LONGEST_LIFE)
    return { value: `Years of life must be between 0 and ${LONGEST_LIFE}.` }
  return {}
}

function checkInterval({ value, lower95, upper95 }: Numbers): FieldErrors {
  if (lower95 === null && upper95 === null) return {}
  if (lower95 === null) return { lower95: 'Give both ends of the interval, or neither.' }
  if (upper95 === null) return { upper95: 'Give both ends of the interval, or neither.' }
  if (value === null) return {}
  if (lower95 > value) return { lower95: 'The lower end must not be above the value.' }
  return upper95 < value ? { upper95: 'The upper end must not be below the value.' } : {}
}

function checkFraction(
  { numerator, denominator }: Numbers,
  metric: Pick<Metric, 'valueType' | 'unit'>,
): FieldErrors {
  if (numerator !== null && numerator < 0) return { numerator: 'This cannot be below zero.' }
  if (denominator !== null && denominator <= 0)
    return { denominator: 'The denominator must be above zero.' }
  const isShare = metric.valueType === 'proportion' || isPercent(metric.unit)
  if (isShare && numerator !== null && denominator !== null && numerator > denominator)
    return { numerator: 'The numerator must not be above the denominator.' }
  return {}
}
