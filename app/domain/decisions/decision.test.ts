import { describe, expect, it } from 'vitest'
import { LISTED, RULES } from '../../../test/build/decision'
import type { Refusal } from '../outcome/outcome'
import { type Cast, type DecisionWithVotes, lastCasts, type Seat, statusOf } from './decision'
import { arrangeLog, type ListedDecision, toCsv } from './decision-log'
import { type Electorate, mayCastFor, readSeats, seatsWaitingFor } from './electorate'
import { checkMayEnd, checkTakesVotes, parseEndReason, parseStatement } from './end-decision'
import { parseVote } from './parse-ballot'
import { parseAbout, parseDecision } from './parse-decision'
import { parseMeeting } from './parse-meeting'
import { remindersFor } from './reminders'
import { ukInstant } from './uk-instant'

const NOW = new Date('2026-11-23T10:00:00Z')
const CONTEXT = { now: NOW, strategyId: 's', baseUrl: 'https://northing.example' }
const FORM = {
  method: 'ranked',
  voters: 'roles',
  question: 'Where first?',
  options: 'Ashmere\nThornley',
  'closes-day': '30',
  'closes-month': '11',
  'closes-year': '2026',
  'closes-time': '17:00',
}

type Answer = { ok: true } | { ok: false; refusal: Refusal }
const wrongIn = (outcome: Answer) => (outcome.ok ? [] : Object.keys(outcome.refusal.fields ?? {}))
const parse = (fields: Record<string, string> = {}) =>
  parseDecision({ ...FORM, ...fields }, CONTEXT)

describe('a decision', () => {
  it('[DE1] has a question, and an address of its own strategy', () => {
    expect(wrongIn(parse({ question: ' ' }))).toEqual(['question'])
    expect(wrongIn(parse({ question: 'x'.repeat(301) }))).toEqual(['question'])
    expect(wrongIn(parse({ context: 'x'.repeat(4001) }))).toEqual(['context'])
    const about = (typed: string) => parseAbout(typed, CONTEXT)
    expect(about('https://northing.example/strategies/s/write/a#block-b')).toEqual({
      ok: true,
      value: '/strategies/s/write/a#block-b',
    })
    for (const typed of [
      'https://evil.example/strategies/s/x',
      '/strategies/other/write',
      'javascript:alert(1)',
      '/strategies/s/../x',
    ])
      expect(about(typed).ok).toBe(false)
  })

  it('[DE2] has 2 to 20 different options where the method has any', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => `Option ${n}`).join('\n')
    expect([1, 2, 20, 21].map((count) => parse({ options: lines(count) }).ok)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(wrongIn(parse({ options: 'Clinics\nclinics' }))).toEqual(['options'])
    expect(parse({ method: 'consent', options: '' }).ok).toBe(true)
    expect(parse({ method: 'sense_check', options: '' }).ok).toBe(true)
  })

  it('[DE3] closes at a time to come, by a UK clock in winter and in summer', () => {
    expect(parse()).toMatchObject({ value: { closesAt: new Date('2026-11-30T17:00:00Z') } })
    expect(wrongIn(parse({ 'closes-year': '2025' }))).toEqual(['closes'])
    expect(wrongIn(parse({ 'closes-time': 'noon' }))).toEqual(['closes'])
    const late = { 'opens-day': '1', 'opens-month': '12', 'opens-year': '2026' }
    expect(wrongIn(parse(late))).toEqual(['closes'])
    expect(ukInstant('2027-07-01', '17:00')?.toISOString()).toBe('2027-07-01T16:00:00.000Z')
    expect(ukInstant('2027-01-01', '9.30')?.toISOString()).toBe('2027-01-01T09:30:00.000Z')
    expect(ukInstant('2027-10-31', '01:30')?.toISOString()).toBe('2027-10-31T00:30:00.000Z')
    expect(ukInstant('2027-01-01', '24:00')).toBeNull()
  })

  it('[DE4] has a quorum of votes, of a share, or none', () => {
    const quorum = (typed: string) => {
      const outcome = parse({ quorum: typed })
      return outcome.ok ? outcome.value.rules.quorum : 'wrong'
    }
    expect(['', '8', '50%', '50 %', '0', '101%', 'half'].map(quorum)).toEqual([
      { kind: 'none' },
      { kind: 'number', number: 8 },
      { kind: 'share', percent: 50 },
      { kind: 'share', percent: 50 },
      'wrong',
      'wrong',
      'wrong',
    ])
  })

  it('[DE38] taken in a meeting has its day, body, minutes and outcome', () => {
    const day = { 'heldOn-day': '2', 'heldOn-month': '11', 'heldOn-year': '2026' }
    const fields = {
      question: 'Q',
      bodyName: 'HWB',
      minuteReference: 'item 6',
      outcomeWords: 'Yes',
    }
    const read = (more: object) =>
      parseMeeting({ ...fields, ...day, ...more }, { ...CONTEXT, today: '2026-11-23' })
    expect(read({ dissent: 'Two against' })).toMatchObject({
      value: { heldOn: '2026-11-02', dissent: 'Two against' },
    })
    expect(wrongIn(read({ 'heldOn-day': '24' }))).toEqual(['heldOn'])
    expect(wrongIn(read({ bodyName: '', outcomeWords: '', minuteReference: '' }))).toEqual([
      'bodyName',
      'outcomeWords',
      'minuteReference',
    ])
  })
})

