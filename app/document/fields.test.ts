import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildContent } from '../../test/build/build-content'
import { BLOCK_FIELDS, FIELD_KEYS, fieldsOf } from '../domain/strategy/block-fields'
import { type FieldDefinition, isSetType, isTextType } from '../domain/strategy/field-types'
import {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  type FieldValue,
} from '../domain/strategy/strategy'
import { createDocument } from './create'
import { cloneBlock, insertBlock } from './edit'
import {
  completeBlocks,
  hasIncompleteBlocks,
  openFieldText,
  setBlockValue,
  setFieldText,
  setMember,
} from './edit-fields'
import { FORM_ORIGIN } from './origins'
import { readBlock } from './read-block'
import { blockOf, blocksOf } from './shape'
import { FIELDS } from './vocabulary'

/** A right value for any field. */
function sampleOf(field: FieldDefinition): FieldValue {
  if (field.type === 'choice') return field.options[0]?.id ?? ''
  if (field.type === 'choices')
    return field.options
      .slice(0, 2)
      .map(({ id }) => id)
      .sort()
  if (isSetType(field.type)) return ['id-1', 'id-2']
  if (field.type === 'date') return '2029-03-31'
  if (field.type === 'year') return 2029
  if (field.type === 'number') return 12.5
  return isTextType(field.type) ? 'Some words' : 'id-1'
}

function fill(kind: BlockKind): Record<string, FieldValue> {
  return Object.fromEntries(fieldsOf(kind).map((field) => [field.key, sampleOf(field)]))
}

function open(kind: BlockKind, fields: Record<string, FieldValue> = {}): Y.Doc {
  const doc = createDocument(buildContent())
  insertBlock(doc, { id: 'b', kind, title: 'T', fields }, null)
  return doc
}

function read(doc: Y.Doc, id = 'b'): Block {
  const block = readBlock(id, blockOf(doc, id))
  if (!block) throw new Error('no block')
  return block
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
}

function countUpdates(doc: Y.Doc, change: () => void): number {
  let updates = 0
  doc.on('update', () => (updates += 1))
  change()
  return updates
}

describe('fields of blocks', () => {
  it.each(BLOCK_KINDS)('[DO40] of %s are made whole and read back', (kind) => {
    const doc = open(kind, fill(kind))
    expect(read(doc).fields).toEqual(fieldsOf(kind).length === 0 ? undefined : fill(kind))
    const empty = blockOf(open(kind), 'b')
    const texts = fieldsOf(kind).filter(({ type }) => isTextType(type))
    const sets = fieldsOf(kind).filter(({ type }) => isSetType(type))
    expect(texts.filter(({ key }) => !(empty?.get(key) instanceof Y.Text))).toEqual([])
    expect(sets.filter(({ key }) => !(empty?.get(key) instanceof Y.Map))).toEqual([])
    expect(read(open(kind))).not.toHaveProperty('fields')
  })

  it('[DO40] of a document made from a content read back as that content', () => {
    const [vision, ...rest] = buildContent().blocks
    const blocks = [{ ...vision!, fields: { confirmedBy: ['org-1'], origin: 'system' } }, ...rest]
    const doc = createDocument(buildContent({ blocks }))
    expect(read(doc, 'vision-1').fields).toEqual({ confirmedBy: ['org-1'], origin: 'system' })
  })

  it('[DO41] read as absent with a wrong value', () => {
    const doc = open('objective', { outcomeType: 'access', reviewDate: '2029-03-31' })
    const block = blockOf(doc, 'b')
    block?.set('outcomeType', 'galaxy')
    block?.set('reviewDate', '31 March')
    block?.set('places', 'everywhere')
    block?.set('s75Note', new Y.Map())
    const areas = new Y.Map<unknown>([
      ['maternity', true],
      ['astrology', true],
      ['hypertension', 'yes'],
    ])
    block?.set('clinicalAreas', areas)
    expect(read(doc).fields).toEqual({ clinicalAreas: ['maternity'] })
  })

  it('[DO42] keep what two people did in two fields, one set and one text', () => {
    const a = open('priority', { whyNow: 'Because now' })
    const b = copyOf(a)
    setBlockValue(a, { blockId: 'b', key: 's75Outcome', value: 'propose' }, null)
    setBlockValue(b, { blockId: 'b', key: 's75Date', value: '2026-11-01' }, null)
    setMember(a, { blockId: 'b', key: 'shifts', member: 'hospital_to_community', isIn: true }, null)
    setMember(
      b,
      { blockId: 'b', key: 'shifts', member: 'sickness_to_prevention', isIn: true },
      null,
    )
    setFieldText(a, { blockId: 'b', key: 'whyNow', text: 'Just because now' }, null)
    setFieldText(b, { blockId: 'b', key: 'whyNow', text: 'Because now and here' }, null)
    exchange(a, b)
    expect(read(a)).toEqual(read(b))
    expect(read(a).fields).toEqual({
      s75Outcome: 'propose',
      s75Date: '2026-11-01',
      shifts: ['hospital_to_community', 'sickness_to_prevention'],
      whyNow: expect.stringMatching(/^just because now and here$/i),
    })
  })

  it('are taken away again', () => {
    const doc = open('priority', fill('priority'))
    for (const { key, type } of fieldsOf('priority')) {
      if (isTextType(type)) setFieldText(doc, { blockId: 'b', key, text: '' }, null)
      else setBlockValue(doc, { blockId: 'b', key, value: null }, null)
      const members = (read(doc).fields?.[key] ?? []) as readonly string[]
      for (const member of members) setMember(doc, { blockId: 'b', key, member, isIn: false }, null)
    }
    expect(read(doc)).not.toHaveProperty('fields')
  })

  it('[DO43] refuse what they may not hold, and write nothing', () => {
    const doc = open('priority', { shifts: ['hospital_to_community'], parked: 'parked' })
    const refused = () => {
      setBlockValue(doc, { blockId: 'b', key: 'parked', value: 'sideways' }, null)
      setBlockValue(doc, { blockId: 'b', key: 'parked', value: 'parked' }, null)
      setBlockValue(doc, { blockId: 'b', key: 'shifts', value: 'hospital_to_community' }, null)
      setBlockValue(doc, { blockId: 'b', key: 'enablerKind', value: 'estates' }, null)
      setBlockValue(doc, { blockId: 'b', key: 'title', value: 'x' }, null)
      setBlockValue(doc, { blockId: 'gone', key: 'parked', value: 'parked' }, null)
      setMember(doc, { blockId: 'b', key: 'shifts', member: 'left', isIn: true }, null)
      setMember(
        doc,
        { blockId: 'b', key: 'shifts', member: 'hospital_to_community', isIn: true },
        null,
      )
      setMember(doc, { blockId: 'b', key: 'whyNow', member: 'x', isIn: true }, null)
      setFieldText(doc, { blockId: 'b', key: 'shifts', text: 'x' }, null)
    }
    expect(countUpdates(doc, refused)).toBe(0)
  })

  it('[DO44] are copied whole, and go their own way', () => {
    const doc = open('objective', fill('objective'))
    cloneBlock(doc, { fromId: 'b', toId: 'copy', newId: () => 'link' }, null)
    expect(read(doc, 'copy').fields).toEqual(fill('objective'))
    setMember(doc, { blockId: 'copy', key: 'places', member: 'id-3', isIn: true }, null)
    setFieldText(doc, { blockId: 'copy', key: 's75Note', text: 'Other words' }, null)
    expect(read(doc).fields).toEqual(fill('objective'))
  })
})

