import * as Y from 'yjs'
import { fieldOf, fieldsOf } from '../domain/strategy/block-fields'
import { type FieldDefinition, isSetType, isTextType } from '../domain/strategy/field-types'
import { readFieldValue } from '../domain/strategy/read-field'
import { BLOCK_KINDS } from '../domain/strategy/strategy'
import { createNested, isNested } from './block-map'
import { asMap, asText, blockOf, blocksOf } from './shape'
import { applyText } from './text-diff'

export interface FieldPlace {
  readonly blockId: string
  readonly key: string
}

/** Sets a field that is one value; null takes it away. A value the field may not hold is not written. */
export function setBlockValue(
  doc: Y.Doc,
  { value, ...place }: FieldPlace & { value: string | number | null },
  origin: unknown,
): void {
  const found = findField(doc, place)
  if (!found || isNested(found.field)) return
  const { block, field } = found
  if (value !== null && readFieldValue(field, value) !== value) return
  if ((block.get(field.key) ?? null) === value) return
  doc.transact(() => {
    if (value === null) block.delete(field.key)
    else block.set(field.key, value)
  }, origin)
}

/** Adds or takes away one member of a set: a word of the vocabulary, a place, an organisation. */
export function setMember(
  doc: Y.Doc,
  { member, isIn, ...place }: FieldPlace & { member: string; isIn: boolean },
  origin: unknown,
): void {
  const found = findField(doc, place)
  if (!found || !isSetType(found.field.type)) return
  const { block, field } = found
  const set = asMap(block.get(field.key))
  if ((set?.get(member) === true) === isIn) return
  if (isIn && readFieldValue(field, [member]) === null) return
  doc.transact(() => {
    if (!set) block.set(field.key, createNested(field, [member]))
    else if (isIn) set.set(member, true)
    else set.delete(member)
  }, origin)
}

/** Sets a text field by writing only the difference. */
export function setFieldText(
  doc: Y.Doc,
  { text, ...place }: FieldPlace & { text: string },
  origin: unknown,
): void {
  const shared = openFieldText(doc, place, origin)
  if (shared) applyText(shared, { after: text, caret: text.length }, origin)
}

/**
 * The shared text of a field, to type in; null when the kind has no such text. A block from before the field was there
 * is given one now; `completeBlocks` has usually done so already.
 */
export function openFieldText(doc: Y.Doc, place: FieldPlace, origin: unknown): Y.Text | null {
  const found = findField(doc, place)
  if (!found || !isTextType(found.field.type)) return null
  const { block, field } = found
  const text = asText(block.get(field.key))
  if (text) return text
  const made = new Y.Text('')
  doc.transact(() => block.set(field.key, made), origin)
  return made
}

/** Whether `completeBlocks` would write anything. */
export function hasIncompleteBlocks(doc: Y.Doc): boolean {
  return [...blocksOf(doc).keys()].some((id) => listLacking(blockOf(doc, id)).length > 0)
}

/**
 * Gives blocks written before a field was defined the shared types it lives in: two people making one at the same
 * moment would lose what one of them typed. For the program alone, before anybody writes.
 */
export function completeBlocks(doc: Y.Doc, origin: unknown): number {
  let completed = 0
  doc.transact(() => {
    for (const id of blocksOf(doc).keys()) {
      const block = blockOf(doc, id)
      const lacking = listLacking(block)
      for (const field of lacking) block?.set(field.key, createNested(field, undefined))
      if (lacking.length > 0) completed += 1
    }
  }, origin)
  return completed
}

function listLacking(block: Y.Map<unknown> | null): FieldDefinition[] {
  const kind = BLOCK_KINDS.find((known) => known === block?.get('kind'))
  if (!block || !kind) return []
  return fieldsOf(kind).filter((field) => isNested(field) && !block.has(field.key))
}

function findField(doc: Y.Doc, { blockId, key }: FieldPlace) {
  const block = blockOf(doc, blockId)
  const kind = BLOCK_KINDS.find((known) => known === block?.get('kind'))
  const field = kind ? fieldOf(kind, key) : null
  return block && field ? { block, field } : null
}
