import { describe, expect, it } from 'vitest'
import { createTermFinder } from './find-terms'
import { parseTerm } from './parse-term'
import type { GlossaryTerm } from './term'

const term = (word: string): GlossaryTerm => ({
  id: word,
  term: word,
  definition: 'what it means',
  insteadOf: '',
})

function find(words: readonly string[], text: string): string[] {
  return createTermFinder(words.map(term))
    .find(text)
    .map(({ termId, from, to }) => `${termId}: ${text.slice(from, to)}`)
}

describe('finding terms', () => {
  it('[GL1] finds whole words with their plural, and the longer of two', () => {
    const words = ['care', 'integrated care system', 'needs assessment']
    expect(
      find(words, 'Integrated care systems care. Careful: needs assessments, care-led.'),
    ).toEqual([
      'integrated care system: Integrated care systems',
      'care: care',
      'needs assessment: needs assessments',
      'care: care',
    ])
    expect(find([], 'anything')).toEqual([])
  })

  it('[GL2] finds abbreviations in capitals only', () => {
    expect(find(['IT', 'ICB'], 'it is IT; the icb and two ICBs')).toEqual(['IT: IT', 'ICB: ICBs'])
  })

  it('[GL3] takes a hyphen as itself', () => {
    expect(find(['co-production'], 'By co-production')).toEqual(['co-production: co-production'])
  })

  it('[GL3] takes every character as itself', () => {
    expect(find(['C++ (x|y)', 'a.c'], 'abc a.c and c++ (X|Y)')).toEqual([
      'a.c: a.c',
      'C++ (x|y): c++ (X|Y)',
    ])
  })
})

describe('a term from a form', () => {
  it('[GL4] is trimmed, or refused with what is missing', () => {
    expect(parseTerm({ term: ' ICB ', definition: 'a\u0000 board\n' }, [])).toEqual({
      ok: true,
      value: { term: 'ICB', definition: 'a board', insteadOf: '' },
    })
    expect(parseTerm({}, [])).toMatchObject({
      ok: false,
      refusal: { fields: { term: expect.any(String), definition: expect.any(String) } },
    })
    const long = parseTerm(
      { term: 'x'.repeat(81), definition: 'y'.repeat(601), insteadOf: 'z'.repeat(81) },
      [],
    )
    expect(long).toMatchObject({
      ok: false,
      refusal: {
        fields: {
          term: expect.stringContaining('80'),
          definition: expect.stringContaining('600'),
          insteadOf: expect.stringContaining('80'),
        },
      },
    })
  })

  it('[GL5] is refused when the word is there already', () => {
    expect(parseTerm({ term: 'icb', definition: 'board' }, ['ICB'])).toMatchObject({
      ok: false,
      refusal: { fields: { term: '“icb” is in the glossary already.' } },
    })
  })
})
