import { describe, expect, it } from 'vitest'
import { chooseDeletions } from './choose-deletions'
import type { KeptCopy } from './kept-copies'

const NOW = 1_800_000_000_000
const DAY = 86_400_000

describe('S46 what goes when a page starts', () => {
  it.each<[string, Partial<KeptCopy>, boolean]>([
    ['an own copy stays', {}, false],
    ['another person’s goes', { personId: 'helen' }, true],
    [
      'another person’s unsent words stay',
      { personId: 'helen', unsentSince: NOW - 29 * DAY },
      false,
    ],
    ['for 30 days', { personId: 'helen', unsentSince: NOW - 30 * DAY }, true],
    ['a strategy that may no longer be opened goes', { strategyId: 'closed' }, true],
    ['not with unsent words in it', { strategyId: 'closed', unsentSince: NOW }, false],
    ['a copy that names no strategy stays', { strategyId: null }, false],
  ])('[LV13] %s', (_, facts, goes) => {
    const copy = { name: 'x', personId: 'samir', strategyId: 'open', unsentSince: null, ...facts }
    const chosen = chooseDeletions([copy], {
      personId: 'samir',
      mayOpen: new Set(['open']),
      now: NOW,
    })
    expect(chosen.length > 0).toBe(goes)
  })

  it('[LV13] nothing of one’s own goes while it is not known what may be opened', () => {
    const copy = { name: 'x', personId: 'samir', strategyId: 'closed', unsentSince: null }
    expect(chooseDeletions([copy], { personId: 'samir', mayOpen: null, now: NOW })).toEqual([])
  })
})
