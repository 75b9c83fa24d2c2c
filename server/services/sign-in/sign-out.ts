import type { SignInAdapters } from './sign-in-adapters'
import { hashToken } from './tokens'

/** Ends this session. Signing out twice is no mistake. */
export async function signOut(adapters: SignInAdapters, token: string | null): Promise<void> {
  if (token) await adapters.sessions.deleteSession(hashToken(token))
}
