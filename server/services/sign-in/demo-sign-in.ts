import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { parseEmail } from './parse-email'
import type { DemoMember, SignInAdapters, StoredMail } from './sign-in-adapters'
import { startSession } from './start-session'

interface DemoSignInInput {
  readonly email: unknown
  readonly replaces: string | null
}

/** Signs in as any member of the demonstration. Where this is no demonstration, it does not exist. */
export async function demoSignIn(
  adapters: SignInAdapters,
  input: DemoSignInInput,
): Promise<Outcome<{ sessionToken: string }>> {
  if (!adapters.demo) return refuse('not_found', NOT_FOUND)
  const email = parseEmail(input.email)
  if (!email.ok)
    return refuse('invalid', 'Give the e-mail address of a member of the demonstration.')
  const member = await adapters.people.findMemberByEmail(email.value, adapters.now())
  if (!member) return refuse('invalid', 'No member of the demonstration has this e-mail address.')
  return done({ sessionToken: await startSession(adapters, member.personId, input.replaces) })
}

/** The members offered as buttons on the sign-in page of a demonstration. */
export async function listDemoMembers(adapters: SignInAdapters): Promise<readonly DemoMember[]> {
  return adapters.demo ? adapters.people.listMembersByDomain('demo.northing', adapters.now()) : []
}

/** What would have been mailed, newest first; only in a demonstration without a mail server. */
export async function listDemoMail(
  adapters: SignInAdapters,
): Promise<Outcome<readonly StoredMail[]>> {
  if (!adapters.demo || !adapters.mailbox) return refuse('not_found', NOT_FOUND)
  return done(await adapters.mailbox.list())
}
