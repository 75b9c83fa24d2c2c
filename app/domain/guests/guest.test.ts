import { describe, expect, it } from 'vitest'
import { GUEST_PURPOSES, type Guest, mayGuest, stateOfLink } from './guest'
import { parseInvitation } from './parse-invitation'

const guest: Guest = {
  linkId: 'link-1',
  personId: 'guest-1',
  name: 'Cllr Ann Moss',
  organisationName: 'Vale Council',
  strategyId: 'strategy-1',
  partnershipId: 'wessex-vale',
  purpose: 'read',
  bodyId: null,
  seesComments: false,
}

const fields = {
  name: ' Cllr Ann\r\nMoss ',
  organisationName: 'Vale Council',
  email: ' Ann@Vale.Example ',
  purpose: 'comment',
  days: '30',
}

describe('a guest link', () => {
  it.each([
    [null, '2026-11-03T00:00:00.000Z', 'open'],
    [null, '2026-11-02T10:00:00.000Z', 'ended'],
    ['2026-11-02T09:59:59.000Z', '2026-11-03T00:00:00.000Z', 'revoked'],
    ['2026-11-02T09:59:59.000Z', '2026-11-01T00:00:00.000Z', 'revoked'],
  ])('[GU4] [GU5] revoked %s, ending %s, is %s', (revokedAt, expiresAt, expected) => {
    expect(stateOfLink({ revokedAt, expiresAt }, new Date('2026-11-02T10:00:00Z'))).toBe(expected)
  })

  it.each([
    ['read', 'read'],
    ['comment', 'read comment'],
    ['fact_check', 'read comment'],
    ['endorse', 'read sign_off'],
  ] as const)('[GU8] [GU9] to %s allows: %s', (purpose, expected) => {
    const rights = (['read', 'comment', 'sign_off'] as const).filter(
      (right) => mayGuest({ ...guest, purpose }, right).ok,
    )
    expect(rights.join(' ')).toBe(expected)
  })

  it('[GU8] says what it is for when it is used for something else', () => {
    expect(mayGuest(guest, 'comment')).toMatchObject({
      ok: false,
      refusal: {
        code: 'forbidden',
        message: 'Your link is to read, so this was not done. Nothing was saved.',
      },
    })
  })
})

describe('an invitation', () => {
  it('[GU2] has a name on one line and an address in lower case', () => {
    expect(parseInvitation(fields)).toEqual({
      ok: true,
      value: {
        name: 'Cllr Ann Moss',
        organisationName: 'Vale Council',
        email: 'ann@vale.example',
        purpose: 'comment',
        bodyId: null,
        seesComments: false,
        days: 30,
      },
    })
  })

  it('[GU3] [GU7] may show comments, and names a body only to endorse', () => {
    const asked = { ...fields, seesComments: 'yes', bodyId: 'body-hwb' }
    expect(parseInvitation(asked)).toMatchObject({ value: { seesComments: true, bodyId: null } })
    expect(parseInvitation({ ...asked, purpose: 'endorse' })).toMatchObject({
      value: { bodyId: 'body-hwb' },
    })
  })

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['organisationName', { organisationName: undefined }],
    ['email', { email: 'ann@' }],
    ['email', { email: 'a@x.example\nBcc: b@x.example' }],
    ['purpose', { purpose: 'administer' }],
    ['bodyId', { purpose: 'endorse', bodyId: '' }],
    ['days', { days: '0' }],
    ['days', { days: '181' }],
    ['days', { days: '1.5' }],
    ['days', { days: 'soon' }],
  ])('[GU2] [GU3] [GU4] is refused for its %s: %j', (field, changes) => {
    const outcome = parseInvitation({ ...fields, ...changes })
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { [field]: expect.any(String) } },
    })
  })

  it('[GU3] every purpose can be asked for', () => {
    for (const purpose of GUEST_PURPOSES)
      expect(parseInvitation({ ...fields, purpose, bodyId: 'b' }).ok).toBe(true)
  })
})
