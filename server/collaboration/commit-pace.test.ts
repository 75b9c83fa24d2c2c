import { describe, expect, it } from 'vitest'
import { CommitPace } from './commit-pace'

describe('the pace of commits', () => {
  it('[CO28] lets a few people wait for nothing', () => {
    expect(findWaitAt(50)).toBe(0)
    expect(findWaitAt(300)).toBe(0)
  })

  it('[CO28] gathers under load, for some milliseconds at most', () => {
    expect(findWaitAt(500)).toBe(5)
    expect(findWaitAt(2_000)).toBe(20)
    expect(findWaitAt(20_000)).toBeLessThanOrEqual(20)
    expect(findWaitAt(20_000)).toBeGreaterThanOrEqual(0)
  })

  it('[CO28] counts from the start of the last commit', () => {
    let now = 1_000
    const pace = new CommitPace(() => now)
    pace.findWait()
    for (let n = 0; n < 1_000; n += 1) pace.count()
    now += 500
    pace.start()
    now += 8
    expect(pace.findWait()).toBe(12)
    now += 20
    expect(pace.findWait()).toBe(0)
  })
})

/** After half a second at that many edits a second, straight after a commit began. */
function findWaitAt(perSecond: number): number {
  let now = 1_000
  const pace = new CommitPace(() => now)
  pace.findWait()
  for (let n = 0; n < perSecond / 2; n += 1) pace.count()
  now += 500
  pace.start()
  return pace.findWait()
}
