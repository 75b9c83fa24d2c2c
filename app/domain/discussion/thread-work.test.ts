import { describe, expect, it } from 'vitest'
import { buildThread, buildThreadPerson } from '../../../test/build/thread'
import { describeDue, mayAssign, remindersFor } from './assignment'
import { listFieldNames, nameOfField } from './field-names'
import { matchesThreadFilter, parseThreadFilter, sortThreads, stepThread } from './filter-threads'
import { BLOCK_KINDS } from '../strategy/strategy'
import { findMentions, type Mention, offerMentions, readMentionQuery } from './mentions'
import { parseReaction } from './reactions'
import { tellOfAnswer, tellOfComment } from './tell-of-thread'
import type { Thread } from './thread'

const person = (id: string, name: string): Mention => ({ type: 'person', id, name })

describe('mentions', () => {
  const people = [person('a', 'Ann Lee'), person('b', 'Ann Lee-Smith'), person('c', 'Bo')]

  it('[DI19] are whole names after an @, the longest first', () => {
    expect(findMentions('@Ann Lee-Smith and @bo, not @Bobby or x@Bo', people)).toEqual([
      people[1],
      people[2],
    ])
    expect(findMentions('nobody @all', people)).toEqual([])
  })

  it('[DI20] of one name are told apart by what was chosen', () => {
    const twins = [person('a', 'Bo'), person('b', 'Bo')]
    expect(findMentions('@Bo', twins)).toEqual([])
    expect(findMentions('@Bo', twins, ['b'])).toEqual([twins[1]])
  })

  it('[DI19] are offered while they are typed', () => {
    expect(readMentionQuery('Ask @An', 7)).toEqual({ at: 4, query: 'An' })
    expect(readMentionQuery('mail a@b', 8)).toBeNull()
    const offered = offerMentions(
      'le',
      people.map((mention) => ({ ...mention, detail: '' })),
    )
    expect(offered.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

const members = ['a', 'b', 'c'].map((id) => ({
  id,
  name: id,
  organisationId: id === 'a' ? 'o1' : 'o2',
  organisationName: 'Org',
}))

describe('telling', () => {
  const news = {
    commentId: 'k',
    threadId: 't',
    strategyId: 's',
    writer: { id: 'a', name: 'Ann' },
    text: 'Hello',
    mentions: [{ type: 'organisation' as const, id: 'o1', name: 'Org' }, person('b', 'b')],
    participantIds: ['a', 'b', 'c', 'left'],
  }

  it('[DI21] [DI28] is once for each, never to the writer, the mention first', () => {
    expect(tellOfComment(news, members).map(({ kind, personId }) => [kind, personId])).toEqual([
      ['mention', 'b'],
      ['answered', 'c'],
    ])
  })

  it('[DI29] is not of one’s own answer', () => {
    const answer = { disposition: 'noted', reason: '' } as const
    const mine = { threadId: 't', strategyId: 's', personId: 'a', by: news.writer, text: 'x' }
    expect(tellOfAnswer(mine, answer)).toEqual([])
    expect(tellOfAnswer({ ...mine, personId: 'b' }, answer)).toMatchObject([
      { kind: 'answered', personId: 'b', sentences: ['You wrote: “x”', 'Ann answered: Noted'] },
    ])
  })
})

describe('assignment', () => {
  const situation = {
    threadState: 'open',
    current: { assigneeId: null, dueOn: null },
    wanted: { assigneeId: 'a', dueOn: '2026-11-02' },
    personId: 'a',
    mayAssignOthers: false,
    isAnswerer: true,
    today: '2026-11-02',
  } as const

  it('[DI24] [AC19] is to oneself, or by who may to anybody', () => {
    expect(mayAssign(situation)).toEqual({ ok: true, value: true })
    const other = { ...situation, personId: 'b' }
    expect(mayAssign(other)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(mayAssign({ ...other, mayAssignOthers: true }).ok).toBe(true)
    expect(mayAssign({ ...situation, threadState: 'resolved' }).ok).toBe(false)
    expect(mayAssign({ ...situation, isAnswerer: false }).ok).toBe(false)
    expect(mayAssign({ ...situation, current: situation.wanted })).toEqual({
      ok: true,
      value: false,
    })
  })

  it('[DI25] is due today or later', () => {
    const late = { ...situation, wanted: { assigneeId: 'a', dueOn: '2026-11-01' } }
    expect(mayAssign(late)).toMatchObject({ refusal: { fields: { due: expect.any(String) } } })
    expect(mayAssign({ ...late, current: { assigneeId: 'b', dueOn: '2026-11-01' } }).ok).toBe(false)
  })

  it('[DI26] says in words what is overdue', () => {
    expect(describeDue('2026-11-01', '2026-11-02')).toContain('Overdue')
    expect(describeDue('2026-11-02', '2026-11-02')).toBe('Due today')
    expect(describeDue(null, '2026-11-02')).toBe('No due date')
  })

  it('[DI27] is reminded of two days before, and when the day has gone by', () => {
    const due = (dueOn: string) => ({
      threadId: 't',
      strategyId: 's',
      assigneeId: 'a',
      dueOn,
      text: 'x',
    })
    const days = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05']
    expect(remindersFor(days.map(due), '2026-11-02').map(({ onceKey }) => onceKey)).toEqual([
      'overdue:thread:t:2026-11-01',
      'due_soon:thread:t:2026-11-02',
      'due_soon:thread:t:2026-11-04',
    ])
  })
})

it('[DI23] a reaction is one of three', () => {
  expect(parseReaction('agree').ok).toBe(true)
  expect(parseReaction('love').ok).toBe(false)
})

it('[DI18] a field has the name of its kind of block', () => {
  expect(nameOfField('objective', 'targetDate')).toBe('Target date')
  expect(nameOfField('vision', 'targetDate')).toBeNull()
})

it('[DI18] every field that is offered has a name', () => {
  for (const kind of BLOCK_KINDS)
    for (const { key, name } of listFieldNames(kind)) expect(nameOfField(kind, key)).toBe(name)
  expect(listFieldNames('objective').length).toBeGreaterThan(4)
})

describe('filtering', () => {
  const reader = { personId: 'person-reviewer', organisationId: 'o' }
  const place = (thread: Thread) => ({ thread, place: 'text' as const, chapterId: 'c1' })
  const matches = (thread: Thread, search: string) =>
    matchesThreadFilter(place(thread), parseThreadFilter(new URLSearchParams(search)), reader)

  it('[DI30] is by what the address says', () => {
    const mine = buildThread({ assignment: { person: buildThreadPerson(), dueOn: null } })
    expect(matches(mine, 'only=mine&only=unanswered&kind=comment&chapter=c1&nonsense=1')).toBe(true)
    expect(matches(buildThread(), 'only=mine')).toBe(false)
    expect(matches(mine, 'show=resolved')).toBe(false)
    expect(matches(mine, 'chapter=c2')).toBe(false)
    expect(matches(mine, 'organisation=Elsewhere')).toBe(false)
    expect(matches(mine, 'only=mentions')).toBe(false)
    expect(matches(mine, 'kind=question')).toBe(false)
  })

  it('[DI31] is sorted by date, without one last', () => {
    const due = (id: string, dueOn: string | null, createdAt: string) =>
      place(buildThread({ id, createdAt, assignment: { person: buildThreadPerson(), dueOn } }))
    const threads = [due('a', null, '2026-01-01'), due('b', '2026-02-01', '2026-01-02')]
    const order = (sort: 'due' | 'newest' | 'oldest') =>
      sortThreads(threads, sort).map(({ thread }) => thread.id)
    expect([order('due'), order('newest'), order('oldest')]).toEqual([
      ['b', 'a'],
      ['b', 'a'],
      ['a', 'b'],
    ])
  })

  it('[DI32] goes round', () => {
    const listed = ['a', 'b', 'c'].map((id) => place(buildThread({ id })))
    const step = (from: string | null, by: 1 | -1) => stepThread(listed, from, by)?.thread.id
    expect([step('a', 1), step('c', 1), step('a', -1)]).toEqual(['b', 'a', 'c'])
    expect([step(null, 1), step('gone', -1)]).toEqual(['a', 'c'])
    expect(stepThread([], null, 1)).toBeNull()
  })
})
