import { SESSION_ABSOLUTE_MS } from './session-limits'
import type { SignInAdapters } from './sign-in-adapters'
import { hashToken } from './tokens'

/** A new session at every sign-in; the one it replaces ends. Returns the token for the cookie. */
export async function startSession(
  adapters: SignInAdapters,
  personId: string,
  replaces: string | null,
): Promise<string> {
  const token = adapters.createToken()
  const now = adapters.now()
  await adapters.sessions.createSession({
    id: hashToken(token),
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS),
  })
  if (replaces) await adapters.sessions.deleteSession(hashToken(replaces))
  return token
}
