import type { Actor } from '../../../app/domain/access/actor'
import type { SignInAdapters } from './sign-in-adapters'
import { hashToken } from './tokens'

/** Ends this session. Signing out twice is no mistake. */
export async function signOut(adapters: SignInAdapters, token: string | null): Promise<void> {
  if (token) await adapters.sessions.deleteSession(hashToken(token))
}

/** Ends this person's sessions on every other computer, and the links they have not used. Answers how many there were. */
export async function signOutElsewhere(
  adapters: SignInAdapters,
  actor: Actor,
  token: string | null,
): Promise<number> {
  return adapters.sessions.deleteOtherSessions(actor.personId, token && hashToken(token))
}
