import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { IdRanges } from './id-ranges'

describe('id ranges', () => {
  it('answer like a plain set of ids', () => {
    const step = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.nat(40),
      fc.integer({ min: 1, max: 12 }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ranges = new IdRanges()
        const plain = new Set<string>()
        for (const [client, clock, length] of steps) {
          const missing = ranges
            .missing(client, clock, length)
            .flatMap(({ from, to }) => span(client, from, to))
          const expected = span(client, clock, clock + length).filter((id) => !plain.has(id))
          expect(missing).toEqual(expected)
          ranges.add(client, clock, length)
          for (const id of expected) plain.add(id)
          expect(ranges.size).toBe(plain.size)
        }
      }),
    )
  })
})

function span(client: number, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `${client}:${from + index}`)
}
