import { describe, expect, it } from 'vitest'
import { type Challenge, CHALLENGE_STATES, describeState, FIRST_QUESTION } from './challenge'
import { parseAnswer, parseChallenge, parseReason } from './parse-challenge'
import { remindersForChallenges, tellAnswerer } from './reminders'
import { CHALLENGE_STEPS, stepsFor, takeStep } from './take-step'

const challenge: Challenge = {
  id: 'challenge-1',
  strategyId: 'strategy-1',
  blockId: null,
  about: 'The whole strategy',
  organisationId: 'org-1',
  organisationName: 'Vale Council',
  answererId: 'ada',
  answererName: 'Ada Lee',
  question: FIRST_QUESTION,
  tags: ['core20'],
  dueOn: '2026-11-20',
  state: 'asked',
  publishedAt: null,
  askedById: 'asker',
  askedByName: 'Sam Asker',
  createdAt: '2026-11-02T09:00:00.000Z',
  events: [],
}

function form(fields: Record<string, string | readonly string[]>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one)
  return data
}

const ASKED = {
  question: FIRST_QUESTION,
  blockId: '',
  answererId: 'ada',
  'dueOn-day': '20',
  'dueOn-month': '11',
  'dueOn-year': '2026',
  tags: ['hypertension', 'core20', 'made_up'],
}

describe('a challenge', () => {
  it('[CH1] [CH2] [CH3] is read from its form; tags are those of Core20PLUS5', () => {
    expect(parseChallenge(form(ASKED), '2026-11-20')).toEqual({
      ok: true,
      value: {
        question: FIRST_QUESTION,
        blockId: null,
        answererId: 'ada',
        tags: ['core20', 'hypertension'],
        dueOn: '2026-11-20',
      },
    })
  })

  it.each([
    ['question', { question: ' ' }],
    ['question', { question: 'x'.repeat(2001) }],
    ['answererId', { answererId: '' }],
    ['dueOn', { 'dueOn-day': '19' }],
    ['dueOn', { 'dueOn-day': '', 'dueOn-month': '', 'dueOn-year': '' }],
  ])('[CH1] [CH2] is refused for its %s: %j', (field, changes) => {
    expect(parseChallenge(form({ ...ASKED, ...changes }), '2026-11-20')).toMatchObject({
      refusal: { code: 'invalid', fields: { [field]: expect.any(String) } },
    })
  })

  it('[CH5] an answer has words, at most ten web links, and sources', () => {
    const read = parseAnswer(
      form({
        text: ' Yes. ',
        links: 'https://a.example\nhttp://b.example/x ',
        sources: ['s', 's'],
      }),
    )
    expect(read).toEqual({
      ok: true,
      value: {
        text: 'Yes.',
        links: ['https://a.example', 'http://b.example/x'],
        sourceIds: ['s'],
      },
    })
    const wrongs: Record<string, string>[] = [
      { text: '' },
      { text: 'x'.repeat(5001) },
      { text: 'x', links: 'javascript:alert(1)' },
      { text: 'x', links: 'https://a.example '.repeat(11) },
    ]
    for (const wrong of wrongs) expect(parseAnswer(form(wrong)).ok).toBe(false)
  })

  it('[CH4] [CH6] [CH7] [CH8] each step is open to its people in its states', () => {
    const open = (taker: Parameters<typeof stepsFor>[1]) =>
      CHALLENGE_STATES.map((state) => stepsFor({ ...challenge, state }, taker).join(' '))
    expect(open({ personId: 'ada', mayChallenge: false, isChair: false })).toEqual([
      'answer',
      'answer',
      'answer',
      'answer',
      '',
    ])
    const asker = [
      'publish withdraw',
      'enough not_enough publish withdraw',
      'not_enough publish withdraw',
      'enough publish withdraw',
      '',
    ]
    expect(open({ personId: 'asker', mayChallenge: true, isChair: false })).toEqual(asker)
    expect(open({ personId: 'chair', mayChallenge: true, isChair: true })).toEqual(asker)
    expect(open({ personId: 'other', mayChallenge: true, isChair: false }).join('')).toBe('')
    const published = { ...challenge, publishedAt: '2026-11-03T09:00:00.000Z' }
    const taker = { personId: 'asker', mayChallenge: true, isChair: false }
    expect(stepsFor(published, taker)).toEqual(['unpublish', 'withdraw'])
    expect(stepsFor({ ...published, state: 'withdrawn' }, taker)).toEqual(['unpublish'])
  })

  it('[CH6] leads from answer to judgement and back', () => {
    const taker = { personId: 'ada', mayChallenge: true, isChair: true }
    const after = CHALLENGE_STEPS.map((step) => {
      const taken = takeStep(step, { ...challenge, state: 'answered' }, taker)
      return taken.ok ? taken.value : taken.refusal.code
    })
    expect(after).toEqual(['answered', 'enough', 'not_enough', 'answered', 'conflict', 'withdrawn'])
    expect(parseReason(' ', true).ok).toBe(false)
    expect(parseReason(' ', false)).toEqual({ ok: true, value: '' })
  })

  it('[CH9] says when it was not answered in time', () => {
    expect(describeState(challenge, '2026-11-20')).toBe('Waits for an answer')
    expect(describeState(challenge, '2026-11-21')).toBe('Not answered by 20 November 2026')
    expect(describeState({ ...challenge, state: 'enough' }, '2026-11-21')).toBe('Answered')
  })

  it('[CH4] [CH10] tells who is to answer, then reminds, then tells both', () => {
    expect(tellAnswerer(challenge, { about: 'x', sentences: ['a\nb'] })).toMatchObject({
      kind: 'challenge',
      personId: 'ada',
      sentences: ['a b'],
      path: '/strategies/strategy-1/challenges/challenge-1',
    })
    const told = (today: string, fields: Partial<Challenge> = {}) =>
      remindersForChallenges([{ ...challenge, ...fields }], today).map(
        ({ personId, onceKey }) => `${personId} ${onceKey}`,
      )
    expect(told('2026-11-16')).toEqual([])
    expect(told('2026-11-17')).toEqual(['ada due_soon:challenge:challenge-1:2026-11-20'])
    expect(told('2026-11-17', { createdAt: '2026-11-17T09:00:00.000Z' })).toEqual([])
    expect(told('2026-11-21')).toEqual([
      'ada overdue:challenge:challenge-1:2026-11-20',
      'asker overdue:challenge:challenge-1:2026-11-20:asker',
    ])
    expect(told('2026-11-21', { state: 'answered' })).toEqual([])
  })
})
