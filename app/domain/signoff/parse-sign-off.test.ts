import { describe, expect, it } from 'vitest'

import { parseChangeNote, parseReturnReason, parseSignOffForm } from './parse-sign-off'

const form = {
  bodyId: 'body-hwb',
  editionHash: 'a'.repeat(64),
  result: 'agreed',
  reason: ' ',
  minuteReference: ' 12/26 ',
}

function fieldsOf(outcome: ReturnType<typeof parseSignOffForm>): string[] {
  return outcome.ok ? [] : Object.keys(outcome.refusal.fields ?? {})
}

describe('the sign-off form', () => {
  it('[SO12] takes the minute reference without white space around it', () => {
    expect(parseSignOffForm(form)).toMatchObject({
      ok: true,
      value: { ...form, reason: '', minuteReference: '12/26' },
    })
  })

  it('[SO12] takes no minute reference, and none over 200 characters', () => {
    expect(parseSignOffForm({ ...form, minuteReference: undefined }).ok).toBe(false)
    const { minuteReference: _, ...without } = form
    expect(parseSignOffForm(without).ok).toBe(true)
    expect(fieldsOf(parseSignOffForm({ ...form, minuteReference: 'x'.repeat(201) }))).toEqual([
      'minuteReference',
    ])
  })

  it.each(['agreed_with_comments', 'abstained', 'declined'])(
    '[SO11] refuses %s without a reason',
    (result) => {
      expect(fieldsOf(parseSignOffForm({ ...form, result }))).toEqual(['reason'])
      expect(parseSignOffForm({ ...form, result, reason: 'Not enough on housing.' }).ok).toBe(true)
    },
  )

  it('[SO11] refuses a reason over 2,000 characters and says nothing is lost', () => {
    const outcome = parseSignOffForm({ ...form, reason: 'x'.repeat(2001) })
    expect(!outcome.ok && outcome.refusal.message).toBe(
      'The reason may have 2,000 characters at most. Nothing was recorded; what you typed is still here.',
    )
  })

  it('[SO13] ignores a role, a time, a person and a state sent along', () => {
    const outcome = parseSignOffForm({
      ...form,
      role: 'chair',
      approvedAt: '2020-01-01',
      personId: 'person-chair',
      state: 'approved',
      hash: 'b',
    })
    expect(outcome.ok && Object.keys(outcome.value).sort()).toEqual([
      'bodyId',
      'dissent',
      'editionHash',
      'minuteReference',
      'present',
      'reason',
      'result',
      'votesAbstained',
      'votesAgainst',
      'votesFor',
    ])
  })

  it.each([{}, { result: 'maybe' }, { result: 'agreed', editionHash: 'abc' }])(
    '[SO13] refuses %j at the fields that are wrong',
    (fields) => {
      expect(fieldsOf(parseSignOffForm(fields)).length).toBeGreaterThan(0)
    },
  )
})

describe('reasons and notes', () => {
  it('[SO5] a return needs a reason', () => {
    expect(parseReturnReason(' The housing chapter is missing. ')).toEqual({
      ok: true,
      value: 'The housing chapter is missing.',
    })
    expect(parseReturnReason('  ')).toMatchObject({
      ok: false,
      refusal: { fields: { reason: 'Say why the edition goes back to drafting.' } },
    })
    expect(parseReturnReason('x'.repeat(2001)).ok).toBe(false)
  })

  it('[SO5] a change note may be empty', () => {
    expect(parseChangeNote(undefined)).toEqual({ ok: true, value: '' })
    expect(parseChangeNote('x'.repeat(2000)).ok).toBe(true)
    expect(parseChangeNote('x'.repeat(2001))).toMatchObject({
      ok: false,
      refusal: { fields: { changeNote: expect.any(String) } },
    })
  })
})
