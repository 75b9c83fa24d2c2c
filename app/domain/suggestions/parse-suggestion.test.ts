import { describe, expect, it } from 'vitest'
import type { Outcome } from '../outcome/outcome'
import { parseAskedChange, parseSuggestionReason } from './parse-suggestion'

const anchor = {
  start: { item: { client: 1, clock: 0 } },
  end: { item: { client: 1, clock: 5 } },
  quote: 'wait',
  prefix: '',
  suffix: '',
}
const words = { type: 'text', chapterId: 'foreword', anchor, insert: 'queue' }

function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'accepted' : outcome.refusal.message
}

describe('what a page asks to change', () => {
  it('[SU7] takes other words for words of one paragraph', () => {
    expect(parseAskedChange(words)).toEqual({ ok: true, value: words })
    expect(parseAskedChange({ ...words, insert: '' })).toMatchObject({
      ok: true,
      value: { insert: '' },
    })
  })

  it('[SU7] refuses words of two paragraphs, and more than 5,000 characters', () => {
    const two = { ...words, anchor: { ...anchor, quote: 'wait\nfor' } }
    expect(messageOf(parseAskedChange(two))).toMatch(/words of one paragraph.*still here\.$/)
    expect(parseAskedChange({ ...words, insert: 'a'.repeat(5000) }).ok).toBe(true)
    expect(messageOf(parseAskedChange({ ...words, insert: 'a'.repeat(5001) }))).toMatch(
      /still here\.$/,
    )
  })

  it('[SU8] refuses what is there already', () => {
    expect(messageOf(parseAskedChange({ ...words, insert: ' wait ' }))).toMatch(/says already/)
  })

  it('[SU9] joins lines and leaves NUL out', () => {
    const asked = { ...words, insert: ' one\r\n\n two\u0000 ' }
    expect(parseAskedChange(asked)).toMatchObject({ ok: true, value: { insert: 'one two' } })
  })

  it('[SU7] refuses an empty new paragraph', () => {
    expect(
      messageOf(parseAskedChange({ ...words, type: 'new_paragraph', insert: ' \n ' })),
    ).toMatch(/^Write the paragraph/)
  })

  it.each([
    [{ type: 'field', blockId: 'objective-1', key: 'level', after: 'place' }],
    [{ type: 'field', blockId: 'objective-1', key: 'placeIds', after: ['a', 'b'] }],
    [{ type: 'move_block', blockId: 'objective-1', to: { chapterId: 'a', afterBlockId: null } }],
    [{ type: 'remove_block', blockId: 'objective-1' }],
    [{ type: 'format', chapterId: 'a', anchor, format: 'bold', isOn: true }],
    [{ type: 'remove_paragraph', chapterId: 'a', anchor }],
  ])('[SU7] takes %j', (asked) => {
    expect(parseAskedChange(asked)).toEqual({ ok: true, value: asked })
  })

  it.each([
    [null],
    ['text'],
    [{}],
    [{ ...words, anchor: null }],
    [{ ...words, anchor: { ...anchor, quote: '' } }],
    [{ ...words, chapterId: '../x' }],
    [{ type: 'format', chapterId: 'a', anchor, format: 'blink', isOn: true }],
    [{ type: 'field', blockId: 'b', key: 'level', after: { evil: true } }],
    [
      {
        type: 'new_block',
        kind: 'script',
        title: 'x',
        statement: '',
        parentId: null,
        to: { chapterId: 'a', afterBlockId: null },
      },
    ],
    [{ type: 'move_block', blockId: 'b', to: null }],
  ])('[SU7] refuses %j and says that nothing was lost', (asked) => {
    expect(messageOf(parseAskedChange(asked))).toMatch(/Nothing was saved; .+ still here\.$/)
  })
})

describe('the reason', () => {
  it('[SU3] has to be given where it is needed', () => {
    expect(parseSuggestionReason('  ', true)).toMatchObject({
      ok: false,
      refusal: { fields: { reason: expect.any(String) } },
    })
    expect(parseSuggestionReason('  ', false)).toEqual({ ok: true, value: '' })
    expect(parseSuggestionReason(' No money. ', true)).toEqual({ ok: true, value: 'No money.' })
  })

  it('[SU10] has at most 2,000 characters as people see them', () => {
    expect(parseSuggestionReason('👍'.repeat(2000), true).ok).toBe(true)
    expect(messageOf(parseSuggestionReason('👍'.repeat(2001), true))).toMatch(
      /^The reason has 2,001 characters/,
    )
  })
})
