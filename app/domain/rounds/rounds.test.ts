import { describe, expect, it } from 'vitest'
import { parseNote, parseRound } from './parse-round'
import { remindersFor, tellByHand, tellOpened } from './reminders'
import { describePeople, describeProgress, type Round, type RoundEvent } from './round'
import { checkAnswer, checkExtension, checkOpening, checkReminder, mayStep } from './run-round'

const INVITEES = ['ada', 'ben', 'cleo'].map((personId) => ({
  personId,
  name: personId,
  organisationName: 'Council',
  isGuest: false,
}))

function event(fields: Partial<RoundEvent>): RoundEvent {
  return {
    action: 'finish',
    personId: 'ada',
    personName: 'ada',
    aboutId: null,
    note: '',
    at: '2026-11-05T10:00:00.000Z',
    ...fields,
  }
}

function buildRound(fields: Partial<Round> = {}, events: readonly RoundEvent[] = []): Round {
  return {
    id: 'round-1',
    strategyId: 'strategy-1',
    kind: 'review',
    title: 'First reading',
    questions: ['Is it clear?'],
    asked: [],
    edition: null,
    dueOn: '2026-11-20',
    state: 'open',
    ownerId: 'owner',
    ownerName: 'Owner',
    text: { edition: null, version: 7, sha256: 'f'.repeat(64) },
    createdAt: '2026-11-01T09:00:00.000Z',
    openedAt: '2026-11-02T09:00:00.000Z',
    endedAt: null,
    endedReason: '',
    people: describePeople(INVITEES, events),
    events,
    ...fields,
  }
}

function form(fields: Record<string, string | readonly string[]>) {
  const data = new FormData()
  const all = {
    title: ' First\r\nreading ',
    kind: 'consultation',
    text: 'draft',
    questions: 'Is it clear?\n\n What is missing? \n',
    'dueOn-day': '20',
    'dueOn-month': '11',
    'dueOn-year': '2026',
    asked: ['person:ada', 'organisation:org-1', 'person:ada'],
    ...fields,
  }
  for (const [name, value] of Object.entries(all))
    for (const one of [value].flat()) data.append(name, one)
  return data
}

describe('what a round asks', () => {
  it('[RR1] [RR2] [RR3] is read from its form, each choice once', () => {
    expect(parseRound(form({}))).toEqual({
      ok: true,
      value: {
        title: 'First reading',
        kind: 'consultation',
        questions: ['Is it clear?', 'What is missing?'],
        asked: [
          { type: 'person', id: 'ada' },
          { type: 'organisation', id: 'org-1' },
        ],
        edition: null,
        dueOn: '2026-11-20',
      },
    })
    expect(parseRound(form({ text: '2' }))).toMatchObject({ value: { edition: 2 } })
  })

  it.each([
    ['title', { title: ' ' }],
    ['title', { title: 'x'.repeat(201) }],
    ['kind', { kind: 'survey' }],
    ['questions', { questions: ' \n ' }],
    ['questions', { questions: 'x'.repeat(501) }],
    ['questions', { questions: Array.from({ length: 21 }, () => 'Why?').join('\n') }],
    ['text', { text: '0' }],
    ['dueOn', { 'dueOn-day': '31' }],
    ['dueOn', { 'dueOn-day': '', 'dueOn-month': '', 'dueOn-year': '' }],
    ['asked', { asked: 'everybody:all' }],
    ['asked', { asked: 'person:' }],
  ])('[RR1] [RR2] [RR3] is refused for its %s: %j', (field, changes) => {
    expect(parseRound(form(changes))).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { [field]: expect.any(String) } },
    })
  })

  it('[RR10] [RR7] a note has 2,000 characters at most, and a reason at least one', () => {
    expect(parseNote(' \u0000 ', false)).toEqual({ ok: true, value: '' })
    expect(parseNote(' ', true)).toMatchObject({
      refusal: { fields: { note: expect.any(String) } },
    })
    expect(parseNote('é'.repeat(2000), true).ok).toBe(true)
    expect(parseNote('é'.repeat(2001), false).ok).toBe(false)
  })
})

