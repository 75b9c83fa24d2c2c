import { describe, expect, it } from 'vitest'
import { parseSignOffForm } from './parse-sign-off'
import { checkAttendance, describeAttendance } from './quorum'

const BOARD = { name: 'The board', members: 14, quorum: 8 }
const NOTHING = { present: null, votesFor: null, votesAgainst: null, votesAbstained: null }
const FORM = { bodyId: 'body-1', editionHash: 'a'.repeat(64), result: 'agreed' }

function fieldOf(outcome: ReturnType<typeof checkAttendance>): string {
  return outcome.ok ? 'done' : Object.keys(outcome.refusal.fields ?? {}).join()
}

describe('quorum', () => {
  it.each([
    ['agreed', 8, 'done'],
    ['agreed', 7, 'present'],
    ['agreed_with_comments', 0, 'present'],
    ['noted', null, 'present'],
    ['declined', 3, 'done'],
    ['abstained', null, 'done'],
    ['agreed', 15, 'present'],
  ] as const)('[SO45] [SO46] %s with %s present: %s', (result, present, expected) => {
    expect(fieldOf(checkAttendance(BOARD, { ...NOTHING, result, present }))).toBe(expected)
  })

  it('[SO45] a body without one is asked nothing, and says why where it refuses', () => {
    const free = { ...BOARD, members: null, quorum: null }
    expect(checkAttendance(free, { ...NOTHING, result: 'agreed' }).ok).toBe(true)
    const refused = checkAttendance(BOARD, { ...NOTHING, result: 'agreed', present: 7 })
    expect(refused).toMatchObject({ refusal: { message: expect.stringContaining('not quorate') } })
  })

  it('[SO46] no more votes than were present', () => {
    const votes = { present: 9, votesFor: 8, votesAgainst: 1, votesAbstained: 1 }
    expect(fieldOf(checkAttendance(BOARD, { ...votes, result: 'agreed' }))).toBe('votesFor')
    expect(describeAttendance({ ...votes, votesFor: 7 }, 14)).toBe(
      '9 of 14 present; 7 for, 1 against, 1 abstained',
    )
    expect(describeAttendance(NOTHING, 14)).toBeNull()
  })

  it('[SO46] [SO47] numbers are whole, and dissent has at most 2,000 characters', () => {
    const good = { ...FORM, present: ' 9 ', votesFor: '', dissent: 'Cllr Birch: too late.' }
    expect(parseSignOffForm(good)).toMatchObject({
      value: { present: 9, votesFor: null, dissent: 'Cllr Birch: too late.' },
    })
    for (const present of ['nine', '-1', '8.5', '123456'])
      expect(parseSignOffForm({ ...FORM, present })).toMatchObject({
        refusal: { fields: { present: expect.any(String) } },
      })
    expect(parseSignOffForm({ ...FORM, dissent: 'a'.repeat(2001) }).ok).toBe(false)
  })
})
