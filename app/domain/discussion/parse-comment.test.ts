import { describe, expect, it } from 'vitest'

import type { Outcome } from '../outcome/outcome'
import { parseCommentText, parseRequestKey, parseThreadTarget } from './parse-comment'

const anchor = {
  start: { item: { client: 1, clock: 0 } },
  end: { item: { client: 1, clock: 5 } },
  quote: 'wait',
  prefix: '',
  suffix: '',
}

function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'accepted' : outcome.refusal.message
}

describe('the words of a comment', () => {
  it('[DI1] takes white space off around the words', () => {
    expect(parseCommentText('  Who leads this?\n')).toEqual({ ok: true, value: 'Who leads this?' })
  })

  it.each(['', '   \n\t ', null, undefined, 7, new Blob()])(
    '[DI1] refuses %j as no comment',
    (text) => {
      expect(parseCommentText(text)).toMatchObject({
        ok: false,
        refusal: { code: 'invalid', fields: { text: 'Write your comment first.' } },
      })
    },
  )

  it('[DI2] accepts 5,000 characters and refuses 5,001 with the count', () => {
    expect(parseCommentText('a'.repeat(5000)).ok).toBe(true)
    expect(messageOf(parseCommentText('a'.repeat(5001)))).toBe(
      'The comment has 5,001 characters and may have 5,000. Nothing was saved; your text is still here.',
    )
  })

  it('[DI2] counts an emoji as one character', () => {
    expect(parseCommentText('🙂'.repeat(5000)).ok).toBe(true)
  })

  it('[DI3] keeps line breaks and inner spaces', () => {
    expect(parseCommentText('One\n\n  two')).toEqual({ ok: true, value: 'One\n\n  two' })
  })
})

describe('the target of a thread', () => {
  it('[DI4] accepts selected text and a block', () => {
    expect(parseThreadTarget({ type: 'text', chapterId: 'c1', anchor }).ok).toBe(true)
    expect(parseThreadTarget({ type: 'block', chapterId: null, blockId: 'b1' }).ok).toBe(true)
  })

  it('[DI4] drops fields that do not belong to a target', () => {
    const outcome = parseThreadTarget({
      type: 'block',
      chapterId: 'c1',
      blockId: 'b1',
      state: 'resolved',
      createdById: 'x',
    })
    expect(outcome).toEqual({ ok: true, value: { type: 'block', chapterId: 'c1', blockId: 'b1' } })
  })

  it.each([
    null,
    'text',
    { type: 'page' },
    { type: 'block', chapterId: 'c1' },
    { type: 'text', chapterId: 'c1' },
    { type: 'text', chapterId: 'c1', anchor: { ...anchor, quote: '' } },
    { type: 'text', chapterId: 'c1', anchor: { ...anchor, prefix: 'x'.repeat(33) } },
    { type: 'text', chapterId: 'c1', anchor: { ...anchor, start: 'somewhere' } },
    {
      type: 'text',
      chapterId: 'c1',
      anchor: { ...anchor, end: { item: { client: 1, clock: '\u0000' } } },
    },
    { type: 'block', chapterId: 'c1', blockId: 'b\u0000' },
  ])('[DI4] refuses %j and says that nothing was lost', (value) => {
    expect(messageOf(parseThreadTarget(value))).toMatch(
      /Select the text again\. Nothing was saved; your text is still here\./,
    )
  })

  it('[DI3] leaves out the character no database keeps', () => {
    expect(parseCommentText('a\u0000b')).toEqual({ ok: true, value: 'ab' })
    const target = { type: 'text', chapterId: 'c1', anchor: { ...anchor, prefix: 'x\u0000' } }
    expect(parseThreadTarget(target)).toMatchObject({ value: { anchor: { prefix: 'x' } } })
  })

  it('[DI4] says how long a quote may be', () => {
    const value = { type: 'text', chapterId: 'c1', anchor: { ...anchor, quote: 'x'.repeat(2001) } }
    expect(messageOf(parseThreadTarget(value))).toContain('choose at most 2,000 characters')
  })
})

describe('the key of a request', () => {
  it('[DI5] accepts a UUID', () => {
    expect(parseRequestKey('3f2504e0-4f89-41d3-9a0c-0305e82c3301').ok).toBe(true)
  })

  it.each(['', 'short', 'x'.repeat(65), '../../etc/passwd-etc', 'a b c d e f g h i j', null])(
    '[DI5] refuses %j',
    (value) => {
      expect(parseRequestKey(value).ok).toBe(false)
    },
  )
})
