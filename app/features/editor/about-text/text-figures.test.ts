import { describe, expect, it } from 'vitest'
import {
  addFigures,
  describeReadingAge,
  describeReadingTime,
  describeWords,
  estimateReadingAge,
  measureText,
} from './text-figures'

const EASY = 'The cat sat on the mat. We like the sun. It is hot. '.repeat(12)
const HARD =
  'Operationalising multidisciplinary neighbourhood interventions necessitates considerable organisational collaboration, notwithstanding established commissioning responsibilities. '.repeat(
    10,
  )

describe('figures of a text', () => {
  it('[ED32] counts words as people do', () => {
    expect(measureText('It’s a well-known 3.5-hour plan: 2026/27.').words).toBe(6)
    expect(measureText('').words).toBe(0)
    expect(describeWords(measureText('one'))).toBe('1 word')
    expect(describeWords({ words: 1234, sentences: 1, syllables: 1 })).toBe('1,234 words')
  })

  it('[ED32] counts headings and items without a full stop as sentences', () => {
    expect(measureText('A heading\nOne. Two! Three?\n\nan item\n').sentences).toBe(5)
  })

  it('[ED32] tells reading time in words', () => {
    const time = (words: number) => describeReadingTime({ words, sentences: 1, syllables: 1 })
    expect([0, 50, 230, 2300, 13_800, 15_000].map(time)).toEqual([
      'nothing to read yet',
      'less than a minute',
      'about a minute',
      'about 10 minutes',
      'about an hour',
      'about an hour and 5 minutes',
    ])
  })

  it('[ED32] tells easy from hard, and nothing of a few words', () => {
    const [easy, hard] = [EASY, HARD].map((text) => estimateReadingAge(measureText(text)))
    expect(easy).toBeLessThan(8)
    expect(hard).toBeGreaterThan(20)
    expect(describeReadingAge(measureText('Short.'))).toBe('too short to say')
    expect(describeReadingAge(measureText(HARD))).toMatch(/shorter sentences/)
  })

  it('[ED32] adds chapters up', () => {
    const [a, b] = [measureText('One two.'), measureText('Three.')]
    expect(addFigures(a, b)).toEqual({
      words: 3,
      sentences: 2,
      syllables: a.syllables + b.syllables,
    })
  })
})
