import { describe, expect, it } from 'vitest'
import { describeClosing, describeSaveState, describeWay } from './describe-save-state'
import { INITIAL_SAVE_STATE, type SaveEvent, isSaved, reduceSaveState } from './save-state'

const JOINED: SaveEvent[] = [
  { type: 'kept-from-before', hasUnsaved: false, isComplete: false },
  { type: 'opened' },
  { type: 'sent', isAnswer: true },
  { type: 'synced' },
  { type: 'saved', updates: 1 },
]
const TYPED: SaveEvent[] = [
  { type: 'sent', isAnswer: false },
  { type: 'changed-here', wasSent: true },
]

const after = (...events: SaveEvent[]) => events.reduce(reduceSaveState, INITIAL_SAVE_STATE)
const wordsAfter = (...events: SaveEvent[]) => describeSaveState(after(...events), true).text

describe('what a writer is told', () => {
  it('connects first, and says so', () => {
    expect(wordsAfter()).toBe('Connecting…')
    expect(wordsAfter({ type: 'disconnected' })).toBe(
      'Not connected. Trying again; you can read meanwhile',
    )
  })

  it('is saved once the server has committed all it was sent', () => {
    expect(wordsAfter(...JOINED)).toBe('Saved')
    expect(wordsAfter(...JOINED, ...TYPED)).toBe('Saving…')
    expect(wordsAfter(...JOINED, ...TYPED, { type: 'saved', updates: 2 })).toBe('Saved')
  })

  it('is not saved while one of two changes waits', () => {
    expect(wordsAfter(...JOINED, ...TYPED, ...TYPED, { type: 'saved', updates: 2 })).toBe('Saving…')
  })

  it('is not saved when synced before this page has told what it holds', () => {
    const kept: SaveEvent = { type: 'kept-from-before', hasUnsaved: true, isComplete: false }
    expect(wordsAfter(kept, { type: 'opened' }, { type: 'synced' })).toBe('Saving…')
    expect(isSaved(after({ type: 'opened' }, { type: 'synced' }))).toBe(false)
  })

  it('keeps changes made offline until the next socket has committed them', () => {
    const offline: SaveEvent[] = [
      ...JOINED,
      { type: 'disconnected' },
      { type: 'changed-here', wasSent: false },
    ]
    expect(wordsAfter(...offline)).toBe('Offline. Your changes are kept on this computer')
    expect(
      wordsAfter(
        ...offline,
        { type: 'opened' },
        { type: 'sent', isAnswer: true },
        { type: 'synced' },
      ),
    ).toBe('Saving…')
    const back: SaveEvent[] = [
      { type: 'opened' },
      { type: 'sent', isAnswer: true },
      { type: 'synced' },
      { type: 'saved', updates: 1 },
    ]
    expect(wordsAfter(...offline, ...back)).toBe('Saved')
  })

  it('does not take an old socket’s count for the new one', () => {
    const again: SaveEvent[] = [
      { type: 'disconnected' },
      { type: 'opened' },
      { type: 'sent', isAnswer: true },
      { type: 'synced' },
    ]
    expect(after(...JOINED, ...TYPED, ...again).hasUnsaved).toBe(true)
  })

  it('is not saved when a change missed the socket that was closing', () => {
    const missed: SaveEvent[] = [
      ...JOINED,
      ...TYPED,
      { type: 'changed-here', wasSent: false },
      { type: 'saved', updates: 2 },
    ]
    expect(after(...missed).hasUnsaved).toBe(true)
  })

  it('[LV21] may write in a whole copy before there is a connection, and not in a part of one', () => {
    const kept = (isComplete: boolean): SaveEvent[] => [
      { type: 'kept-from-before', hasUnsaved: false, isComplete },
      { type: 'disconnected' },
    ]
    expect(wordsAfter(...kept(true))).toBe('Offline. Your changes are kept on this computer')
    expect(after(...kept(true)).hasSynced).toBe(true)
    expect(wordsAfter(...kept(false))).toMatch(/you can read meanwhile/)
    expect(after(...kept(false)).hasSynced).toBe(false)
  })

  it('[LV3] names the slower way while it is connected by it', () => {
    const slow: SaveEvent[] = [...JOINED, { type: 'way', isSlow: true }]
    expect(describeWay(after(...slow))).toMatch(/^Connected in a slower way/)
    expect(describeWay(after(...slow, { type: 'disconnected' }))).toBeNull()
    expect(describeWay(after(...JOINED))).toBeNull()
  })

  it('says when the browser cannot keep anything', () => {
    expect(wordsAfter(...JOINED, { type: 'cannot-keep' }, { type: 'disconnected' })).toMatch(
      /cannot keep changes/,
    )
  })

  it('says when saving takes long, until it is done', () => {
    expect(wordsAfter(...JOINED, ...TYPED, { type: 'slow' })).toMatch(/takes long/)
    expect(wordsAfter(...JOINED, ...TYPED, { type: 'slow' }, { type: 'saved', updates: 2 })).toBe(
      'Saved',
    )
  })

  it('is told that the page has stopped when the server closes for good', () => {
    expect(describeSaveState(after(...JOINED, { type: 'closed', code: 4409 }), true).tone).toBe(
      'stopped',
    )
  })
})

describe('what a reader is told', () => {
  it('may read but not edit, and knows when the text may be old', () => {
    expect(describeSaveState(after(...JOINED), false).text).toBe('You may read but not edit')
    expect(describeSaveState(after(...JOINED), false, true).text).toBe('Suggesting only')
    expect(describeSaveState(after(...JOINED, { type: 'disconnected' }), false).text).toMatch(
      /may have changed/,
    )
  })
})

describe('describeClosing', () => {
  it.each([4400, 4401, 4403, 4404, 4409, 4410, 4413, 4426, 4499])(
    'has a title and a way on for %i',
    (code) => {
      const { title, text } = describeClosing(code)
      expect(title).not.toMatch(/[.!]$/)
      expect(text).toMatch(/\.$/)
    },
  )

  it('forgets what no longer belongs to the text, and nothing else', () => {
    const forgotten = [4400, 4401, 4403, 4404, 4409, 4410, 4413, 4426].filter(
      (code) => describeClosing(code).isForgotten,
    )
    expect(forgotten).toEqual([4403, 4404, 4409, 4410, 4413])
  })
})
