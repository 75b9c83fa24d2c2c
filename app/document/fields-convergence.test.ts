import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildContent } from '../../test/build/build-content'
import { createRandom, type Random } from '../../test/convergence/random-edits'
import { fieldsOf } from '../domain/strategy/block-fields'
import { type FieldDefinition, isSetType, isTextType } from '../domain/strategy/field-types'
import { BLOCK_KINDS } from '../domain/strategy/strategy'
import { createDocument } from './create'
import { cloneBlock, insertBlock, insertBlockRef } from './edit'
import { setBlockValue, setFieldText, setMember } from './edit-fields'
import { readStrategy } from './read'
import { asText, blockOf } from './shape'

const PEOPLE = 3
const STEPS = 120

/** Every value says which block it belongs to, so that one on another block can be told. */
function editAtRandom(doc: Y.Doc, random: Random, step: number): void {
  const kind = BLOCK_KINDS[random(BLOCK_KINDS.length)] ?? 'value'
  const blockId = `block-${kind}`
  const fields = fieldsOf(kind)
  const field = fields[random(fields.length || 1)]
  if (field) editField(doc, { blockId, field, random, step })
  if (random(20) === 0) {
    const toId = `${blockId}-copy-${step}`
    cloneBlock(doc, { fromId: blockId, toId, newId: () => `${toId}-link` }, null)
  }
}

interface FieldEdit {
  readonly blockId: string
  readonly field: FieldDefinition
  readonly random: Random
  readonly step: number
}

function editField(doc: Y.Doc, { blockId, field, random, step }: FieldEdit): void {
  const { key } = field
  if (isTextType(field.type)) {
    const before = asText(blockOf(doc, blockId)?.get(key))?.toString() ?? ''
    const text = random(4) === 0 ? '' : `${before}${blockId};`
    setFieldText(doc, { blockId, key, text }, null)
  } else if (isSetType(field.type)) {
    const options = 'options' in field ? field.options.map(({ id }) => id) : [`${blockId}-${step}`]
    const member = options[random(options.length)] ?? ''
    setMember(doc, { blockId, key, member, isIn: random(3) > 0 }, null)
  } else {
    setBlockValue(doc, { blockId, key, value: valueOf(field, random, blockId) }, null)
  }
}

function valueOf(field: FieldDefinition, random: Random, blockId: string) {
  if (random(5) === 0) return null
  if ('options' in field) return field.options[random(field.options.length)]?.id ?? null
  if (field.type === 'year') return 2000 + random(100)
  return field.type === 'date' ? `20${10 + random(80)}-03-31` : blockId
}

function openAll(): Y.Doc[] {
  const doc = createDocument(buildContent({ blocks: [] }), { clientId: 1 })
  for (const kind of BLOCK_KINDS) {
    insertBlock(doc, { id: `block-${kind}`, kind }, null)
    insertBlockRef(doc, { chapterId: 'foreword', blockId: `block-${kind}`, index: 0 }, null)
  }
  const bytes = Y.encodeStateAsUpdate(doc)
  return Array.from({ length: PEOPLE }, () => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, bytes)
    return copy
  })
}

function send(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

describe('fields under random edits', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
    '[DO42] stand on their own blocks and read the same for everybody, seed %i',
    (seed) => {
      const random = createRandom(seed)
      const docs = openAll()
      const pick = () => docs[random(PEOPLE)] ?? new Y.Doc()
      for (let step = 0; step < STEPS; step += 1) {
        editAtRandom(pick(), random, step)
        if (random(6) === 0) send(pick(), pick())
      }
      for (const from of docs) for (const to of docs) send(from, to)
      for (const from of docs) for (const to of docs) send(from, to)
      const [first, ...others] = docs.map((doc) => readStrategy(doc).blocks)
      for (const blocks of others) expect(blocks).toEqual(first)
      for (const block of first ?? []) {
        const named = JSON.stringify(block.fields ?? {}).match(/block-[a-z_]+/g) ?? []
        expect(new Set([...named, `block-${block.kind}`])).toEqual(new Set([`block-${block.kind}`]))
      }
    },
  )
})
