import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildCell, buildProse, buildProseContent } from '../../test/build/build-prose'
import { listAtoms, listImageIds, orderAtoms } from '../domain/strategy/list-atoms'
import type { ProseNode } from '../domain/strategy/strategy'
import { createTextAnchor, resolveAnchor } from './anchor'
import { createDocument } from './create'
import { removeChapter } from './edit-chapters'
import { insertBlock } from './edit'
import { orderAtomsOf } from './order-atoms'
import { readStrategy } from './read'
import { chapterBodyOf, noteTextOf, notesOf } from './shape'

function open(nodes: readonly ProseNode[] = buildProse()): Y.Doc {
  return createDocument(buildProseContent({ nodes }))
}

const bodyOf = (doc: Y.Doc) => chapterBodyOf(doc, 'chapter') as Y.XmlElement
const readNodes = (doc: Y.Doc) => readStrategy(doc).chapters[0]?.nodes ?? []

type Attributes = Record<string, unknown>

function put(doc: Y.Doc, ...made: Y.XmlElement[]): void {
  bodyOf(doc).insert(bodyOf(doc).length, made)
}

function element(
  name: string,
  attributes: Attributes = {},
  children: (Y.XmlElement | Y.XmlText)[] = [],
): Y.XmlElement {
  const made = new Y.XmlElement(name)
  // A peer may put anything there, whatever the type says.
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}

function tableOf(cell: Attributes, ...children: Y.XmlElement[]): Y.XmlElement {
  return element('table', {}, [element('tablerow', {}, [element('tablecell', cell, children)])])
}

describe('the nodes of the prose', () => {
  it('[DO25] read back as they were made', () => {
    expect(readNodes(open())).toEqual(buildProse())
  })

  it('[DO25] are the same after a way through bytes', () => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(open()))
    expect(readStrategy(copy)).toEqual(readStrategy(open()))
  })

  it('[DO26] keep a footnote’s words apart, where two people can type at once', () => {
    const [mine, theirs] = [open(), new Y.Doc()]
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    noteTextOf(mine, 'note-1')?.insert(0, 'Mine: ')
    noteTextOf(theirs, 'note-1')?.insert(20, ' Theirs.')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    const [first] = listAtoms(readStrategy(mine).chapters)
    expect(first).toEqual({
      kind: 'footnote',
      id: 'note-1',
      text: 'Mine: Three-year averages. Theirs.',
    })
  })

  it('[DO26] are not made twice over where a document has none', () => {
    const doc = open([{ type: 'paragraph', content: [{ text: 'No notes' }] }])
    expect(notesOf(doc).size).toBe(0)
    expect([...notesOf(open()).keys()]).toEqual(['note-1', 'note-2', 'note-3'])
  })

  it.each<[string, Attributes]>([
    ['footnote', {}],
    ['footnote', { s_noteId: 'a b' }],
    ['footnote', { s_noteId: { evil: true } }],
    ['citation', { s_locator: 'page 1' }],
    ['citation', { s_sourceId: 'x'.repeat(101) }],
    ['metric-chip', { s_metricId: 7 }],
  ])('[DO27] leave a %s out whose id is none: %j', (name, attributes) => {
    const doc = open([])
    put(doc, element('paragraph', {}, [new Y.XmlText('Before'), element(name, attributes)]))
    expect(readNodes(doc)).toEqual([{ type: 'paragraph', content: [{ text: 'Before' }] }])
  })

  it('[DO28] are numbered in reading order over the whole strategy, twice called once', () => {
    const note = (id: string) => ({ text: '', atom: { kind: 'footnote' as const, id, text: '' } })
    const cite = (sourceId: string) => ({
      text: '',
      atom: { kind: 'citation' as const, sourceId, locator: '' },
    })
    const chapter = (id: string, ...content: object[]) => ({
      id,
      title: id,
      nodes: [{ type: 'paragraph', content } as ProseNode],
    })
    const chapters = [
      chapter('one', note('b'), cite('t'), note('a')),
      chapter('two', note('b'), cite('s'), cite('t'), note('c')),
    ]
    const doc = createDocument({ schemaVersion: 1, chapters, blocks: [] })
    const order = { notes: ['b', 'a', 'c'], sources: ['t', 's'] }
    expect(orderAtomsOf(doc)).toEqual(order)
    expect(orderAtoms(listAtoms(readStrategy(doc).chapters))).toEqual(order)
  })

  it('[DO28] count those in tables, lists and call-outs where they are read', () => {
    const order = orderAtoms(listAtoms(readStrategy(open()).chapters))
    expect(order).toEqual({ notes: ['note-1', 'note-2', 'note-3'], sources: ['source-1'] })
    expect(orderAtomsOf(open())).toEqual(order)
    expect(listImageIds(readStrategy(open()).chapters)).toEqual(['file-1'])
  })
})