describe('a vote', () => {
  const vote = (method: Parameters<typeof parseVote>[0], fields: Record<string, string>) =>
    parseVote(method, RULES, fields)

  it('[DE5] says what its method asks', () => {
    expect(vote('majority', { choice: 'o2' })).toMatchObject({
      value: { ballot: { optionId: 'o2' } },
    })
    expect(vote('score', { 'score-o1': '5', 'score-o2': '0' })).toMatchObject({
      value: { ballot: { scores: { o1: 5, o2: 0 } } },
    })
    expect(wrongIn(vote('score', { 'score-o1': '6' }))).toEqual(['score-o1', 'score-o2'])
    expect(wrongIn(vote('majority', { choice: 'o9' }))).toEqual(['choice'])
    expect(wrongIn(vote('consent', {}))).toEqual(['choice'])
    expect(wrongIn(vote('sense_check', { choice: '6' }))).toEqual(['choice'])
  })

  it('[DE6] has no more dots than there are, and no place twice', () => {
    expect(vote('dot', { 'dots-o1': '2', 'dots-o2': '1' }).ok).toBe(true)
    expect(wrongIn(vote('dot', { 'dots-o1': '3' }))).toEqual(['dots-o1'])
    expect(vote('dot', { 'dots-o1': '2', 'dots-o2': '2' }).ok).toBe(false)
    expect(vote('dot', {}).ok).toBe(false)
    expect(vote('ranked', { 'rank-o2': '1', 'rank-o1': '2' })).toMatchObject({
      value: { ballot: { order: ['o2', 'o1'] } },
    })
    expect(vote('ranked', { 'rank-o2': '2' })).toMatchObject({
      value: { ballot: { order: ['o2'] } },
    })
    expect(wrongIn(vote('ranked', { 'rank-o1': '1', 'rank-o2': '1' }))).toEqual(['rank-o2'])
    expect(vote('ranked', {}).ok).toBe(false)
  })

  it('[DE7] may abstain where the method has no other way to', () => {
    const abstaining = (
      ['majority', 'score', 'dot', 'ranked', 'consent', 'sense_check'] as const
    ).filter((method) => vote(method, { abstain: 'yes' }).ok)
    expect(abstaining).toEqual(['majority', 'score', 'dot', 'ranked'])
  })

  it('[DE8] needs a reason to object, and from 0 to 2', () => {
    expect(wrongIn(vote('consent', { choice: 'object', reason: ' ' }))).toEqual(['reason'])
    expect(vote('consent', { choice: 'object', reason: 'Cost.' }).ok).toBe(true)
    expect(vote('consent', { choice: 'stand_aside' }).ok).toBe(true)
    const levels = ['0', '1', '2', '3', '4', '5'].map(
      (choice) => vote('sense_check', { choice }).ok,
    )
    expect(levels).toEqual([false, false, false, true, true, true])
  })

  it('[DE9] counts as it was cast last', () => {
    const casts = [castOf('a', 1), castOf('a', 3), castOf('a', 2), castOf('b', 1)]
    expect([...lastCasts(casts)].map(([id, { number }]) => [id, number])).toEqual([
      ['a', 3],
      ['b', 1],
    ])
  })
})

