import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ObjectiveBlock } from '../domain/strategy/strategy'
import { buildContent, buildObjective } from '../../test/build/build-content'
import { createDocument } from './create'
import {
  addMetricLink,
  cloneBlock,
  insertBlock,
  removeMetricLink,
  setBlockField,
  setBlockText,
  setLink,
  setMetricLink,
} from './edit'
import { addChapter, moveChapter, removeChapter, renameChapter } from './edit-chapters'
import { FORM_ORIGIN } from './origins'
import { readBlock, readStrategy } from './read'
import { blockOf, chapterOf, chapterTitleOf } from './shape'

function openTwo(): [Y.Doc, Y.Doc] {
  const bytes = Y.encodeStateAsUpdate(createDocument(buildContent(), { clientId: 1 }))
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()]
  for (const doc of docs) Y.applyUpdate(doc, bytes)
  return docs
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
}

function readObjective(doc: Y.Doc, id = 'objective-1'): ObjectiveBlock {
  const block = readBlock(id, blockOf(doc, id))
  if (block?.kind !== 'objective') throw new Error('no objective')
  return block
}

const chapterIds = (doc: Y.Doc) => readStrategy(doc).chapters.map((chapter) => chapter.id)

describe('editing blocks', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['insert', (doc) => insertBlock(doc, { id: 'new', kind: 'objective' }, FORM_ORIGIN)],
    [
      'field',
      (doc) =>
        setBlockField(
          doc,
          { blockId: 'objective-1', field: 'level', value: 'system' },
          FORM_ORIGIN,
        ),
    ],
    [
      'text',
      (doc) =>
        setBlockText(
          doc,
          { blockId: 'objective-1', field: 'title', text: 'Nobody smokes' },
          FORM_ORIGIN,
        ),
    ],
    [
      'link',
      (doc) =>
        setLink(
          doc,
          { blockId: 'objective-1', set: 'needs', id: 'need-9', linked: true },
          FORM_ORIGIN,
        ),
    ],
    [
      'metric',
      (doc) =>
        setMetricLink(
          doc,
          {
            blockId: 'objective-1',
            linkId: 'link-1',
            values: { target: 7, targetDate: '2031-01-01' },
          },
          FORM_ORIGIN,
        ),
    ],
    [
      'clone',
      (doc) =>
        cloneBlock(
          doc,
          { fromId: 'objective-1', toId: 'copy', newId: () => 'link-2' },
          FORM_ORIGIN,
        ),
    ],
  ])('[DO15] %s is one transaction of its origin', (_name, edit) => {
    const doc = createDocument(buildContent())
    const origins: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    edit(doc)
    expect(origins).toEqual([FORM_ORIGIN])
  })

  it('[DO15] writes nothing when nothing changes', () => {
    const doc = createDocument(buildContent())
    let updates = 0
    doc.on('update', () => (updates += 1))
    setBlockField(doc, { blockId: 'objective-1', field: 'level', value: 'place' }, FORM_ORIGIN)
    setBlockText(
      doc,
      { blockId: 'objective-1', field: 'title', text: buildObjective().title },
      FORM_ORIGIN,
    )
    setLink(doc, { blockId: 'objective-1', set: 'needs', id: 'need-1', linked: true }, FORM_ORIGIN)
    removeMetricLink(doc, { blockId: 'objective-1', linkId: 'nothing' }, FORM_ORIGIN)
    setBlockField(doc, { blockId: 'nothing', field: 'leadId', value: 'x' }, FORM_ORIGIN)
    expect(updates).toBe(0)
  })

  it('[DO16] keeps both links and both words when two edit at once', () => {
    const [a, b] = openTwo()
    setLink(a, { blockId: 'objective-1', set: 'hwbPriorities', id: 'hwbp-8', linked: true }, null)
    setLink(b, { blockId: 'objective-1', set: 'hwbPriorities', id: 'hwbp-9', linked: true }, null)
    setBlockText(
      a,
      { blockId: 'objective-1', field: 'title', text: 'Far fewer people smoke' },
      null,
    )
    setBlockText(
      b,
      { blockId: 'objective-1', field: 'title', text: 'Fewer people smoke by 2030' },
      null,
    )
    exchange(a, b)
    expect(readObjective(a)).toEqual(readObjective(b))
    expect(readObjective(a).hwbPriorityIds).toEqual(['hwbp-1', 'hwbp-2', 'hwbp-8', 'hwbp-9'])
    expect(readObjective(a).title).toMatch(/far fewer people smoke by 2030/i)
  })

  it('[DO19] copies words and links under new ids', () => {
    const doc = createDocument(buildContent())
    cloneBlock(doc, { fromId: 'objective-1', toId: 'copy', newId: () => 'link-2' }, null)
    expect(readObjective(doc, 'copy')).toEqual(
      buildObjective({
        id: 'copy',
        metricLinks: [{ ...buildObjective().metricLinks[0]!, id: 'link-2' }],
      }),
    )
  })

  it('adds and removes a metric link', () => {
    const doc = createDocument(buildContent())
    const link = {
      id: 'link-9',
      metricId: 'm',
      baseline: null,
      baselineDate: null,
      target: null,
      targetDate: null,
    }
    addMetricLink(doc, { blockId: 'objective-1', link }, null)
    removeMetricLink(doc, { blockId: 'objective-1', linkId: 'link-1' }, null)
    expect(readObjective(doc).metricLinks).toEqual([link])
  })
})

describe('editing chapters', () => {
  it('[DO20] puts a chapter first, between and last', () => {
    const doc = createDocument(buildContent())
    addChapter(doc, { id: 'middle', title: 'Middle', afterId: 'foreword' }, null)
    addChapter(doc, { id: 'first', title: 'First', afterId: null }, null)
    moveChapter(doc, { id: 'foreword', afterId: 'priorities' }, null)
    expect(chapterIds(doc)).toEqual(['first', 'middle', 'priorities', 'foreword'])
  })

  it('[DO20] puts a chapter among chapters of one rank', () => {
    const doc = createDocument(
      buildContent({
        blocks: [],
        chapters: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, nodes: [] })),
      }),
    )
    for (const id of ['a', 'b', 'c', 'd']) chapterOf(doc, id)?.set('rank', 'not a rank')
    moveChapter(doc, { id: 'd', afterId: 'a' }, null)
    expect(chapterIds(doc)).toEqual(['a', 'd', 'b', 'c'])
  })

  it('[DO16] keeps both words when two rename a chapter', () => {
    const [a, b] = openTwo()
    renameChapter(a, { id: 'priorities', title: 'Our four priorities' }, null)
    renameChapter(b, { id: 'priorities', title: 'Our priorities for 2030' }, null)
    exchange(a, b)
    expect(chapterTitleOf(a, 'priorities')?.toString()).toBe('Our four priorities for 2030')
  })

  it('[DO21] removes an empty chapter and refuses one with text or a block', () => {
    const doc = createDocument(buildContent())
    addChapter(doc, { id: 'empty', title: 'Empty', afterId: null }, null)
    expect(removeChapter(doc, 'empty', null).ok).toBe(true)
    expect(removeChapter(doc, 'foreword', null)).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    })
    expect(chapterIds(doc)).toEqual(['foreword', 'priorities'])
  })
})
