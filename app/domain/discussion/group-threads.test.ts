import { describe, expect, it } from 'vitest'

import { countThreads, GONE_TITLE, groupThreads, type PlacedThread } from './group-threads'
import { buildThread } from '../../../test/build/thread'

const chapters = [
  { id: 'c1', title: 'Foreword' },
  { id: 'c2', title: 'Our priorities' },
]

function place(
  id: string,
  found: Partial<PlacedThread>,
  createdAt = '2026-03-01T10:00:00.000Z',
): PlacedThread {
  return { thread: buildThread({ id, createdAt }), place: 'text', chapterId: 'c1', ...found }
}

describe('threads by chapter', () => {
  it('[DI8] come in reading order and oldest first', () => {
    const groups = groupThreads(
      [
        place('late', { chapterId: 'c2' }, '2026-03-03T10:00:00.000Z'),
        place('early', { chapterId: 'c2' }),
        place('first', {}),
      ],
      chapters,
    )
    expect(
      groups.map((group) => [group.title, group.threads.map((item) => item.thread.id)]),
    ).toEqual([
      ['Foreword', ['first']],
      ['Our priorities', ['early', 'late']],
    ])
  })

  it('[DI9] are shown where their text is now', () => {
    const moved = {
      ...place('moved', { chapterId: 'c2' }),
      thread: buildThread({
        id: 'moved',
        target: { type: 'block', chapterId: 'c1', blockId: 'b' },
      }),
    }
    expect(groupThreads([moved], chapters)[0]?.title).toBe('Our priorities')
  })

  it('[DI10] come last when their text or chapter has gone', () => {
    const groups = groupThreads(
      [place('gone', { place: 'gone' }), place('lost', { chapterId: 'c9' }), place('here', {})],
      chapters,
    )
    expect(groups.map((group) => group.title)).toEqual(['Foreword', GONE_TITLE])
    expect(groups[1]?.threads.map((item) => item.thread.id)).toEqual(['gone', 'lost'])
  })

  it('[DI11] are each shown exactly once, without empty chapters', () => {
    const threads = [
      place('a', {}),
      place('b', { place: 'gone', chapterId: null }),
      place('c', { place: 'block', chapterId: null }),
    ]
    const shown = groupThreads(threads, chapters).flatMap((group) =>
      group.threads.map((item) => item.thread.id),
    )
    expect(shown.sort()).toEqual(['a', 'b', 'c'])
    expect(groupThreads([], chapters)).toEqual([])
  })

  it('[DI11] are counted by state', () => {
    const resolved = { thread: buildThread({ state: 'resolved' }) }
    expect(countThreads([resolved, { thread: buildThread({}) }, resolved])).toEqual({
      open: 1,
      resolved: 2,
    })
  })
})
