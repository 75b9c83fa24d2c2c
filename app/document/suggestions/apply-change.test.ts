import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import {
  SENTENCE,
  anchorOf,
  context,
  inverseOf,
  make,
  nodesOf,
  openDraft as open,
  paragraph,
  textAt,
  textOf,
  words,
} from '../../../test/build/suggested-draft'
import { chapterBodyOf } from '../shape'
import { applyChange } from './apply-change'
import { makeChange } from './make-change'

describe('words', () => {
  it.each([
    ['waiting lists by half', 'waiting times by a third'],
    ['waiting lists', 'all waiting lists'],
    ['We will', 'Together we will'],
    ['county', ''],
    ['across the county', 'across the county, and beyond it'],
  ])('[SU13] “%s” → “%s” is as typed by hand, and can be taken back', (quote, insert) => {
    const doc = open()
    const before = textOf(doc)
    const inverse = inverseOf(doc, words(doc, quote, insert))
    expect(textOf(doc)).toBe(before.replace(quote, insert))
    inverseOf(doc, inverse)
    expect(textOf(doc)).toBe(before)
  })

  it('[SU13] writes only the difference', () => {
    const doc = open()
    const change = words(doc, 'waiting lists by half', 'waiting lists by a third')
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    applyChange(doc, change)
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(80)
  })

  it('[SU13] keeps bold words bold, and the words beside them plain', () => {
    const doc = open([
      {
        type: 'paragraph',
        content: [{ text: 'We will ' }, { text: 'always', bold: true }, { text: ' listen.' }],
      },
    ])
    applyChange(doc, words(doc, 'always', 'never not'))
    expect(nodesOf(doc)[0]).toEqual({
      type: 'paragraph',
      content: [{ text: 'We will ' }, { text: 'never not', bold: true }, { text: ' listen.' }],
    })
  })

  it('[SU13] goes across a link and leaves what stands after it', () => {
    const doc = open([
      {
        type: 'paragraph',
        content: [
          { text: 'Read ' },
          { text: 'the plan', href: 'https://a.example/' },
          { text: ' today.' },
        ],
      },
    ])
    applyChange(doc, words(doc, 'Read the plan today', 'Skip it'))
    expect(textOf(doc).split('\n')[0]).toBe('Skip it.')
  })

  it('[SU13] never splits a character in two', () => {
    const doc = open([paragraph('We 😀 and 😁 smile')])
    applyChange(doc, words(doc, '😀 and 😁', '😁 or 😀'))
    expect(textOf(doc).split('\n')[0]).toBe('We 😁 or 😀 smile')
  })

  it.each<[string, (text: Y.XmlText) => void]>([
    ['somebody types before them', (text) => text.insert(0, 'Yes: ')],
    ['somebody types after them', (text) => text.insert(text.length, ', at last')],
    ['they become bold', (text) => text.format(14, 10, { p: { __format: 1 } })],
  ])('[SU12] are found when %s', (_when, edit) => {
    const doc = open()
    const change = words(doc, 'waiting lists by half', 'lists')
    edit(textAt(doc, 1))
    expect(applyChange(doc, change).isApplied).toBe(true)
    expect(textOf(doc)).toContain('cut lists before')
  })

  it.each<[string, (text: Y.XmlText) => void]>([
    ['a word of them goes', (text) => text.delete(12, 8)],
    ['somebody types inside', (text) => text.insert(19, ' long')],
    ['all of them go', (text) => text.delete(12, 21)],
    ['the paragraph is emptied', (text) => text.delete(0, text.length)],
  ])('[SU12] are refused when %s, and nothing is changed', (_when, edit) => {
    const doc = open()
    const change = words(doc, 'waiting lists by half', 'lists')
    edit(textAt(doc, 1))
    const before = textOf(doc)
    expect(applyChange(doc, change)).toEqual({ isApplied: false })
    expect(textOf(doc)).toBe(before)
  })

  it('[SU14] are found where they were moved, also in another chapter', () => {
    const doc = open()
    const change = words(doc, 'waiting lists by half', 'lists')
    const copy = chapterBodyOf(doc, 'a')?.get(1).clone() as Y.XmlElement
    chapterBodyOf(doc, 'a')?.delete(1, 1)
    chapterBodyOf(doc, 'b')?.insert(0, [copy])
    expect(applyChange(doc, change).isApplied).toBe(true)
    expect(textOf(doc, 'b')).toContain('cut lists before')
  })

  it('[SU14] are refused where they stand twice, or stood twice', () => {
    const doc = open()
    const change = words(doc, 'waiting lists by half', 'lists')
    const body = chapterBodyOf(doc, 'a')
    const copies = [body?.get(1).clone() as Y.XmlElement, body?.get(1).clone() as Y.XmlElement]
    body?.delete(1, 1)
    body?.insert(0, copies)
    expect(applyChange(doc, change).isApplied).toBe(false)
    const doubled = open([paragraph(SENTENCE), paragraph(SENTENCE)])
    const first = words(doubled, 'waiting lists by half', 'lists')
    chapterBodyOf(doubled, 'a')?.delete(0, 1)
    expect(applyChange(doubled, first).isApplied).toBe(false)
  })

  it.each([
    ['waiting lists', 'all waiting lists'],
    ['waiting lists', 'waiting lists and times'],
    ['waiting lists', 'waiting long lists'],
    ['waiting lists', ''],
  ])('[SU16] “%s” → “%s” is made once', (quote, insert) => {
    const doc = open()
    const change = words(doc, quote, insert)
    expect(applyChange(doc, change).isApplied).toBe(true)
    const once = textOf(doc)
    expect(applyChange(doc, change).isApplied).toBe(false)
    expect(textOf(doc)).toBe(once)
  })

  it('[SU11] are read from the text, not from the page', () => {
    const doc = open()
    const anchor = { ...anchorOf(doc, 'waiting lists'), quote: 'what we never wrote' }
    const outcome = makeChange(doc, { type: 'text', chapterId: 'a', anchor, insert: 'x' }, context)
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
  })

  it('[SU8] are refused when they stay what they are', () => {
    const doc = open()
    const asked = {
      type: 'text',
      chapterId: 'a',
      anchor: anchorOf(doc, 'half'),
      insert: 'half',
    } as const
    expect(makeChange(doc, asked, context)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    })
  })
})

