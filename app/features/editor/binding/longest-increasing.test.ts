import { assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLongestIncreasing } from './longest-increasing'

describe('findLongestIncreasing', () => {
  it('keeps all but the one that moved', () => {
    expect([...findLongestIncreasing([3, 0, 1, 2])].toSorted(compareNumbers)).toEqual([1, 2, 3])
  })

  it('leaves out new items', () => {
    expect([...findLongestIncreasing([0, -1, 1, -1])].toSorted(compareNumbers)).toEqual([0, 2])
  })

  it('finds an increasing run, no shorter than any other', () => {
    const sequences = uniqueArray(integer({ min: 0, max: 12 }), { maxLength: 9 })
    assert(
      property(sequences, (sequence) => {
        const kept = [...findLongestIncreasing(sequence)]
          .sort((a, b) => a - b)
          .map((at) => sequence[at] ?? -1)
        expect(kept).toEqual([...kept].sort((a, b) => a - b))
        expect(kept.length).toBe(longestByTrying(sequence))
      }),
    )
  })
})

function longestByTrying([first, ...rest]: readonly number[]): number {
  if (first === undefined) return 0
  return Math.max(longestByTrying(rest), 1 + longestByTrying(rest.filter((value) => value > first)))
}

function compareNumbers(a: number, b: number): number {
  return a - b
}
