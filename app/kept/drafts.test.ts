import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  dropDraft,
  forgetDraftsOf,
  forgetOldDrafts,
  hasDrafts,
  keepDraft,
  listDrafts,
  readDraft,
} from './drafts'

const NOW = 1_800_000_000_000
const DAY = 86_400_000
const place = { personId: 'grace', strategyId: 'vale', place: 'reply t 1' }
const draft = { text: 'Not yet', about: 'the coast', fields: { intent: 'reply' }, at: NOW }

describe('what was begun and not sent', () => {
  beforeEach(() => void vi.stubGlobal('localStorage', createStorage()))

  it('[DI33] is kept for its writer until it is discarded', () => {
    keepDraft(place, draft)
    expect(readDraft(place)).toEqual(draft)
    expect(listDrafts(place)).toEqual([{ ...place, draft }])
    expect(listDrafts({ ...place, personId: 'helen' })).toEqual([])
    dropDraft(place)
    expect([readDraft(place), hasDrafts('grace')]).toEqual([null, false])
  })

  it('[DI33] is not kept without words', () => {
    keepDraft(place, draft)
    keepDraft(place, { ...draft, text: ' \n' })
    expect(readDraft(place)).toBeNull()
  })

  it('[DI33] goes after 30 days, and when that person signs out', () => {
    keepDraft(place, draft)
    keepDraft({ ...place, personId: 'helen' }, { ...draft, at: NOW - 30 * DAY })
    forgetOldDrafts(NOW)
    expect([hasDrafts('grace'), hasDrafts('helen')]).toEqual([true, false])
    forgetDraftsOf('grace')
    expect(hasDrafts('grace')).toBe(false)
  })

  it('[DI33] a value of somebody else’s making is no draft', () => {
    localStorage.setItem('northing-draft grace vale x', '{"text":1}')
    expect(listDrafts(place)).toEqual([])
  })
})

/** What a browser gives a page, as far as it is used here. */
function createStorage() {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  }
}
