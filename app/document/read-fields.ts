import type * as Y from 'yjs'
import { fieldsOf } from '../domain/strategy/block-fields'
import { type FieldDefinition, isSetType } from '../domain/strategy/field-types'
import { readFieldValue } from '../domain/strategy/read-field'
import type { BlockFields, BlockKind, FieldValue } from '../domain/strategy/strategy'
import { cleanLine, cleanText } from './clean-text'
import { asMap, asText, compareText } from './shape'

/** The fields of a block with a value; nothing at all when none has one, as blocks were before there were fields. */
export function readFields(map: Y.Map<unknown>, kind: BlockKind): { fields?: BlockFields } {
  const fields: Record<string, FieldValue> = {}
  for (const field of fieldsOf(kind)) {
    const value = readFieldValue(field, readStored(field, map.get(field.key)))
    if (value !== null) fields[field.key] = value
  }
  return Object.keys(fields).length === 0 ? {} : { fields }
}

function readStored(field: FieldDefinition, value: unknown): unknown {
  if (field.type === 'text') return cleanText(asText(value)?.toString() ?? '')
  if (field.type === 'line') return cleanLine(asText(value)?.toString() ?? '')
  return isSetType(field.type) ? readSet(value) : value
}

/** Sorted, because a map has no order that every reader would share. */
export function readSet(value: unknown): string[] {
  const map = asMap(value)
  return map
    ? [...map.entries()]
        .filter(([, on]) => on === true)
        .map(([id]) => id)
        .sort(compareText)
    : []
}
