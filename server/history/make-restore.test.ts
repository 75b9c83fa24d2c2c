import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import {
  insertBlock,
  insertBlockRef,
  setBlockField,
  setBlockText,
  setLink,
} from '../../app/document/edit'
import { addChapter, moveChapter, renameChapter } from '../../app/document/edit-chapters'
import { findReferences } from '../../app/document/block-order'
import { removeElement } from '../../app/document/put-back'
import { readStrategy } from '../../app/document/read'
import { blocksOf, chapterBodyOf, chapterOf, chaptersOf } from '../../app/document/shape'
import { compareStrategies } from '../../app/domain/diff/compare-strategies'
import { isUnchanged } from '../../app/domain/diff/comparison'
import type { StrategyContent } from '../../app/domain/strategy/strategy'
import { buildContent } from '../../test/build/build-content'
import { createRandom } from '../../test/build/long-strategy'
import { makeRestore, type RestoreScope } from './make-restore'

/** A document, and a copy of it at every moment asked for. */
function open() {
  const doc = createDocument(buildContent(), { clientId: 1 })
  doc.clientID = 2
  return doc
}

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function restore(doc: Y.Doc, state: Uint8Array, scope: RestoreScope) {
  const made = makeRestore({ state: gzipSync(state), updates: [Y.encodeStateAsUpdate(doc)], scope })
  if (!made) throw new Error('The version has no such part.')
  Y.applyUpdate(doc, made.update)
  return made
}

const paragraphOf = (doc: Y.Doc, chapterId: string, index: number): Y.XmlText =>
  (chapterBodyOf(doc, chapterId)!.get(index) as Y.XmlElement).get(0) as Y.XmlText

const isSame = (a: StrategyContent, b: StrategyContent) => isUnchanged(compareStrategies(a, b))

/** A little of everything, in every chapter. */
function change(doc: Y.Doc): void {
  paragraphOf(doc, 'foreword', 1).insert(0, 'Rewritten: ')
  chapterBodyOf(doc, 'foreword')!.delete(2, 1)
  renameChapter(doc, { id: 'foreword', title: 'Opening' }, null)
  addChapter(doc, { id: 'annex', title: 'Annex', afterId: null }, null)
  moveChapter(doc, { id: 'priorities', afterId: null }, null)
  setBlockText(doc, { blockId: 'objective-1', field: 'title', text: 'Fewer people vape' }, null)
  setBlockField(doc, { blockId: 'objective-1', field: 'leadId', value: 'person-other' }, null)
  setLink(doc, { blockId: 'objective-1', set: 'needs', id: 'need-1', linked: false }, null)
  insertBlock(doc, { id: 'objective-2', kind: 'objective', title: 'A new one' }, null)
  insertBlockRef(doc, { chapterId: 'priorities', blockId: 'objective-2', index: 1 }, null)
}

function dropReference(doc: Y.Doc, blockId: string): void {
  for (const { element, blockId: id } of findReferences(chapterBodyOf(doc, 'priorities')!))
    if (id === blockId) removeElement(element)
}

describe('restoring everything', () => {
  it('[HI16] the text reads as the version does', () => {
    const doc = open()
    const [state, before] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    change(doc)
    const { compared } = restore(doc, state, { type: 'everything' })
    expect(isSame(readStrategy(doc), before)).toBe(true)
    expect(compared.summary.chapters.map(({ id }) => id).sort()).toEqual([
      'annex',
      'foreword',
      'priorities',
    ])
  })

  it('[HI15] an edit made meanwhile without a network keeps its place', () => {
    const doc = open()
    const state = Y.encodeStateAsUpdate(doc)
    change(doc)
    const away = copyOf(doc)
    const text = paragraphOf(away, 'priorities', 2)
    text.insert(text.length, ' Written on a train.')
    setBlockField(away, { blockId: 'objective-1', field: 'targetDate', value: '2031-01-01' }, null)
    restore(doc, state, { type: 'everything' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(away))
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
    const read = readStrategy(doc)
    expect(JSON.stringify(read.chapters)).toContain('Between. Written on a train.')
    expect(read.blocks[1]).toMatchObject({ title: 'Fewer people smoke', targetDate: '2031-01-01' })
    expect(readStrategy(away)).toEqual(read)
  })

  it('[HI15] words typed meanwhile in a block that leaves the text are kept with it', () => {
    const doc = open()
    const state = Y.encodeStateAsUpdate(doc)
    change(doc)
    const away = copyOf(doc)
    setBlockText(
      away,
      { blockId: 'objective-2', field: 'statement', text: 'Said on a train' },
      null,
    )
    restore(doc, state, { type: 'everything' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(away))
    expect(readStrategy(doc).blocks.find(({ id }) => id === 'objective-2')).toMatchObject({
      chapterId: null,
      statement: 'Said on a train',
    })
  })

  it('[HI20] restoring the text before a restore undoes it', () => {
    const doc = open()
    const first = Y.encodeStateAsUpdate(doc)
    change(doc)
    const [state, before] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    restore(doc, first, { type: 'everything' })
    restore(doc, state, { type: 'everything' })
    expect(isSame(readStrategy(doc), before)).toBe(true)
  })

  it('[HI16] whatever was written, restored and written again', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = createRandom(seed)
      const doc = open()
      const kept = [{ state: Y.encodeStateAsUpdate(doc), content: readStrategy(doc) }]
      for (let step = 0; step < 12; step += 1) {
        scribble(doc, random, `${seed}-${step}`)
        kept.push({ state: Y.encodeStateAsUpdate(doc), content: readStrategy(doc) })
        if (step % 4 !== 3) continue
        const wanted = kept[random(kept.length)]!
        if (isSame(wanted.content, readStrategy(doc))) continue
        restore(doc, wanted.state, { type: 'everything' })
        expect(isSame(readStrategy(doc), wanted.content), `seed ${seed}, step ${step}`).toBe(true)
      }
    }
  })
})

