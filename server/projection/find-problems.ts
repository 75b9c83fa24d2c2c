import type * as Y from 'yjs'
import { readDate } from '../../app/document/read-block'
import { asMap, asText } from '../../app/document/shape'
import { fieldsOf } from '../../app/domain/strategy/block-fields'
import { type FieldDefinition, isSetType, isTextType } from '../../app/domain/strategy/field-types'
import { readFieldValue } from '../../app/domain/strategy/read-field'
import { BLOCK_KINDS, LEVELS } from '../../app/domain/strategy/strategy'

/**
 * What is wrong with the values stored in a block. A shared document cannot refuse a value half-way through a merge:
 * it is kept, read as absent, and said here.
 */
export function findProblems(value: unknown): string[] {
  const block = asMap(value)
  const kind = BLOCK_KINDS.find((known) => known === block?.get('kind'))
  if (!block || !kind) return []
  const ofFields = fieldsOf(kind).flatMap((field) => tellField(block.get(field.key), field))
  return kind === 'objective' ? [...findObjectiveProblems(block), ...ofFields] : ofFields
}

function tellField(value: unknown, field: FieldDefinition): string[] {
  if (value === undefined || value === null || value === '') return []
  if (isTextType(field.type))
    return asText(value) ? [] : [`“${field.label}” is not a text that can be shared.`]
  if (isSetType(field.type)) return asMap(value) ? [] : [`“${field.label}” is not a set.`]
  if (readFieldValue(field, value) !== null) return []
  return [`“${field.label}” cannot be “${JSON.stringify(value).slice(0, 40)}”.`]
}

function findObjectiveProblems(block: Y.Map<unknown>): string[] {
  const problems = [
    tell(block, { key: 'leadId', isRight: isId, problem: 'is not a person' }),
    tell(block, {
      key: 'level',
      isRight: isLevel,
      problem: 'is not system, place or neighbourhood',
    }),
    tell(block, {
      key: 'targetDate',
      isRight: isDate,
      problem: 'is not a date such as 2027-03-31',
    }),
    ...[...(asMap(block.get('metrics'))?.values() ?? [])].flatMap((link) =>
      findLinkProblems(asMap(link)),
    ),
  ]
  return problems.filter((problem) => problem !== null)
}

function findLinkProblems(link: Y.Map<unknown> | null): (string | null)[] {
  if (!link) return ['A link to a metric has no content.']
  return [
    isId(link.get('metricId')) ? null : 'A link to a metric does not say which metric.',
    tell(link, { key: 'baseline', isRight: Number.isFinite, problem: 'is not a number' }),
    tell(link, {
      key: 'baselineDate',
      isRight: isDate,
      problem: 'is not a date such as 2027-03-31',
    }),
    tell(link, { key: 'target', isRight: Number.isFinite, problem: 'is not a number' }),
    tell(link, { key: 'targetDate', isRight: isDate, problem: 'is not a date such as 2027-03-31' }),
  ]
}

const FIELDS = {
  leadId: 'lead',
  level: 'level',
  targetDate: 'target date',
  baseline: 'baseline',
  baselineDate: 'baseline date',
  target: 'target',
} as const

interface Expectation {
  readonly key: keyof typeof FIELDS
  readonly isRight: (value: unknown) => boolean
  readonly problem: string
}

function tell(map: Y.Map<unknown>, { key, isRight, problem }: Expectation): string | null {
  const value = map.get(key)
  if (value === undefined || value === null || value === '' || isRight(value)) return null
  return `The ${FIELDS[key]} “${JSON.stringify(value).slice(0, 40)}” ${problem}.`
}

/** Rows can hold it: PostgreSQL refuses a zero byte and half a surrogate pair. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{Cc}\p{Surrogate}]{1,200}$/u.test(value)
}

function isLevel(value: unknown): boolean {
  return LEVELS.some((level) => level === value)
}

function isDate(value: unknown): boolean {
  return readDate(value) !== null
}
