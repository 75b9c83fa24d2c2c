import { describe, expect, it } from 'vitest'
import { parsePhase, parsePhaseNote } from './parse-course'
import { checkPhaseChange, listPhases, phasesAfter, phasesSkipped } from './phases'
import { checkWritingChange } from './suggesting-only'

function messageOf(outcome: ReturnType<typeof checkPhaseChange>): string {
  return outcome.ok ? 'done' : outcome.refusal.message
}

describe('phases of a draft', () => {
  it('[SO33] names where the draft can go when it cannot go there', () => {
    const asked = { to: 'final_draft', note: '' } as const
    expect(messageOf(checkPhaseChange({ state: 'drafting', phase: 'consultation' }, asked))).toBe(
      'From consultation the draft goes to drafting or fact check, not to final draft. Nothing was changed.',
    )
    expect(phasesAfter('drafting')).toEqual(['workshop', 'consultation'])
  })

  it('[SO34] asks for a reason on the way back, and for none on the way forward', () => {
    const now = { state: 'drafting', phase: 'fact_check' } as const
    expect(messageOf(checkPhaseChange(now, { to: 'drafting', note: '' }))).toMatch(/^Say why/)
    expect(checkPhaseChange(now, { to: 'drafting', note: 'New figures.' }).ok).toBe(true)
    expect(checkPhaseChange(now, { to: 'final_draft', note: '' }).ok).toBe(true)
  })

  it('[SO35] says what stands in the way of a frozen text and of the same phase', () => {
    const asked = { to: 'consultation', note: '' } as const
    const frozen = checkPhaseChange({ state: 'submitted', phase: 'drafting' }, asked)
    expect(messageOf(frozen)).toContain('frozen')
    const same = checkPhaseChange({ state: 'drafting', phase: 'consultation' }, asked)
    expect(messageOf(same)).toContain('already')
  })

  it('[SO35] takes a phase that there is and a note of at most 2,000 characters', () => {
    expect(parsePhase('consultation')).toEqual({ ok: true, value: 'consultation' })
    expect(parsePhase('publication')).toMatchObject({
      refusal: { fields: { to: expect.any(String) } },
    })
    expect(parsePhaseNote(undefined)).toEqual({ ok: true, value: '' })
    expect(parsePhaseNote('a'.repeat(2001))).toMatchObject({ ok: false })
  })

  it('[SO36] counts what submitting would skip, but no workshop', () => {
    expect(phasesSkipped('drafting')).toEqual(['consultation', 'fact_check', 'final_draft'])
    expect(phasesSkipped('final_draft')).toEqual([])
    expect(listPhases(phasesSkipped('drafting'))).toBe('consultation, fact check and final draft')
  })
})

describe('suggesting only', () => {
  it('[SO39] is for a draft, with a reason, once', () => {
    const open = { state: 'drafting', suggestingOnly: false } as const
    expect(checkWritingChange(open, { suggestingOnly: true, reason: 'The boards read.' }).ok).toBe(
      true,
    )
    expect(checkWritingChange(open, { suggestingOnly: true, reason: '' })).toMatchObject({
      refusal: { fields: { reason: expect.any(String) } },
    })
    expect(checkWritingChange(open, { suggestingOnly: false, reason: '' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    const frozen = { state: 'submitted', suggestingOnly: false } as const
    expect(checkWritingChange(frozen, { suggestingOnly: true, reason: 'x' }).ok).toBe(false)
  })
})
