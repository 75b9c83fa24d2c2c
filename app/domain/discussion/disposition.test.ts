import { describe, expect, it } from 'vitest'
import { DISPOSITIONS, needsAnswerReason, parseAnswer } from './disposition'

describe('the answer to a thread', () => {
  it('[DI15] may be left out', () => {
    expect(parseAnswer({ disposition: '', reason: 'x' })).toEqual({ ok: true, value: null })
    expect(parseAnswer({ disposition: null, reason: undefined })).toEqual({ ok: true, value: null })
  })

  it.each(DISPOSITIONS)(
    '[DI15] %s has a reason where it says no or only in part',
    (disposition) => {
      const without = parseAnswer({ disposition, reason: ' ' })
      expect(without.ok).toBe(!needsAnswerReason(disposition))
      expect(parseAnswer({ disposition, reason: ' Too\u0000 dear. ' })).toEqual({
        ok: true,
        value: { disposition, reason: 'Too dear.' },
      })
    },
  )

  it('[DI15] has at most 2,000 characters of reason, and is one of four', () => {
    expect(parseAnswer({ disposition: 'noted', reason: '👍'.repeat(2000) }).ok).toBe(true)
    expect(parseAnswer({ disposition: 'noted', reason: '👍'.repeat(2001) })).toMatchObject({
      refusal: { fields: { reason: expect.any(String) } },
    })
    expect(parseAnswer({ disposition: 'maybe', reason: '' })).toMatchObject({
      refusal: { fields: { disposition: expect.any(String) } },
    })
  })
})
