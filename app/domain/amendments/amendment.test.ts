import { describe, expect, it } from 'vitest'
import type { Suggestion, SuggestionEvent } from '../suggestions/suggestion'
import { type Amendment, nameOutcome, outcomeOf, rationaleOf } from './amendment'
import { writeAmendmentsCsv } from './amendments-csv'
import { modifyChange, wordsOfChange } from './modify-change'
import { parseAmendment } from './parse-amendment'
import { describeVote, isCarried, parseVote } from './vote'

const person = { id: 'p', name: 'Ada', organisationName: 'Thornley Council', role: null }
const propose: SuggestionEvent = {
  action: 'propose',
  person,
  reason: '=Because',
  byHand: false,
  words: null,
  vote: null,
  minuteReference: '',
  at: '2026-05-01T10:00:00Z',
}

function build(
  parts: Partial<Suggestion> = {},
  events: readonly SuggestionEvent[] = [],
): Amendment {
  return {
    number: 3,
    body: { id: 'hwb', name: 'Thornley Health and Wellbeing Board' },
    minuteReference: 'HWB 12',
    suggestion: {
      id: 's',
      strategyId: 'strategy',
      change: { type: 'remove_block', blockId: 'b' },
      state: 'proposed',
      chapterId: 'a',
      about: 'Foreword',
      before: 'old "words"',
      after: 'new, words',
      createdAt: propose.at,
      createdBy: person,
      amendment: null,
      mayBeUndone: false,
      events: [propose, ...events],
      ...parts,
    },
  }
}
const accept: SuggestionEvent = { ...propose, action: 'accept', reason: 'Agreed' }

describe('proposing an amendment', () => {
  const typed = { bodyId: 'hwb', rationale: ' It matters. ', minuteReference: '' }
  const signatory = { signatoryOf: ['hwb'], mayEnter: false, bodyIds: ['hwb', 'icb'] }

  it('[AM1] is for a body one signs for, or for any with its minute', () => {
    expect(parseAmendment(typed, signatory)).toEqual({
      ok: true,
      value: { bodyId: 'hwb', rationale: 'It matters.', minuteReference: '' },
    })
    const other = parseAmendment({ ...typed, bodyId: 'icb' }, signatory)
    expect(other.ok || other.refusal.code).toBe('forbidden')
    const entered = parseAmendment({ ...typed, bodyId: 'icb' }, { ...signatory, mayEnter: true })
    expect(entered.ok || Object.keys(entered.refusal.fields ?? {})).toEqual(['minuteReference'])
    const minuted = { ...typed, bodyId: 'icb', minuteReference: 'ICB 7' }
    expect(parseAmendment(minuted, { ...signatory, mayEnter: true }).ok).toBe(true)
    const long = parseAmendment({ ...typed, minuteReference: 'x'.repeat(201) }, signatory)
    expect(long.ok).toBe(false)
    expect(parseAmendment({ ...typed, bodyId: 'elsewhere' }, signatory).ok).toBe(false)
  })

  it('[AM2] needs a rationale', () => {
    expect(parseAmendment({ ...typed, rationale: ' ' }, signatory).ok).toBe(false)
    expect(parseAmendment({ ...typed, rationale: 'x'.repeat(2_001) }, signatory).ok).toBe(false)
    expect(parseAmendment({ ...typed, rationale: '👩'.repeat(2_000) }, signatory).ok).toBe(true)
  })
})

describe('deciding on an amendment', () => {
  it('[AM5] with other words keeps what is proposed and takes nothing that changes nothing', () => {
    const anchor = { start: {}, end: {}, quote: 'old', prefix: '', suffix: '' }
    const change = {
      type: 'text',
      chapterId: 'a',
      anchor,
      insert: 'new',
      isOnlyPlace: true,
    } as const
    expect(modifyChange(change, ' newer\nwords ')).toMatchObject({
      value: { insert: 'newer words' },
    })
    for (const words of ['new', 'old', 'x'.repeat(5_001)])
      expect(modifyChange(change, words).ok).toBe(false)
    expect(modifyChange(change, '')).toMatchObject({ value: { insert: '' } })
    const title = {
      type: 'field',
      blockId: 'b',
      key: 'title',
      before: 'one',
      after: 'two',
    } as const
    expect(modifyChange(title, 'three')).toMatchObject({ value: { before: 'one', after: 'three' } })
    expect(modifyChange(title, '').ok).toBe(false)
    expect(modifyChange({ type: 'remove_block', blockId: 'b' }, 'x').ok).toBe(false)
    expect(wordsOfChange({ ...title, after: 7 })).toBeNull()
  })

  it('[AM6] by a vote needs more for than against', () => {
    const vote = (votesFor: string, votesAgainst: string, votesAbstained = '') => {
      const parsed = parseVote({ votesFor, votesAgainst, votesAbstained })
      return parsed.ok ? isCarried(parsed.value) : Object.keys(parsed.refusal.fields ?? {})
    }
    expect([vote('7', '3'), vote('3', '3', '1'), vote('0', '1'), vote('1', '0')]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(vote('0', '0', '9')).toEqual(['votesFor'])
    expect(vote('', '-1', '1.5')).toEqual(['votesFor', 'votesAgainst', 'votesAbstained'])
    expect(vote('10001', '1')).toEqual(['votesFor'])
    expect(describeVote({ votesFor: 7, votesAgainst: 3, votesAbstained: 1 })).toBe(
      'Carried: 7 votes for and 3 against, with 1 abstention.',
    )
    expect(describeVote({ votesFor: 1, votesAgainst: 1, votesAbstained: 0 })).toBe(
      'Not carried: 1 vote for and 1 against.',
    )
  })

  it('[AM4] is named by what was done', () => {
    expect(nameOutcome(build())).toBe('Open')
    expect(outcomeOf(build())).toBeNull()
    expect(nameOutcome(build({ state: 'accepted' }, [accept]))).toBe('Accepted')
    const modified = { ...accept, words: 'other' }
    expect(nameOutcome(build({ state: 'accepted' }, [modified]))).toBe('Accepted with other words')
    const vote = { votesFor: 2, votesAgainst: 1, votesAbstained: 0 }
    expect(nameOutcome(build({ state: 'accepted' }, [{ ...accept, vote }]))).toBe('Carried')
    expect(nameOutcome(build({ state: 'rejected' }, [{ ...accept, vote }]))).toBe('Not carried')
    expect(nameOutcome(build({ state: 'withdrawn' }, [accept]))).toBe('Withdrawn')
    expect(rationaleOf(build())).toBe('=Because')
  })
})

describe('the amendments paper', () => {
  it('[AM15] is a table whose cells are words and never formulas', () => {
    const vote = { votesFor: 2, votesAgainst: 1, votesAbstained: 0 }
    const csv = writeAmendmentsCsv([
      build({ state: 'accepted' }, [{ ...accept, vote, minuteReference: 'ICP 4' }]),
    ])
    const [headings, line] = csv.split('\r\n')
    expect(headings).toMatch(/^\uFEFFAmendment,Body,About,Current text,Proposed text,/)
    expect(line).toBe(
      `3,Thornley Health and Wellbeing Board,Foreword,"old ""words""","new, words",'=Because,Carried,,Carried: 2 votes for and 1 against.,Agreed,ICP 4`,
    )
  })
})
