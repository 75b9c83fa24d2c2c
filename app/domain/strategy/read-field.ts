import { isDate } from '../dates/parse-date'
import type { FieldDefinition } from './field-types'
import type { FieldValue } from './strategy'

type Reader = (value: unknown, field: FieldDefinition) => FieldValue | null

const readText: Reader = (value) => (typeof value === 'string' && value !== '' ? value : null)
const readId: Reader = (value) => (isFieldId(value) ? value : null)
const readIds: Reader = (value) => readMembers(value, isFieldId)

const READERS: Readonly<Record<FieldDefinition['type'], Reader>> = {
  text: readText,
  line: readText,
  choice: (value, field) => (isTerm(value, field) ? value : null),
  choices: (value, field) => readMembers(value, (id) => isTerm(id, field)),
  organisations: readIds,
  places: readIds,
  needs: readIds,
  blocks: readIds,
  date: (value) => (typeof value === 'string' && isDate(value) ? value : null),
  year: (value) => (isYear(value) ? value : null),
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null),
  person: readId,
  organisation: readId,
  place: readId,
  block: readId,
  metric: readId,
  source: readId,
}

/**
 * A value as the field may hold it, or null: a wrong value reads as absent, a wrong member of a set is left out, and
 * what is empty is nothing. SPEC.md, SG23–SG25.
 */
export function readFieldValue(field: FieldDefinition, value: unknown): FieldValue | null {
  return READERS[field.type](value, field)
}

function isTerm(value: unknown, field: FieldDefinition): value is string {
  return 'options' in field && field.options.some(({ id }) => id === value)
}

function readMembers(value: unknown, isMember: (id: string) => boolean): readonly string[] | null {
  if (!Array.isArray(value)) return null
  const members = value.filter((id): id is string => typeof id === 'string' && isMember(id))
  return members.length === 0 ? null : members
}

export function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2199
}

/** As long as a row can hold, without control characters or halves of characters. */
export function isFieldId(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{Cc}\p{Surrogate}]{1,200}$/u.test(value)
}
