import { describe, expect, it } from 'vitest'
import { type Search, createPattern, findStretches } from './search-pattern'

function find(text: string, words: string, options: Partial<Search> = {}): string[] {
  const pattern = createPattern({ words, matchCase: false, wholeWords: false, ...options })
  return pattern ? findStretches(text, pattern).map(({ start, end }) => text.slice(start, end)) : []
}

describe('createPattern', () => {
  it('[ED30] minds case and whole words when asked', () => {
    const text = 'Care, careful and CARE'
    expect(find(text, 'care')).toEqual(['Care', 'care', 'CARE'])
    expect(find(text, 'CARE', { matchCase: true })).toEqual(['CARE'])
    expect(find(text, 'care', { wholeWords: true })).toEqual(['Care', 'CARE'])
  })

  it('[ED30] finds curly quotation marks and non-breaking spaces by plain ones', () => {
    expect(find('the child’s “own” words', 'child\'s "own"')).toEqual(['child’s “own”'])
    expect(find('2026\u00a0budget', '2026 budget')).toEqual(['2026\u00a0budget'])
  })

  it('[ED30] takes signs as they are', () => {
    expect(find('a+b (c) [d] \\ $1 a-b', '(c) [d] \\ $1')).toEqual(['(c) [d] \\ $1'])
    expect(find('a-b', 'a-b')).toEqual(['a-b'])
    expect(find('aaa', '.')).toEqual([])
  })

  it('[ED30] finds whole words beside letters of any script', () => {
    expect(find('café cafés', 'café', { wholeWords: true })).toEqual(['café'])
  })

  it('[ED30] finds nothing when nothing is asked', () => {
    expect(createPattern({ words: '  ', matchCase: false, wholeWords: false })).toBeNull()
  })
})
