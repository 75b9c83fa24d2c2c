import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TextAnchor } from '../domain/discussion/thread'
import { createTextAnchor, resolveAnchor } from './anchor'
import { createDocument } from './create'
import { chapterBodyOf } from './shape'

const SENTENCE = 'We will cut waiting lists by half before 2030 across the county'
const QUOTE = 'waiting lists by half'

function open(...texts: string[]): Y.Doc {
  const nodes = texts.map((text) => ({ type: 'paragraph' as const, content: [{ text }] }))
  return createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'a', title: 'A', nodes }],
    blocks: [],
  })
}

function textAt(doc: Y.Doc, paragraph: number): Y.XmlText {
  const element = chapterBodyOf(doc, 'a')?.get(paragraph) as Y.XmlElement
  return element.get(0) as Y.XmlText
}

function anchorQuote(doc: Y.Doc, paragraph = 1): TextAnchor {
  const text = textAt(doc, paragraph)
  const at = text.toString().indexOf(QUOTE)
  const from = Y.createRelativePositionFromTypeIndex(text, at)
  const to = Y.createRelativePositionFromTypeIndex(text, at + QUOTE.length, -1)
  const anchor = createTextAnchor(doc, { chapterId: 'a', from: to, to: from })
  if (!anchor) throw new Error('no anchor')
  return JSON.parse(JSON.stringify(anchor)) as TextAnchor
}

const openSentence = () => open('Intro text.', SENTENCE, 'Other')

describe('createTextAnchor', () => {
  it('keeps the words and 32 characters on either side', () => {
    expect(anchorQuote(openSentence())).toMatchObject({
      quote: QUOTE,
      prefix: 'Intro text.\nWe will cut ',
      suffix: ' before 2030 across the county\nO',
    })
  })

  it('is null for a caret, and for white space', () => {
    const doc = openSentence()
    const at = (index: number) => Y.createRelativePositionFromTypeIndex(textAt(doc, 1), index)
    expect(createTextAnchor(doc, { chapterId: 'a', from: at(3), to: at(3) })).toBeNull()
    expect(createTextAnchor(doc, { chapterId: 'a', from: at(2), to: at(3) })).toBeNull()
  })

  it('covers several paragraphs', () => {
    const doc = openSentence()
    const from = Y.createRelativePositionFromTypeIndex(textAt(doc, 0), 6)
    const to = Y.createRelativePositionFromTypeIndex(textAt(doc, 1), 7, -1)
    const anchor = createTextAnchor(doc, { chapterId: 'a', from, to })
    expect(anchor?.quote).toBe('text.\nWe will')
    expect(anchor && resolveAnchor(doc, 'a', anchor)?.text).toBe('text.\nWe will')
  })
})

describe('resolveAnchor', () => {
  it.each<[string, (text: Y.XmlText) => void, string]>([
    ['before', (text) => text.insert(0, 'Yes: '), QUOTE],
    ['right before', (text) => text.insert(12, 'the '), QUOTE],
    ['inside', (text) => text.insert(19, ' long'), 'waiting long lists by half'],
    ['right after', (text) => text.insert(12 + QUOTE.length, ', at last'), QUOTE],
    ['over a part', (text) => text.delete(12, 8), 'lists by half'],
    ['with bold', (text) => text.format(14, 10, { p: { __format: 1 } }), QUOTE],
  ])('[DO22] holds when somebody edits %s', (_where, edit, expected) => {
    const doc = openSentence()
    const anchor = anchorQuote(doc)
    edit(textAt(doc, 1))
    expect(resolveAnchor(doc, 'a', anchor)).toMatchObject({ text: expected, isRefound: false })
  })

  it('[DO23] finds the words again when the paragraph was moved', () => {
    const doc = openSentence()
    const anchor = anchorQuote(doc)
    const body = chapterBodyOf(doc, 'a')
    const copy = body?.get(1).clone() as Y.XmlElement
    body?.delete(1, 1)
    body?.insert(0, [copy])
    expect(resolveAnchor(doc, 'a', anchor)).toMatchObject({ text: QUOTE, isRefound: true })
  })

  it('[DO23] takes the place whose surroundings are alike', () => {
    const doc = open('Nobody likes waiting lists by half empty', SENTENCE)
    const anchor = anchorQuote(doc)
    const body = chapterBodyOf(doc, 'a')
    const copy = body?.get(1).clone() as Y.XmlElement
    body?.delete(1, 1)
    body?.push([copy])
    expect(resolveAnchor(doc, 'a', anchor)?.start.text).toBe(textAt(doc, 1))
  })

  it('[DO24] says it is lost when the words are gone', () => {
    const doc = openSentence()
    const anchor = anchorQuote(doc)
    textAt(doc, 1).delete(12, QUOTE.length)
    expect(resolveAnchor(doc, 'a', anchor)).toBeNull()
  })

  it.each([null, 7, 'x', {}, { type: { client: 'a' } }])(
    '[DO24] is not upset by a stored position %j',
    (position) => {
      const doc = openSentence()
      const anchor = { ...anchorQuote(doc), start: position, quote: 'not there' }
      expect(resolveAnchor(doc, 'a', anchor)).toBeNull()
    },
  )
})
