import type * as Y from 'yjs'
import { fieldOf } from '../../domain/strategy/block-fields'
import { isSetType, isTextType } from '../../domain/strategy/field-types'
import { readFieldValue } from '../../domain/strategy/read-field'
import { type Block, type FieldValue, LEVELS } from '../../domain/strategy/strategy'
import { setBlockField, setBlockText } from '../edit'
import { setBlockValue, setFieldText, setMember } from '../edit-fields'
import { readBlock, readDate } from '../read-block'
import { blocksOf } from '../shape'

const TEXTS = ['title', 'statement'] as const
type TextKey = (typeof TEXTS)[number]

interface FieldOfBlock {
  readonly blockId: string
  readonly key: string
}

/** What a field says now; null when it says nothing, undefined when the block has no such field or is not there. */
export function readField(
  doc: Y.Doc,
  { blockId, key }: FieldOfBlock,
): FieldValue | null | undefined {
  const block = readBlock(blockId, blocksOf(doc).get(blockId))
  if (!block) return undefined
  if (isTextKey(key)) return block[key] || null
  if (block.kind === 'objective' && isPlainKey(block, key)) return block[key]
  return fieldOf(block.kind, key) ? (block.fields?.[key] ?? null) : undefined
}

/** The value as this field may hold it; undefined when it may not. */
export function checkFieldValue(
  block: Block,
  key: string,
  value: FieldValue | null,
): FieldValue | null | undefined {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  if (isTextKey(key)) return typeof value === 'string' ? value : undefined
  return isPlainKey(block, key) ? checkPlain(key, value) : checkTyped(block, key, value)
}

function checkTyped(block: Block, key: string, value: FieldValue): FieldValue | undefined {
  const field = fieldOf(block.kind, key)
  const read = field ? readFieldValue(field, value) : null
  return read !== null && isSameValue(read, value) ? read : undefined
}

/** Lists are sets here: their order says nothing. */
export function isSameValue(a: FieldValue | null, b: FieldValue | null): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((member) => b.includes(member))
}

/** Writes a value that `checkFieldValue` let pass. */
export function writeField(doc: Y.Doc, place: FieldOfBlock, value: FieldValue | null): void {
  const { blockId, key } = place
  const block = readBlock(blockId, blocksOf(doc).get(blockId))
  if (!block) return
  const text = typeof value === 'string' ? value : ''
  if (isTextKey(key)) setBlockText(doc, { blockId, field: key, text }, null)
  else if (isPlainKey(block, key)) writePlain(doc, place, text || null)
  else writeTyped(doc, { ...place, kind: block.kind }, value)
}

function writeTyped(
  doc: Y.Doc,
  { kind, ...place }: FieldOfBlock & { kind: Block['kind'] },
  value: FieldValue | null,
): void {
  const type = fieldOf(kind, place.key)?.type
  if (!type) return
  const members = isList(value) ? value : []
  if (isTextType(type))
    setFieldText(doc, { ...place, text: typeof value === 'string' ? value : '' }, null)
  else if (isSetType(type)) writeSet(doc, place, members)
  else setBlockValue(doc, { ...place, value: isList(value) ? null : value }, null)
}

function isList(value: FieldValue | null | undefined): value is readonly string[] {
  return Array.isArray(value)
}

function writeSet(doc: Y.Doc, place: FieldOfBlock, members: readonly string[]): void {
  const now = readField(doc, place)
  const had = isList(now) ? now : []
  for (const member of had)
    if (!members.includes(member)) setMember(doc, { ...place, member, isIn: false }, null)
  for (const member of members)
    if (!had.includes(member)) setMember(doc, { ...place, member, isIn: true }, null)
}

const PLAIN = ['leadId', 'level', 'targetDate'] as const
type PlainKey = (typeof PLAIN)[number]

function checkPlain(key: PlainKey, value: FieldValue): string | undefined {
  if (typeof value !== 'string') return undefined
  if (key === 'level') return LEVELS.find((level) => level === value)
  return key === 'targetDate' ? (readDate(value) ?? undefined) : value
}

function writePlain(doc: Y.Doc, { blockId, key }: FieldOfBlock, value: string | null): void {
  if (key === 'level') {
    setBlockField(
      doc,
      { blockId, field: 'level', value: LEVELS.find((level) => level === value) ?? null },
      null,
    )
  } else if (key === 'leadId' || key === 'targetDate') {
    setBlockField(doc, { blockId, field: key, value }, null)
  }
}

function isTextKey(key: string): key is TextKey {
  return TEXTS.some((known) => known === key)
}

/** What an objective always had, beside its typed fields. */
function isPlainKey(block: Block, key: string): key is PlainKey {
  return block.kind === 'objective' && PLAIN.some((known) => known === key)
}