describe('bold and italic', () => {
  it('[SU13] [SU15] come and go', () => {
    const doc = open()
    const asked = {
      type: 'format',
      chapterId: 'a',
      anchor: anchorOf(doc, 'by half'),
      format: 'bold',
      isOn: true,
    } as const
    const before = nodesOf(doc)
    const inverse = inverseOf(doc, make(doc, asked).change)
    expect(nodesOf(doc)[1]).toMatchObject({ content: [{}, { text: 'by half', bold: true }, {}] })
    expect(makeChange(doc, asked, context)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    })
    inverseOf(doc, inverse)
    expect(nodesOf(doc)).toEqual(before)
  })
})

describe('paragraphs', () => {
  it('[SU13] [SU15] come after the line they follow, and go again', () => {
    const doc = open()
    const before = textOf(doc)
    const asked = {
      type: 'new_paragraph',
      chapterId: 'a',
      anchor: anchorOf(doc, 'half'),
      insert: 'And we will tell you how.',
    } as const
    const { change } = make(doc, asked)
    const inverse = inverseOf(doc, change)
    expect(applyChange(doc, change).isApplied).toBe(false)
    expect(textOf(doc)).toBe(
      before.replace(`${SENTENCE}\n`, `${SENTENCE}\nAnd we will tell you how.\n`),
    )
    applyChange(doc, inverse)
    expect(textOf(doc)).toBe(before)
  })

  it('[SU13] [SU15] go, and come back', () => {
    const doc = open()
    const before = textOf(doc)
    const inverse = inverseOf(
      doc,
      make(doc, { type: 'remove_paragraph', chapterId: 'a', anchor: anchorOf(doc, SENTENCE) })
        .change,
    )
    expect(textOf(doc)).not.toContain('waiting')
    applyChange(doc, inverse)
    expect(textOf(doc)).toBe(before)
  })

  it('[SU12] stay when somebody has written more into them', () => {
    const doc = open()
    const { change } = make(doc, {
      type: 'remove_paragraph',
      chapterId: 'a',
      anchor: anchorOf(doc, SENTENCE),
    })
    textAt(doc, 1).insert(SENTENCE.length, ' And more.')
    expect(applyChange(doc, change).isApplied).toBe(false)
  })

  it('[SU11] are not taken for words of a part, nor of a list', () => {
    const doc = open([
      { type: 'list', ordered: false, items: [{ content: [{ text: 'first' }], children: [] }] },
      paragraph(SENTENCE),
    ])
    for (const quote of ['first', 'waiting lists']) {
      const asked = {
        type: 'remove_paragraph',
        chapterId: 'a',
        anchor: anchorOf(doc, quote),
      } as const
      expect(makeChange(doc, asked, context).ok).toBe(false)
    }
  })
})