function castOf(seatId: string, number: number, personId = 'p1'): Cast {
  return {
    seatId,
    number,
    personId,
    personName: '',
    ballot: { type: 'abstain' },
    reason: '',
    at: '',
  }
}

function seatOf(id: string, casterId: string, deputyId: string | null = null): Seat {
  const names = { name: id, organisation: id, casterName: casterId, deputyName: deputyId }
  return { id, kind: 'person', targetId: id, casterId, deputyId, ...names }
}

describe('who votes', () => {
  const member = (personId: string, role: 'chair' | 'reviewer', organisationId: string) => ({
    personId,
    name: personId,
    role,
    organisationId,
    organisationName: organisationId,
    signatoryOf: [],
  })
  const electorate: Electorate = {
    members: [
      member('p1', 'chair', 'x'),
      member('p2', 'reviewer', 'x'),
      member('p3', 'reviewer', 'y'),
    ],
    organisations: [
      { id: 'x', name: 'X' },
      { id: 'y', name: 'Y' },
    ],
    bodies: [{ id: 'b', name: 'Board' }],
  }

  it('[DE10] is read from roles, people, organisations or bodies', () => {
    const casters = (voters: Parameters<typeof readSeats>[0], fields: Record<string, string>) => {
      const seats = readSeats(voters, fields, electorate)
      return seats.ok
        ? seats.value.map(({ targetId, casterId, deputyId }) => [targetId, casterId, deputyId])
        : seats.refusal.code
    }
    expect(casters('roles', { 'role-reviewer': 'yes' })).toEqual([
      ['p2', 'p2', null],
      ['p3', 'p3', null],
    ])
    expect(casters('people', { 'seat-p1': 'p1', 'deputy-p1': 'p2' })).toEqual([['p1', 'p1', 'p2']])
    expect(casters('organisations', { 'seat-x': 'p2', 'seat-y': '' })).toEqual([['x', 'p2', null]])
    expect(casters('bodies', { 'seat-b': 'p1' })).toEqual([['b', 'p1', null]])
    for (const fields of [
      { 'seat-x': '', 'deputy-x': '' },
      { 'seat-x': 'stranger', 'deputy-x': '' },
      { 'seat-x': 'p1', 'deputy-x': 'p1' },
    ])
      expect(casters('organisations', fields)).toBe('invalid')
  })

  it('[DE11] is the deputy as long as who casts has not', () => {
    const seat = seatOf('a', 'p1', 'p2')
    expect(mayCastFor('p1', seat, castOf('a', 1, 'p2')).ok).toBe(true)
    expect(mayCastFor('p2', seat, null).ok).toBe(true)
    expect(mayCastFor('p2', seat, castOf('a', 1, 'p2')).ok).toBe(true)
    expect(mayCastFor('p2', seat, castOf('a', 1, 'p1')).ok).toBe(false)
    expect(mayCastFor('p3', seat, null).ok).toBe(false)
  })

  it('[DE33] is asked on the start page until the vote is there', () => {
    const seats = [seatOf('a', 'p1', 'p2'), seatOf('b', 'p3')]
    expect(seatsWaitingFor('p2', seats, new Map()).map(({ id }) => id)).toEqual(['a'])
    expect(seatsWaitingFor('p1', seats, new Set(['a']))).toEqual([])
  })
})

