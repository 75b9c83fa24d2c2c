import { describe, expect, it } from 'vitest'
import { buildEditionSummary } from '../../../test/build/edition'
import {
  awaitsSecondApproval,
  checkLeads,
  checkPublication,
  checkSecondApproval,
} from './publication'

const edition = buildEditionSummary({ state: 'approved', submittedById: 'pen' })
const urgent = buildEditionSummary({
  state: 'published',
  submittedById: 'pen',
  publishedById: 'chair',
  urgentReason: 'The plan is due tomorrow.',
})

describe('publishing with four eyes', () => {
  it('[SO27] is for somebody who did not submit the edition', () => {
    const calm = { isUrgent: false, reason: '' }
    expect(checkPublication(edition, { personId: 'chair', ...calm })).toEqual({
      ok: true,
      value: { needsSecondApproval: false },
    })
    expect(checkPublication(edition, { personId: 'pen', ...calm })).toMatchObject({
      ok: false,
      refusal: {
        code: 'conflict',
        message: expect.stringMatching(/^You submitted this edition.*Nothing was changed\.$/),
      },
    })
  })

  it('[SO51] waits for a lead of every metric, and names those without', () => {
    expect(checkLeads([]).ok).toBe(true)
    const unowned = (id: string) =>
      ({ id, why: 'no_lead', sentence: `“${id}” has no lead.` }) as const
    const outcome = checkLeads([unowned('Falls'), unowned('Waits')])
    expect(outcome).toMatchObject({ refusal: { code: 'conflict' } })
    expect(!outcome.ok && outcome.refusal.message).toMatch(
      /“Falls” has no lead\. “Waits” has no lead\. .*Nothing was changed\.$/,
    )
  })

  it('[SO28] is for anybody who may publish when it is urgent, with a reason', () => {
    expect(
      checkPublication(edition, { personId: 'pen', isUrgent: true, reason: 'Due tomorrow.' }),
    ).toEqual({
      ok: true,
      value: { needsSecondApproval: true },
    })
    expect(
      checkPublication(edition, { personId: 'chair', isUrgent: true, reason: '' }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { urgentReason: expect.any(String) } },
    })
  })

  it('[SO28] leaves an urgent edition waiting until it is approved or no longer public', () => {
    expect(awaitsSecondApproval(urgent)).toBe(true)
    expect(awaitsSecondApproval({ ...urgent, urgentReason: '' })).toBe(false)
    expect(awaitsSecondApproval({ ...urgent, state: 'superseded' })).toBe(false)
    const secondApproval = { personName: 'Ada', at: '2026-11-02T10:00:00.000Z' }
    expect(awaitsSecondApproval({ ...urgent, secondApproval })).toBe(false)
  })

  it.each([
    ['admin', 'done'],
    ['pen', 'conflict'],
    ['chair', 'conflict'],
  ])('[SO29] a second approval by %s is %s', (personId, expected) => {
    const outcome = checkSecondApproval(urgent, personId)
    expect(outcome.ok ? 'done' : outcome.refusal.code).toBe(expected)
  })

  it('[SO29] is given once, and only to what waits for it', () => {
    expect(checkSecondApproval(edition, 'admin').ok).toBe(false)
    const secondApproval = { personName: 'Ada', at: '2026-11-02T10:00:00.000Z' }
    expect(checkSecondApproval({ ...urgent, secondApproval }, 'other').ok).toBe(false)
  })
})
