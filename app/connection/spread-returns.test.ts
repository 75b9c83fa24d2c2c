import { describe, expect, it } from 'vitest'
import { type Returning, spreadReturns } from './spread-returns'

describe('spreadReturns', () => {
  it.each([
    [0, 200],
    [3, 1_600],
    [9, 5_000],
  ])('[LV40] after %i tries in vain waits between half and all of %i ms', (tries, longest) => {
    expect(waitAfter(tries, 0)).toBe(longest / 2)
    expect(waitAfter(tries, 0.999)).toBeGreaterThan(longest * 0.99)
    expect(waitAfter(tries, 0.999)).toBeLessThanOrEqual(longest)
  })
})

function waitAfter(tries: number, random: number): number {
  let close = () => undefined as void
  const provider: Returning = {
    maxBackoffTime: 5_000,
    wsUnsuccessfulReconnects: tries,
    on: (_event, act) => void (close = act),
  }
  spreadReturns(provider, 5_000, () => random)
  close()
  return provider.maxBackoffTime
}