describe('what a peer makes of them', () => {
  it.each([
    [0, undefined],
    [-3, undefined],
    [1.5, undefined],
    ['2', undefined],
    [{}, undefined],
    [2, 2],
    [1e9, 100],
  ])('[DO29] a cell that says it covers %j covers %j', (said, covers) => {
    const doc = open([])
    put(doc, tableOf({ __colSpan: said, __rowSpan: said }, element('paragraph')))
    const [table] = readNodes(doc)
    const cell = table?.type === 'table' ? table.rows[0]?.cells[0] : null
    expect(cell).toMatchObject({ header: false })
    expect([cell?.colSpan, cell?.rowSpan]).toEqual([covers, covers])
  })

  it('[DO29] a table that lost its rows reads as nothing', () => {
    const doc = open([])
    put(doc, element('table'), element('table', {}, [element('tablerow')]))
    expect(readNodes(doc)).toEqual([])
  })

  it('[DO30] a table in a cell reads as what it holds, a card in a cell stands after the table', () => {
    const doc = open([])
    insertBlock(doc, { id: 'vision', kind: 'vision' }, null)
    const words = element('paragraph', {}, [new Y.XmlText('Inner')])
    const card = element('block-ref', { s_blockId: 'vision', s_kind: 'vision' })
    put(doc, tableOf({}, tableOf({}, words), card))
    expect(readNodes(doc)).toEqual([
      { type: 'table', rows: [{ cells: [buildCell('Inner')] }] },
      { type: 'block', blockId: 'vision' },
    ])
  })

  it('[DO33] an unknown tone is a note, a picture without a file is its description', () => {
    const doc = open([])
    put(doc, element('callout', { s_tone: 'shouting' }), element('image', { s_alt: 'A bus' }))
    expect(readNodes(doc)).toEqual([
      { type: 'callout', tone: 'note', content: [] },
      { type: 'unknown', nodeName: 'image', text: 'A bus' },
    ])
  })
})

describe('words around them', () => {
  it('[DO31] are found across a footnote, after typing and by their words alone', () => {
    const doc = open()
    const line = bodyOf(doc).get(0) as Y.XmlElement
    const from = Y.createRelativePositionFromTypeIndex(line.get(0) as Y.XmlText, 6)
    const to = Y.createRelativePositionFromTypeIndex(line.get(2) as Y.XmlText, 5, -1)
    const anchor = createTextAnchor(doc, { chapterId: 'chapter', from, to })
    expect(anchor?.quote).toBe('are shorter here')
    bodyOf(doc).insert(0, [element('horizontalrule'), tableOf({}, element('paragraph'))])
    if (!anchor) throw new Error('no anchor')
    expect(resolveAnchor(doc, 'chapter', anchor)?.text).toBe('are shorter here')
    const lost = { ...anchor, start: null, end: null }
    expect(resolveAnchor(doc, 'chapter', lost)).toMatchObject({
      text: 'are shorter here',
      isRefound: true,
    })
  })

  it('[DO31] are found in a cell', () => {
    const doc = open()
    const anchor = { start: null, end: null, quote: '312,000', prefix: '', suffix: '' }
    expect(resolveAnchor(doc, 'chapter', anchor)?.text).toBe('312,000')
  })

  it.each(['rule', 'image', 'table'])('[DO32] a chapter with a %s is not empty', (type) => {
    const nodes = buildProse().filter((node) => node.type === type)
    expect(removeChapter(open(nodes), 'chapter', null)).toMatchObject({ ok: false })
  })

  it('[DO32] a table without a word is content as well', () => {
    const doc = open([])
    put(doc, tableOf({}, element('paragraph')))
    expect(removeChapter(doc, 'chapter', null)).toMatchObject({ ok: false })
  })
})
