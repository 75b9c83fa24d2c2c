import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildThread } from '../../test/build/thread'
import type { Thread } from '../domain/discussion/thread'
import type { ProseNode } from '../domain/strategy/strategy'
import { createTextAnchor } from './anchor'
import { createDocument } from './create'
import { placeThreads } from './place-threads'
import { chapterBodyOf } from './shape'

const SENTENCE = 'We will cut waiting lists by half before 2030 across the county'
const QUOTE = 'waiting lists by half'

function open(): Y.Doc {
  const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [{ text }] })
  return createDocument({
    schemaVersion: 1,
    chapters: [
      {
        id: 'c1',
        title: 'One',
        nodes: [paragraph('Before.'), paragraph(SENTENCE), { type: 'block', blockId: 'vision-1' }],
      },
      { id: 'c2', title: 'Two', nodes: [paragraph('After.')] },
    ],
    blocks: [
      {
        id: 'vision-1',
        kind: 'vision',
        title: '',
        statement: 'Well.',
        parentId: null,
        chapterId: 'c1',
      },
    ],
  })
}

function bodyOf(doc: Y.Doc, chapterId: string): Y.XmlElement {
  const body = chapterBodyOf(doc, chapterId)
  if (!body) throw new Error('no such chapter')
  return body
}

function anchorQuote(doc: Y.Doc): Thread {
  const text = (bodyOf(doc, 'c1').get(1) as Y.XmlElement).get(0) as Y.XmlText
  const at = text.toString().indexOf(QUOTE)
  const anchor = createTextAnchor(doc, {
    chapterId: 'c1',
    from: Y.createRelativePositionFromTypeIndex(text, at),
    to: Y.createRelativePositionFromTypeIndex(text, at + QUOTE.length, -1),
  })
  if (!anchor) throw new Error('no anchor')
  return buildThread({ target: { type: 'text', chapterId: 'c1', anchor } })
}

function addParagraph(doc: Y.Doc, chapterId: string, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, words)
  paragraph.insert(0, [text])
  bodyOf(doc, chapterId).push([paragraph])
}

describe('where threads stand', () => {
  it('[DI9] on their words, while people type around them', () => {
    const doc = open()
    const thread = anchorQuote(doc)
    ;((bodyOf(doc, 'c1').get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Together: ')
    expect(placeThreads(doc, [thread])).toMatchObject([{ place: 'text', chapterId: 'c1' }])
  })

  it('[DI9] in the chapter their words were moved to', () => {
    const doc = open()
    const thread = anchorQuote(doc)
    bodyOf(doc, 'c1').delete(1, 1)
    addParagraph(doc, 'c2', SENTENCE)
    expect(placeThreads(doc, [thread])).toMatchObject([{ place: 'text', chapterId: 'c2' }])
  })

  it('[DI10] nowhere once their words are gone', () => {
    const doc = open()
    const thread = anchorQuote(doc)
    bodyOf(doc, 'c1').delete(1, 1)
    expect(placeThreads(doc, [thread])).toMatchObject([{ place: 'gone', chapterId: 'c1' }])
  })

  it('[DI10] on a block while it stands in the text', () => {
    const doc = open()
    const thread = buildThread({ target: { type: 'block', chapterId: 'c1', blockId: 'vision-1' } })
    expect(placeThreads(doc, [thread])).toMatchObject([{ place: 'block', chapterId: 'c1' }])
    bodyOf(doc, 'c1').delete(2, 1)
    expect(placeThreads(doc, [thread])).toMatchObject([{ place: 'gone', chapterId: null }])
  })
})