describe('a block from before its fields', () => {
  function openOld(): Y.Doc {
    const doc = createDocument(buildContent())
    const old = new Y.Map<unknown>([
      ['kind', 'priority'],
      ['schema', 1],
      ['parentId', null],
      ['rank', 'a0'],
      ['title', new Y.Text('Old')],
      ['statement', new Y.Text('')],
    ])
    blocksOf(doc).set('b', old)
    return doc
  }

  it('[DO45] reads without them and can be given them', () => {
    const doc = openOld()
    expect(read(doc)).toEqual({
      id: 'b',
      kind: 'priority',
      title: 'Old',
      statement: '',
      parentId: null,
      chapterId: null,
    })
    setMember(
      doc,
      { blockId: 'b', key: 'shifts', member: 'hospital_to_community', isIn: true },
      null,
    )
    setFieldText(doc, { blockId: 'b', key: 'whyNow', text: 'It is time' }, null)
    setBlockValue(doc, { blockId: 'b', key: 'origin', value: 'system' }, null)
    expect(read(doc).fields).toEqual({
      shifts: ['hospital_to_community'],
      whyNow: 'It is time',
      origin: 'system',
    })
    expect(openFieldText(doc, { blockId: 'b', key: 'whyNow' }, null)?.toString()).toBe('It is time')
  })

  it('[DO46] is completed once, in one transaction', () => {
    const doc = openOld()
    expect(hasIncompleteBlocks(doc)).toBe(true)
    const before = read(doc)
    expect(countUpdates(doc, () => expect(completeBlocks(doc, FORM_ORIGIN)).toBe(1))).toBe(1)
    expect(read(doc)).toEqual(before)
    for (const key of ['shifts', 'places', 'needs'])
      expect(blockOf(doc, 'b')?.get(key)).toBeInstanceOf(Y.Map)
    expect(blockOf(doc, 'b')?.get('whyNow')).toBeInstanceOf(Y.Text)
    expect(hasIncompleteBlocks(doc)).toBe(false)
    expect(countUpdates(doc, () => expect(completeBlocks(doc, FORM_ORIGIN)).toBe(0))).toBe(0)
  })
})

describe('the gate', () => {
  it('[DO47] knows the keys of every field, and no other', () => {
    for (const { key } of Object.values(BLOCK_FIELDS).flat()) expect(FIELDS.has(key)).toBe(true)
    expect(FIELDS.has('whyLater')).toBe(false)
    expect(new Set(FIELD_KEYS).size).toBe(FIELD_KEYS.length)
  })
})
