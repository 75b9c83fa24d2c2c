import { describe, expect, it } from 'vitest'
import { Recent } from './recent'

describe('what was compared a moment ago', () => {
  it('[HI12] is worked out once, also for two who ask at once, and again when it is old', async () => {
    let now = 0
    let made = 0
    const recent = new Recent<number>({ most: 3, ms: 1_000 }, () => now)
    const make = async () => (made += 1)
    expect(await Promise.all([recent.get('a', make), recent.get('a', make)])).toEqual([1, 1])
    now = 999
    expect(await recent.get('a', make)).toBe(1)
    now = 1_000
    expect(await recent.get('a', make)).toBe(2)
  })

  it('[HI12] is not remembered when it failed, nor beyond a number', async () => {
    let made = 0
    const recent = new Recent<number>({ most: 2, ms: 1_000 }, () => 0)
    await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const make = async () => (made += 1)
    expect(await recent.get('a', make)).toBe(1)
    await recent.get('b', make)
    await recent.get('c', make)
    expect(await recent.get('a', make)).toBe(4)
  })
})
