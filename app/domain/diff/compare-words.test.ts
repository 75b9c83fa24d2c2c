import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRuns, textOf } from './compare-runs'
import { compareWords } from './compare-words'
import type { Marks, Run, Segment } from './comparison'

/** `-old-`, `+new+`, and what stayed. */
function show(before: string, after: string): string {
  const signs = { equal: '', delete: '-', insert: '+' }
  return compareWords(before, after)
    .map(({ type, text }) => `${signs[type]}${text}${signs[type]}`)
    .join('')
}

const run = (text: string, marks: Marks = {}): Run => ({ text, marks })

const anyRuns = fc.array(
  fc.record({
    text: fc.oneof(
      fc.constantFrom('care ', 'the board', ', ', 'one', ' ', 'naïve é'),
      fc.string({ unit: 'binary' }),
    ),
    marks: fc.constantFrom<Marks>(
      {},
      { bold: true },
      { href: 'https://example.org' },
      { atom: '{"id":"n1"}' },
    ),
  }),
  { maxLength: 12 },
)

function pick(segments: readonly Segment[], left: 'insert' | 'delete'): string {
  return segments
    .filter(({ type }) => type !== left)
    .map(({ text }) => text)
    .join('')
}

describe('words', () => {
  it('[DF1] tell both texts whole', () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, (before, after) => {
        const segments = compareRuns(before, after)
        expect(pick(segments, 'insert')).toBe(textOf(before))
        expect(pick(segments, 'delete')).toBe(textOf(after))
      }),
      { numRuns: 500 },
    )
  })

  it('[DF1] keep every mark with its words', () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, (before, after) => {
        const letters = compareRuns(before, after).flatMap((segment) => {
          if (segment.type === 'delete') return []
          const marks = segment.type === 'restyle' ? segment.after : segment.marks
          return segment.text.split('').map((letter) => [letter, marks])
        })
        expect(letters).toEqual(
          after.flatMap(({ text, marks }) => text.split('').map((letter) => [letter, marks])),
        )
      }),
    )
  })

  it.each([
    ['cut smoking to 8 %', 'cut smoking to 7 %', 'cut smoking to -8-+7+ %'],
    ['every child', 'every children’s centre', 'every -child-+children’s centre+'],
    ['Same.', 'Same.', 'Same.'],
    ['', 'New words', '+New words+'],
    ['Old words', '', '-Old words-'],
    ['', '', ''],
  ])('[DF2] of %j and %j change whole', (before, after, expected) => {
    expect(show(before, after)).toBe(expected)
  })

  it('[DF2] never split a character that takes two units', () => {
    expect(show('a 😀 b', 'a 😁 b')).toBe('a -😀-+😁+ b')
  })

  it('[DF3] beside each other change as one phrase', () => {
    expect(show('a safe warm home', 'a good dry home')).toBe('a -safe warm-+good dry+ home')
    expect(show('Each will be open', 'Each day it will be open')).toBe('Each +day it +will be open')
    expect(show('Each will be', 'Each  tea now.will be')).toBe('Each + tea now.+will be')
  })

  it('[DF4] that became bold, or lead elsewhere, are told', () => {
    expect(
      compareRuns(
        [run('read our plan now')],
        [run('read '), run('our', { bold: true }), run(' plan now')],
      ),
    ).toEqual([
      { type: 'equal', text: 'read ', marks: {} },
      { type: 'restyle', text: 'our', before: {}, after: { bold: true } },
      { type: 'equal', text: ' plan now', marks: {} },
    ])
    const [link] = compareRuns(
      [run('see', { href: 'https://a.example' })],
      [run('see', { href: 'https://b.example' })],
    )
    expect(link).toMatchObject({
      type: 'restyle',
      text: 'see',
      after: { href: 'https://b.example' },
    })
  })

  it('[DF5] of a text written anew are one deletion and one insertion, and soon found', () => {
    const words = (letter: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join(' ')
    const began = performance.now()
    expect(compareWords(words('a'), words('b')).map(({ type }) => type)).toEqual([
      'delete',
      'insert',
    ])
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
