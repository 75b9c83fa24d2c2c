import { SESSION_ABSOLUTE_MS } from '../services/sign-in/session-limits'

/** `__Host-` binds the cookie to this host over TLS; browsers refuse that name on plain http. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-northing' : 'northing'
}

export function readSessionToken(header: string | undefined, secure: boolean): string | null {
  const name = sessionCookieName(secure)
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.split('=')
    const value = rest.join('=').trim()
    if (key?.trim() === name && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}

export function issueSessionCookie(token: string, secure: boolean): string {
  return writeCookie(token, { secure, maxAgeSeconds: SESSION_ABSOLUTE_MS / 1000 })
}

export function clearSessionCookie(secure: boolean): string {
  return writeCookie('', { secure, maxAgeSeconds: 0 })
}

function writeCookie(value: string, options: { secure: boolean; maxAgeSeconds: number }): string {
  const parts = [
    `${sessionCookieName(options.secure)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${options.maxAgeSeconds}`,
  ]
  return [...parts, ...(options.secure ? ['Secure'] : [])].join('; ')
}
