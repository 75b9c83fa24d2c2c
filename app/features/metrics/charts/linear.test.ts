import { describe, expect, it } from 'vitest'
import { linear } from './linear'

describe('a linear scale', () => {
  it('puts values in proportion, also where the drawing counts downwards', () => {
    const y = linear([10, 30], [200, 100])
    expect([y(10), y(20), y(30), y(35)]).toEqual([200, 150, 100, 75])
  })

  it('puts a single value in the middle', () => {
    expect(linear([7, 7], [0, 100])(7)).toBe(50)
  })
})
