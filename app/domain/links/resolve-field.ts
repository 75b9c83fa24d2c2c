import { formatDate } from '../dates/format-date'
import { formatNumber } from '../numbers/format-number'
import type { FieldDefinition, FieldType } from '../strategy/field-types'
import type { FieldValue } from '../strategy/strategy'
import { termOf } from '../vocabularies/vocabulary'
import type { RegisterIndex } from './registers'
import { NOT_IN_REGISTER, type ResolvedLink, resolveLead } from './resolve-links'

export interface FieldNames {
  readonly index: RegisterIndex
  /** `Objective 2.3: Fewer falls`; null when no such block stands in the text. */
  readonly nameBlock: (blockId: string) => string | null
}

export const NOT_IN_TEXT = 'No longer in the text'

/** What a field says, in words: one entry for a value, several for a set, in the order of the register. SPEC.md, LK11–LK13. */
export function resolveField(
  field: FieldDefinition,
  value: FieldValue,
  names: FieldNames,
): readonly ResolvedLink[] {
  const ids = typeof value === 'object' ? inOrder(field, value, names.index) : [value]
  return ids.map((id) => resolveOne(field, id, names))
}

function resolveOne(
  field: FieldDefinition,
  value: string | number,
  names: FieldNames,
): ResolvedLink {
  const id = String(value)
  if ('options' in field) return known(id, termOf(field.options, id)?.label ?? null)
  const resolve = RESOLVERS[field.type]
  return resolve ? resolve(id, names) : { id, label: id, detail: '', known: true }
}

const RESOLVERS: Partial<Record<FieldType, (id: string, names: FieldNames) => ResolvedLink>> = {
  date: (id) => known(id, formatDate(id)),
  number: (id) => known(id, formatNumber(Number(id), (id.split('.')[1] ?? '').length)),
  person: (id, { index }) => resolveLead(id, index),
  organisation: nameOrganisation,
  organisations: nameOrganisation,
  place: namePlace,
  places: namePlace,
  needs: (id, { index }) => {
    const need = index.needs.get(id)
    return known(id, need?.title ?? null, need?.jsnaTitle)
  },
  metric: (id, { index }) => known(id, index.metrics.get(id)?.plainTitle ?? null),
  source: (id, { index }) => known(id, index.sources.get(id)?.title ?? null),
  block: nameBlock,
  blocks: nameBlock,
}

function nameOrganisation(id: string, { index }: FieldNames): ResolvedLink {
  return known(id, index.organisations.get(id)?.name ?? null)
}

function namePlace(id: string, { index }: FieldNames): ResolvedLink {
  return known(id, index.places.get(id)?.name ?? null)
}

function nameBlock(id: string, names: FieldNames): ResolvedLink {
  const label = names.nameBlock(id)
  return label === null ? { id, label: NOT_IN_TEXT, detail: '', known: false } : known(id, label)
}

function known(id: string, label: string | null, detail = ''): ResolvedLink {
  return label === null
    ? { id, label: NOT_IN_REGISTER, detail: '', known: false }
    : { id, label, detail, known: true }
}

/** Sets are stored without an order; everybody reads them in the order in which they are offered. */
function inOrder(
  field: FieldDefinition,
  ids: readonly string[],
  index: RegisterIndex,
): readonly string[] {
  const order = orderOf(field, index)
  const placeOf = (id: string) => {
    const place = order.indexOf(id)
    return place < 0 ? order.length : place
  }
  return [...ids].sort((a, b) => placeOf(a) - placeOf(b))
}

function orderOf(field: FieldDefinition, index: RegisterIndex): readonly string[] {
  if ('options' in field) return field.options.map(({ id }) => id)
  if (field.type === 'organisations') return [...index.organisations.keys()]
  if (field.type === 'places') return [...index.places.keys()]
  return field.type === 'needs' ? [...index.needs.keys()] : []
}
