import { describe, expect, it } from 'vitest'
import { describeAverage, describeScore, formatScore, formatWeight } from './index-words'

const scale = { average: 10, deviation: 2 }

describe('the arithmetic of the index', () => {
  it('[CM48] shows a score with its sign, and a weight as a part of 100', () => {
    expect([0.724, -0.724, 0.001, 3].map(formatScore)).toEqual(['+0.72', '−0.72', '0.00', '+3.00'])
    expect(formatWeight(1 / 6)).toBe('16.7%')
  })

  it('[CM48] tells how a metric’s score comes about, whichever side is good', () => {
    const high = { own: 12, decimals: 1, polarity: 'high_good', scale } as const
    expect(describeScore(high)).toBe('(12.0 − 10.00) ÷ 2.00 = +1.00.')
    expect(describeScore({ ...high, polarity: 'low_good' })).toBe(
      '(12.0 − 10.00) ÷ 2.00 = +1.00; turned round because low is good: −1.00.',
    )
  })

  it('[CM48] tells when a score is cut at three', () => {
    const far = { own: 18, decimals: 0, polarity: 'low_good', scale } as const
    expect(describeScore(far)).toContain('−4.00; counted as −3.00.')
  })

  it('[CM48] tells how an average comes about', () => {
    expect(describeAverage([0.5, -0.3])).toBe('(0.50 − 0.30) ÷ 2 = +0.10.')
    expect(describeAverage([-0.5, 0.2, 0.6])).toBe('(−0.50 + 0.20 + 0.60) ÷ 3 = +0.10.')
    expect(describeAverage([0.5])).toBe('+0.50, its only metric that counts.')
  })
})
