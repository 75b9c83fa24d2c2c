import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import {
  context,
  inverseOf,
  make,
  nodesOf,
  openDraft as open,
} from '../../../test/build/suggested-draft'
import { setBlockText } from '../edit'
import { readStrategy } from '../read'
import { applyChange } from './apply-change'
import { makeChange } from './make-change'

describe('blocks', () => {
  const blockOf = (doc: Y.Doc, id: string) =>
    readStrategy(doc).blocks.find((block) => block.id === id)
  const orderOf = (doc: Y.Doc) =>
    readStrategy(doc).blocks.map(({ id, chapterId }) => `${chapterId ?? '-'}:${id}`)

  it.each<[string, string | readonly string[]]>([
    ['title', 'Fewer falls'],
    ['statement', 'We will reduce falls.'],
    ['level', 'place'],
    ['targetDate', '2029-03-31'],
    ['leadId', 'person-lead'],
    ['places', ['north', 'south']],
  ])('[SU13] [SU15] a field: %s', (key, after) => {
    const doc = open()
    const before = readStrategy(doc)
    const inverse = inverseOf(doc, make(doc, { type: 'field', blockId: 'one', key, after }).change)
    const now = { ...blockOf(doc, 'one'), ...blockOf(doc, 'one')?.fields } as Record<
      string,
      unknown
    >
    expect(now[key]).toEqual(after)
    inverseOf(doc, inverse)
    expect(readStrategy(doc)).toEqual(before)
  })

  it('[SU12] a field that says something else by now is left alone', () => {
    const doc = open()
    const { change } = make(doc, {
      type: 'field',
      blockId: 'one',
      key: 'title',
      after: 'Fewer falls',
    })
    setBlockText(doc, { blockId: 'one', field: 'title', text: 'Something else' }, null)
    expect(applyChange(doc, change).isApplied).toBe(false)
    expect(blockOf(doc, 'one')?.title).toBe('Something else')
  })

  it.each([
    ['level', 'galaxy'],
    ['targetDate', '2029-02-31'],
    ['noSuchField', 'x'],
    ['places', 'north'],
  ])('[SU11] %s cannot be %s', (key, after) => {
    expect(
      makeChange(open(), { type: 'field', blockId: 'one', key, after }, context),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    })
  })

  it('[SU13] [SU15] moves to another chapter and back to where it stood', () => {
    const doc = open()
    const before = nodesOf(doc)
    const asked = {
      type: 'move_block',
      blockId: 'two',
      to: { chapterId: 'b', afterBlockId: null },
    } as const
    const inverse = inverseOf(doc, make(doc, asked).change)
    expect(orderOf(doc)).toEqual(['a:one', 'a:three', 'b:two'])
    inverseOf(doc, inverse)
    expect(nodesOf(doc)).toEqual(before)
  })

  it('[SU13] moves before the first and behind another of its chapter', () => {
    const doc = open()
    applyChange(
      doc,
      make(doc, {
        type: 'move_block',
        blockId: 'three',
        to: { chapterId: 'a', afterBlockId: null },
      }).change,
    )
    expect(orderOf(doc)).toEqual(['a:three', 'a:one', 'a:two'])
    applyChange(
      doc,
      make(doc, {
        type: 'move_block',
        blockId: 'three',
        to: { chapterId: 'a', afterBlockId: 'one' },
      }).change,
    )
    expect(orderOf(doc)).toEqual(['a:one', 'a:three', 'a:two'])
  })

  it('[SU12] stays where somebody else has put it', () => {
    const doc = open()
    const { change } = make(doc, {
      type: 'move_block',
      blockId: 'two',
      to: { chapterId: 'b', afterBlockId: null },
    })
    applyChange(
      doc,
      make(doc, { type: 'move_block', blockId: 'two', to: { chapterId: 'a', afterBlockId: null } })
        .change,
    )
    expect(applyChange(doc, change).isApplied).toBe(false)
  })

  it('[SU13] [SU15] comes with its words, goes, and comes back with what was written in it', () => {
    const doc = open()
    const asked = {
      type: 'new_block',
      kind: 'objective',
      title: 'Warm homes',
      statement: '',
      parentId: null,
      to: { chapterId: 'b', afterBlockId: null },
    } as const
    const { change } = make(doc, asked)
    const inverse = inverseOf(doc, change)
    expect(orderOf(doc)).toContain('b:new-block')
    setBlockText(doc, { blockId: 'new-block', field: 'title', text: 'Warm, dry homes' }, null)
    inverseOf(doc, inverse)
    expect(orderOf(doc)).toContain('-:new-block')
    expect(applyChange(doc, change).isApplied).toBe(true)
    expect(blockOf(doc, 'new-block')).toMatchObject({ chapterId: 'b', title: 'Warm, dry homes' })
  })

  it('[SU13] [SU15] goes, and comes back to its place', () => {
    const doc = open()
    const before = readStrategy(doc)
    const inverse = inverseOf(doc, make(doc, { type: 'remove_block', blockId: 'two' }).change)
    expect(orderOf(doc)).toEqual(['a:one', 'a:three', '-:two'])
    inverseOf(doc, inverse)
    expect(readStrategy(doc)).toEqual(before)
  })

  it('[SU11] that stands nowhere is refused', () => {
    const doc = open()
    applyChange(doc, make(doc, { type: 'remove_block', blockId: 'two' }).change)
    for (const asked of [
      { type: 'remove_block', blockId: 'two' },
      { type: 'field', blockId: 'nowhere', key: 'title', after: 'x' },
      { type: 'move_block', blockId: 'one', to: { chapterId: 'a', afterBlockId: 'two' } },
    ] as const)
      expect(makeChange(doc, asked, context)).toMatchObject({
        ok: false,
        refusal: { code: 'conflict' },
      })
  })
})
