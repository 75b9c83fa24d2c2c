import { describe, expect, it } from 'vitest'
import {
  compareStatement,
  followsSentence,
  readSentenceParts,
  type SentenceParts,
  writeSentence,
} from './write-sentence'

const PARTS: SentenceParts = {
  verb: 'reduce',
  measure: 'adult smoking',
  amount: '20%',
  year: 2029,
  forWhom: 'people in routine jobs',
}
const SENTENCE =
  'We will reduce adult smoking by 20% by 2029 (with the greatest improvement for people in routine jobs).'

describe('the sentence of an objective', () => {
  it('[SG31] is written from all its slots', () => {
    expect(writeSentence(PARTS)).toBe(SENTENCE)
  })

  it('[SG31] reads its slots from the fields', () => {
    const fields = {
      sentenceVerb: 'reduce',
      sentenceMeasure: ' adult smoking ',
      sentenceAmount: '20%',
      sentenceYear: 2029,
      sentenceFor: 'people in routine jobs',
    }
    expect(readSentenceParts({ fields })).toEqual(PARTS)
  })

  it('[SG32] needs a verb and a measure, and leaves other empty slots out', () => {
    expect(writeSentence({ ...PARTS, verb: '' })).toBeNull()
    expect(writeSentence({ ...PARTS, verb: 'abolish' })).toBeNull()
    expect(writeSentence({ ...PARTS, measure: ' ' })).toBeNull()
    expect(writeSentence({ ...PARTS, amount: '', year: null, forWhom: '' })).toBe(
      'We will reduce adult smoking.',
    )
    expect(writeSentence({ ...PARTS, amount: '', forWhom: '' })).toBe(
      'We will reduce adult smoking by 2029.',
    )
  })

  it.each([
    ['to 9%', 'to 9% by 2029'],
    ['From 12 to 9', 'from 12 to 9 by 2029'],
    ['by a quarter', 'by a quarter by 2029'],
    ['below 7%', 'below 7% by 2029'],
    ['a quarter', 'by a quarter by 2029'],
  ])('[SG33] keeps the joiner of %j', (amount, said) => {
    expect(writeSentence({ ...PARTS, amount, forWhom: '' })).toBe(
      `We will reduce adult smoking ${said}.`,
    )
  })

  it('[SG34] ends with one full stop', () => {
    expect(
      writeSentence({ ...PARTS, measure: 'smoking.', amount: '20%. ', forWhom: 'the young.' }),
    ).toBe('We will reduce smoking by 20% by 2029 (with the greatest improvement for the young).')
  })
})

describe('the statement beside its sentence', () => {
  it('[SG35] follows the slots while it is the sentence or empty', () => {
    expect(compareStatement(SENTENCE, ` ${SENTENCE} `)).toBe('same')
    expect(compareStatement(SENTENCE, ' ')).toBe('empty')
    expect(followsSentence(SENTENCE, SENTENCE)).toBe(true)
    expect(followsSentence(SENTENCE, '')).toBe(true)
    expect(followsSentence(null, '')).toBe(true)
  })

  it('[SG36] stays as people have changed it', () => {
    expect(compareStatement(SENTENCE, 'We will do better.')).toBe('by_hand')
    expect(followsSentence(SENTENCE, 'We will do better.')).toBe(false)
    expect(followsSentence(null, 'We will do better.')).toBe(false)
  })

  it('[SG37] is not spoken of without a sentence', () => {
    expect(compareStatement(null, 'We will do better.')).toBe('unfinished')
  })
})