describe('its end', () => {
  it('[DE12] is ruled by the clock of the server', () => {
    const at = (time: string) => statusOf(LISTED, new Date(time))
    expect(at('2026-11-23T08:59:59.999Z')).toBe('not_yet')
    expect(at('2026-11-23T09:00:00Z')).toBe('open')
    expect(at('2026-11-30T16:59:59.999Z')).toBe('open')
    expect(at('2026-11-30T17:00:00Z')).toBe('due')
    expect(checkTakesVotes(LISTED, new Date('2026-11-30T17:00:00Z')).ok).toBe(false)
  })

  it('[DE13] [DE31] is early only by who opened it or the chair, with a reason, once', () => {
    const may = (personId: string, isChair: boolean, state: 'open' | 'closed' = 'open') =>
      checkMayEnd({ ...LISTED, state }, { personId, isChair }).ok
    expect([
      may('p1', false),
      may('p2', true),
      may('p2', false),
      may('p1', true, 'closed'),
    ]).toEqual([true, true, false, false])
    expect([parseEndReason(' ').ok, parseEndReason('All have voted.').ok]).toEqual([false, true])
    expect(parseStatement({ statement: '' }, true).ok).toBe(false)
    expect(parseStatement({}, false)).toEqual({
      ok: true,
      value: { statement: '', minuteReference: '' },
    })
  })
})

describe('what is seen and told', () => {
  it('[DE32] reminds on the day before, once, those whose vote is missing', () => {
    const decision: DecisionWithVotes = {
      ...LISTED,
      seats: [seatOf('a', 'p1', 'p2'), seatOf('b', 'p2'), seatOf('c', 'p3')],
      casts: [castOf('c', 1, 'p3')],
    }
    const told = remindersFor([decision], '2026-11-29')
    expect(told.map(({ personId, onceKey }) => [personId, onceKey])).toEqual([
      ['p1', 'due_soon:decision:d1'],
      ['p2', 'due_soon:decision:d1'],
    ])
    expect(told[0]?.path).toBe('/strategies/s/decisions/d1')
    expect(remindersFor([decision], '2026-11-28')).toEqual([])
    expect(remindersFor([decision], '2026-11-30')).toEqual([])
    expect(remindersFor([{ ...decision, state: 'closed' }], '2026-11-29')).toEqual([])
  })

  it('[DE34] has mine first, then by close, then the log, newest first', () => {
    const open = (id: string, closesAt: string, isMine = false) => ({
      ...LISTED,
      id,
      closesAt,
      isMine,
    })
    const ended = (id: string, closedAt: string): ListedDecision => ({
      ...LISTED,
      id,
      closedAt,
      state: 'closed' as const,
      outcomeWords: 'Carried: “A”.',
    })
    const all = [
      ended('old', '2026-01-01T10:00:00Z'),
      ended('new', '2026-11-01T10:00:00Z'),
      open('later', '2026-12-09T10:00:00Z'),
      open('soon', '2026-12-01T10:00:00Z'),
      open('mine', '2026-12-24T10:00:00Z', true),
    ]
    const ids = (filter: 'all' | 'open' | 'closed', words = '') => {
      const arranged = arrangeLog(all, { filter, words })
      return [...arranged.open, ...arranged.log].map(({ id }) => id)
    }
    expect(ids('all')).toEqual(['mine', 'soon', 'later', 'new', 'old'])
    expect(ids('closed')).toEqual(['new', 'old'])
    expect(ids('all', 'carried  WHERE')).toEqual(['new', 'old'])
    expect(ids('open', 'nothing')).toEqual([])
  })

  it('[DE36] is exported with quotes, and without formulas', () => {
    const csv = toCsv([{ ...LISTED, question: '=HYPERLINK("x")', closeReason: '-1' }], NOW)
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`"'=HYPERLINK(""x"")","Majority","Open"`)
    expect(csv).toContain(`"'-1"`)
  })
})
