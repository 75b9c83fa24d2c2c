import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { SignInAdapters } from './sign-in-adapters'
import { startSession } from './start-session'
import { hashToken } from './tokens'

interface OpenLinkInput {
  /** From the link. */
  readonly token: string
  /** The session this browser already has. */
  readonly replaces: string | null
}

/** Signs in by a link from a mail, once. Opening the page does not use it: mail scanners open links. */
export async function openLink(
  adapters: SignInAdapters,
  input: OpenLinkInput,
): Promise<Outcome<{ sessionToken: string }>> {
  const personId = await adapters.sessions.consumeLink(hashToken(input.token), adapters.now())
  if (!personId) {
    return refuse(
      'invalid',
      'This link no longer works: it works once, for 15 minutes. Ask for a new one.',
    )
  }
  return done({ sessionToken: await startSession(adapters, personId, input.replaces) })
}
