import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CHAPTER_STATUSES } from '../domain/sections/chapter-status'
import { readChapterFacts, setChapterFact } from './chapter-facts'
import { findNodeIndex, findStep, readChapterOutline } from './chapter-outline'
import { findChangesSince } from './changed-since'
import { createDocument } from './create'
import { addChapter } from './edit-chapters'
import { setBlockText } from './edit'
import { chapterBodyOf, chapterOf } from './shape'

const HEADINGS = [
  ['A', 2],
  ['A1', 3],
  ['A2', 3],
  ['B', 2],
  ['B1', 3],
] as const

function create(): Y.Doc {
  return createDocument({
    schemaVersion: 1,
    chapters: [
      {
        id: 'one',
        title: 'One',
        nodes: HEADINGS.map(([text, level]) => ({
          type: 'heading' as const,
          level,
          content: [{ text }],
        })),
      },
      {
        id: 'two',
        title: 'Two',
        nodes: [
          {
            type: 'heading',
            level: 2,
            content: [{ text: 'Bold', bold: true }, { text: ' words' }],
          },
          { type: 'block', blockId: 'goal' },
          { type: 'heading', level: 4, content: [] },
        ],
      },
      { id: 'empty', title: 'Empty', nodes: [{ type: 'paragraph', content: [] }] },
    ],
    blocks: [
      {
        id: 'goal',
        kind: 'vision',
        title: 'Goal',
        statement: '',
        parentId: null,
        chapterId: 'two',
      },
    ],
  })
}

function bodyOf(doc: Y.Doc, id: string): Y.XmlElement {
  const body = chapterBodyOf(doc, id)
  if (!body) throw new Error('no chapter')
  return body
}

describe('a chapter’s outline', () => {
  it('[DO50] is its headings with words, and its blocks, in reading order', () => {
    const entries = readChapterOutline(bodyOf(create(), 'two'))
    expect(entries).toMatchObject([
      { type: 'heading', level: 2, text: 'Bold words' },
      { type: 'block', blockId: 'goal' },
    ])
  })

  it('[DO51] names a heading the same way on every computer while it is typed in and others move', () => {
    const doc = create()
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
    const [, , a2] = readChapterOutline(bodyOf(doc, 'one'))
    const heading = bodyOf(there, 'one').get(2) as Y.XmlElement
    ;(heading.get(0) as Y.XmlText).insert(0, 'Now ')
    bodyOf(there, 'one').delete(0, 1)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
    const nodeId = a2?.nodeId ?? ''
    expect(findNodeIndex(bodyOf(doc, 'one'), nodeId)).toBe(1)
    expect(readChapterOutline(bodyOf(there, 'one'))[1]).toEqual({ ...a2, text: 'Now A2' })
    expect(findNodeIndex(bodyOf(doc, 'one'), '1-1')).toBe(-1)
  })

  it.each([
    ['A', 'up', null],
    ['A', 'down', 'end'],
    ['A1', 'up', 'A'],
    ['A1', 'down', 'B'],
    ['A2', 'up', 'A1'],
    ['B', 'up', 'A'],
    ['B', 'down', null],
    ['B1', 'down', null],
  ] as const)('[DO52] one step for %s %s', (text, direction, before) => {
    const entries = readChapterOutline(bodyOf(create(), 'one'))
    const names = new Map(HEADINGS.map(([name], index) => [name, entries[index]?.nodeId]))
    const index = HEADINGS.findIndex(([name]) => name === text)
    const step = findStep(entries, { index, direction })
    const end = before === 'end' ? null : names.get(before ?? 'A')
    expect(step).toEqual(before === null ? null : { nodeId: names.get(text), beforeId: end })
  })
})

describe('what is known of a chapter', () => {
  it('[DO54] reads as absent until somebody says it, and wrong values do too', () => {
    const doc = create()
    expect(readChapterFacts(doc, 'one')).toEqual({
      leadId: null,
      section: null,
      status: 'drafting',
    })
    expect(readChapterFacts(doc, 'empty').status).toBe('not_started')
    chapterOf(doc, 'one')?.set('leadId', 7)
    chapterOf(doc, 'one')?.set('status', 'burnt')
    expect(readChapterFacts(doc, 'one')).toEqual({
      leadId: null,
      section: null,
      status: 'drafting',
    })
  })

  it.each(CHAPTER_STATUSES.filter((status) => status !== 'not_started'))(
    '[DO54] keeps %s, and writes nothing the second time',
    (value) => {
      const doc = create()
      const set = () => setChapterFact(doc, { chapterId: 'one', key: 'status', value }, null)
      set()
      expect(readChapterFacts(doc, 'one').status).toBe(value)
      const before = Y.encodeStateAsUpdate(doc)
      set()
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    },
  )
})

describe('what others wrote since', () => {
  it('[DO55] names the chapters and blocks, and nothing of one’s own', () => {
    const doc = create()
    const seen = Y.encodeStateVector(doc)
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
    const read = () => findChangesSince(doc, { seen, ownClients: new Set([doc.clientID]) })
    expect(read()).toEqual({ chapters: new Set(), blocks: new Set() })
    ;(bodyOf(doc, 'one').get(0) as Y.XmlElement).insert(0, [new Y.XmlText('mine')])
    const heading = bodyOf(there, 'two').get(0) as Y.XmlElement
    ;(heading.get(0) as Y.XmlText).insert(0, 'theirs')
    setBlockText(there, { blockId: 'goal', field: 'statement', text: 'theirs' }, null)
    addChapter(there, { id: 'new', title: 'New', afterId: null }, null)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
    expect(read()).toEqual({ chapters: new Set(['two', 'new']), blocks: new Set(['goal']) })
  })
})