function scribble(doc: Y.Doc, random: (below: number) => number, mark: string): void {
  const body = chapterBodyOf(doc, random(2) === 0 ? 'foreword' : 'priorities')
  const at = body && body.length > 0 ? random(body.length) : 0
  const node = body?.get(at)
  const text = node instanceof Y.XmlElement ? node.get(0) : null
  switch (random(6)) {
    case 0:
      if (text instanceof Y.XmlText) text.insert(random(text.length + 1), `<${mark}>`)
      return
    case 1:
      if (body && body.length > 2) body.delete(at, 1)
      return
    case 2: {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`New ${mark}`)])
      body?.insert(at, [paragraph])
      return
    }
    case 3:
      return setBlockText(
        doc,
        { blockId: 'objective-1', field: 'statement', text: `Said ${mark}` },
        null,
      )
    case 4:
      return moveChapter(
        doc,
        { id: 'foreword', afterId: random(2) === 0 ? 'priorities' : null },
        null,
      )
    default:
      insertBlock(doc, { id: `block-${mark}`, kind: 'priority', title: mark }, null)
      insertBlockRef(doc, { chapterId: 'priorities', blockId: `block-${mark}`, index: at }, null)
  }
}

describe('restoring a block', () => {
  it('[HI17] touches that block alone', () => {
    const doc = open()
    const [state, old] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    change(doc)
    const now = readStrategy(doc)
    restore(doc, state, { type: 'block', blockId: 'objective-1' })
    const after = readStrategy(doc)
    expect(after.chapters).toEqual(now.chapters)
    const others = (content: StrategyContent) =>
      content.blocks.filter(({ id }) => id !== 'objective-1')
    expect(others(after)).toEqual(others(now))
    expect(after.blocks.find(({ id }) => id === 'objective-1')).toEqual(
      old.blocks.find(({ id }) => id === 'objective-1'),
    )
  })

  it('[HI17] whose place has gone puts it back where it stood', () => {
    const doc = open()
    const state = Y.encodeStateAsUpdate(doc)
    dropReference(doc, 'objective-1')
    paragraphOf(doc, 'priorities', 1).insert(0, 'Still here. ')
    restore(doc, state, { type: 'block', blockId: 'objective-1' })
    const nodes = readStrategy(doc).chapters.find(({ id }) => id === 'priorities')!.nodes
    expect(nodes.map(({ type }) => type)).toEqual([
      'block',
      'paragraph',
      'block',
      'list',
      'heading',
    ])
  })

  it('[HI17] that is gone with its chapter puts it into the last one', () => {
    const doc = open()
    const state = Y.encodeStateAsUpdate(doc)
    chaptersOf(doc).delete('priorities')
    blocksOf(doc).delete('objective-1')
    restore(doc, state, { type: 'block', blockId: 'objective-1' })
    const { chapters, blocks } = readStrategy(doc)
    expect(chapters.map(({ id }) => id)).toEqual(['foreword'])
    expect(blocks.find(({ id }) => id === 'objective-1')).toMatchObject({
      chapterId: 'foreword',
      title: 'Fewer people smoke',
      metricLinks: [{ metricId: 'metric-smoking' }],
    })
  })

  it('[HI17] that the version does not have is none', () => {
    const doc = open()
    const updates = [Y.encodeStateAsUpdate(doc)]
    const scope = { type: 'block', blockId: 'nowhere' } as const
    expect(makeRestore({ state: gzipSync(updates[0]!), updates, scope })).toBeNull()
  })
})

describe('restoring a chapter', () => {
  it('[HI18] touches its text and the blocks in it, not where it stands nor the other chapters', () => {
    const doc = open()
    chapterOf(doc, 'priorities')!.set('status', 'drafting')
    const [state, old] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    change(doc)
    chapterOf(doc, 'priorities')!.set('status', 'ready_for_review')
    paragraphOf(doc, 'priorities', 2).insert(0, 'Changed as well. ')
    const now = readStrategy(doc)
    restore(doc, state, { type: 'chapter', chapterId: 'priorities' })
    const after = readStrategy(doc)
    expect(after.chapters.map(({ id }) => id)).toEqual(now.chapters.map(({ id }) => id))
    const nodesOf = (content: StrategyContent, id: string) =>
      content.chapters.find((chapter) => chapter.id === id)?.nodes
    expect(nodesOf(after, 'priorities')).toEqual(nodesOf(old, 'priorities'))
    expect(nodesOf(after, 'foreword')).toEqual(nodesOf(now, 'foreword'))
    expect(after.blocks.find(({ id }) => id === 'objective-1')).toMatchObject({
      title: 'Fewer people smoke',
    })
    expect(chapterOf(doc, 'priorities')!.get('status')).toBe('ready_for_review')
  })

  it('[HI18] that is gone makes it anew, with its blocks', () => {
    const doc = open()
    const [state, old] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    chaptersOf(doc).delete('priorities')
    restore(doc, state, { type: 'chapter', chapterId: 'priorities' })
    expect(isSame(readStrategy(doc), old)).toBe(true)
  })

  it('[HI18] takes back a block that went to another one', () => {
    const doc = open()
    const [state, old] = [Y.encodeStateAsUpdate(doc), readStrategy(doc)]
    dropReference(doc, 'objective-1')
    insertBlockRef(doc, { chapterId: 'foreword', blockId: 'objective-1', index: 0 }, null)
    restore(doc, state, { type: 'chapter', chapterId: 'priorities' })
    expect(isSame(readStrategy(doc), old)).toBe(true)
  })
})