describe('running a round', () => {
  it('[RR4] each step is open from its states only', () => {
    const open = (['change', 'open', 'extend', 'remind', 'close', 'cancel'] as const).map((step) =>
      (['draft', 'open', 'closed', 'cancelled'] as const)
        .filter((state) => mayStep(step, { state }).ok)
        .join(' '),
    )
    expect(open).toEqual(['draft', 'draft', 'open', 'open', 'open', 'draft open'])
  })

  it.each([
    ['draft', 1, '2026-11-20'],
    ['draft', 0, '2026-11-20'],
    ['draft', 1, '2026-11-21'],
    ['open', 1, '2026-11-20'],
  ] as const)('[RR5] %s for %i people on %s', (state, people, today) => {
    const isOpened = checkOpening(buildRound({ state }), { people, today }).ok
    expect(isOpened).toBe(state === 'draft' && people === 1 && today === '2026-11-20')
  })

  it.each([
    ['2026-11-21', '2026-11-10', true],
    ['2026-11-20', '2026-11-10', false],
    ['2026-11-19', '2026-11-10', false],
    ['2026-11-24', '2026-11-25', false],
  ])('[RR6] to %s on %s: %s', (dueOn, today, expected) => {
    expect(checkExtension(buildRound(), { dueOn, today }).ok).toBe(expected)
  })

  it('[RR9] only who was asked answers, while it is open, and twice is once', () => {
    const round = buildRound({}, [event({})])
    const finish = (personId: string, from: Partial<Round> = {}) =>
      checkAnswer({ ...round, ...from }, { personId, answer: 'finished' })
    expect(finish('ben')).toMatchObject({ value: { personId: 'ben' } })
    expect(finish('ada')).toEqual({ ok: true, value: null })
    expect(finish('zoe')).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(finish('ben', { state: 'closed' })).toMatchObject({ refusal: { code: 'conflict' } })
  })

  it('[RR10] who declined may still finish; who finished cannot decline', () => {
    const declined = buildRound({}, [event({ action: 'decline', note: 'On leave' })])
    expect(declined.people[0]).toMatchObject({ answer: 'declined', note: 'On leave' })
    expect(checkAnswer(declined, { personId: 'ada', answer: 'finished' }).ok).toBe(true)
    const finished = buildRound({}, [event({ action: 'decline' }), event({})])
    expect(finished.people[0]?.answer).toBe('finished')
    expect(checkAnswer(finished, { personId: 'ada', answer: 'declined' }).ok).toBe(false)
  })

  it('[RR17] says how many have finished', () => {
    expect(describeProgress(buildRound({}, [event({})]).people)).toBe('1 of 3 have finished')
  })
})

describe('reminders', () => {
  const told = (round: Round, today: string) =>
    remindersFor([round], today).map(({ personId, onceKey }) => `${personId} ${onceKey}`)

  it('[RR11] go from three days before to who has not answered, not on the day it opened', () => {
    const round = buildRound({}, [event({}), event({ personId: 'ben', action: 'decline' })])
    expect(told(round, '2026-11-16')).toEqual([])
    const key = 'cleo due_soon:round:round-1:2026-11-20'
    expect(told(round, '2026-11-17')).toEqual([key])
    expect(told(round, '2026-11-20')).toEqual([key])
    expect(told({ ...round, openedAt: '2026-11-17T08:00:00.000Z' }, '2026-11-17')).toEqual([])
    expect(told({ ...round, state: 'closed' }, '2026-11-17')).toEqual([])
  })

  it('[RR12] go from the day after to who has not answered and, with numbers, to the owner', () => {
    const round = buildRound({}, [event({})])
    expect(told(round, '2026-11-21')).toEqual([
      'ben overdue:round:round-1:2026-11-20',
      'cleo overdue:round:round-1:2026-11-20',
      'owner overdue:round:round-1:2026-11-20:owner',
    ])
    const owner = remindersFor([round], '2026-11-21').at(-1)
    expect(owner?.sentences[0]).toBe('1 of 3 have finished; 2 have not answered.')
  })

  it('[RR13] by hand go once a day to one who has not answered', () => {
    const at = '2026-11-10T10:00:00.000Z'
    const round = buildRound({}, [event({}), event({ action: 'remind', aboutId: 'ben', at })])
    const check = (personId: string, today: string) => checkReminder(round, { personId, today }).ok
    expect(check('ben', '2026-11-10')).toBe(false)
    expect(check('ben', '2026-11-11')).toBe(true)
    expect(check('ada', '2026-11-11')).toBe(false)
    expect(check('zoe', '2026-11-11')).toBe(false)
    const [, ben] = round.people
    if (!ben) throw new Error('nobody was asked')
    expect(tellByHand(round, ben, '2026-11-11').onceKey).toBe('reminder:round:round-1:2026-11-11')
  })

  it('[RR8] [RR6] the opening says what is asked, and more time says why', () => {
    expect(tellOpened(buildRound(), 'ada')).toMatchObject({
      kind: 'round_opened',
      sentences: ['You are asked to review the text by 20 November 2026.', 'Is it clear?'],
      path: '/strategies/strategy-1/review/round-1',
    })
    expect(tellOpened(buildRound(), 'ada', 'The board\nmet late').sentences).toContain(
      'There is more time: The board met late',
    )
  })
})
