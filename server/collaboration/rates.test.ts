import { describe, expect, it } from 'vitest'
import { BURST_MESSAGES, MAX_UPDATE_BYTES, MESSAGES_PER_SECOND } from './limits'
import { Allowance, Counts } from './rates'

const ONE = { messages: 1, bytes: 40 }

describe('what one socket may say', () => {
  it('[CO96] thirty messages a second for an hour', () => {
    const allowance = new Allowance(0)
    let refused = 0
    for (let n = 0; n < 30 * 3_600; n += 1) refused += allowance.take(ONE, (n * 1_000) / 30) ? 0 : 1
    expect(refused).toBe(0)
  })

  it('[CO96] weeks of work at once, and then goes on typing', () => {
    const allowance = new Allowance(0)
    expect(allowance.take({ messages: 1, bytes: MAX_UPDATE_BYTES }, 0)).toBe(true)
    for (let n = 0; n < 1_000; n += 1) expect(allowance.take(ONE, n * 33)).toBe(true)
  })

  it('[CO96] not more than the rate for long', () => {
    const allowance = new Allowance(0)
    const perSecond = MESSAGES_PER_SECOND * 2
    let said = 0
    while (allowance.take(ONE, (said * 1_000) / perSecond)) said += 1
    expect(said / perSecond).toBeGreaterThan(5)
    expect(said / perSecond).toBeLessThan((2 * BURST_MESSAGES) / MESSAGES_PER_SECOND)
  })

  it('[CO96] not the largest message again and again', () => {
    const allowance = new Allowance(0)
    const large = { messages: 1, bytes: MAX_UPDATE_BYTES }
    const said = Array.from({ length: 10 }, (_, n) => allowance.take(large, n * 100))
    expect(said.indexOf(false)).toBeGreaterThan(1)
    expect(said.indexOf(false)).toBeLessThan(6)
  })
})

describe('how many at a time', () => {
  it('[CO97] gives back once, and forgets who has none', () => {
    const counts = new Counts(2)
    const first = counts.take('a')
    expect(counts.take('a')).not.toBeNull()
    expect(counts.take('a')).toBeNull()
    expect(counts.take('b')).not.toBeNull()
    first?.()
    first?.()
    expect(counts.take('a')).not.toBeNull()
    expect(counts.take('a')).toBeNull()
    expect(counts.size).toBe(2)
  })
})
