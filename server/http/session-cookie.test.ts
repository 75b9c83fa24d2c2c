import { describe, expect, it } from 'vitest'
import { clearSessionCookie, issueSessionCookie, readSessionToken } from './session-cookie'

const TOKEN = 'A'.repeat(43)

describe('S1: the session cookie', () => {
  it('is bound to the host, to TLS and to this site', () => {
    expect(issueSessionCookie(TOKEN, true)).toBe(
      `__Host-northing=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure`,
    )
  })

  it('has a plain name on plain http', () => {
    expect(issueSessionCookie(TOKEN, false)).toMatch(
      /^northing=A+; Path=\/; HttpOnly; SameSite=Lax/,
    )
    expect(issueSessionCookie(TOKEN, false)).not.toContain('Secure')
  })

  it('is removed with the attributes it was set with', () => {
    expect(clearSessionCookie(true)).toContain('__Host-northing=; Path=/')
    expect(clearSessionCookie(true)).toContain('Max-Age=0')
  })

  it('is found among other cookies', () => {
    expect(readSessionToken(`a=b; northing=${TOKEN}; c=d`, false)).toBe(TOKEN)
  })

  it.each([
    undefined,
    '',
    'northing=',
    'northing=undefined',
    `northing=${TOKEN}x`,
    'northing=null',
  ])('reads no token from %j', (header) => expect(readSessionToken(header, false)).toBeNull())

  it('never takes the plain name for the secure one', () => {
    expect(readSessionToken(`northing=${TOKEN}`, true)).toBeNull()
  })
})
