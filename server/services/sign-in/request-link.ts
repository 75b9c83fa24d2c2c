import type { Refusal } from '../../../app/domain/outcome/outcome'
import { parseEmail } from './parse-email'
import { LINK_LIFE_MS } from './session-limits'
import type { SignInAdapters } from './sign-in-adapters'
import { hashToken } from './tokens'

export interface RequestLinkInput {
  readonly email: unknown
  /** Where the person wanted to go. */
  readonly to: string
  readonly address: string
}

export type RequestLinkResult =
  | { readonly ok: true; readonly value: { readonly email: string } }
  | { readonly ok: false; readonly refusal: Refusal; readonly retryAfterSeconds?: number }

/**
 * Sends a link, if the address is a member's. The answer, and the time it takes, are the same if it is not:
 * looking the person up and sending happen after the answer.
 */
export async function requestLink(
  adapters: SignInAdapters,
  input: RequestLinkInput,
): Promise<RequestLinkResult> {
  const email = parseEmail(input.email)
  if (!email.ok) return email
  const wait = await adapters.limits.countTry({ email: email.value, address: input.address })
  if (wait !== null) return { ok: false, refusal: tooMany(wait), retryAfterSeconds: wait }
  adapters.later(() => sendLink(adapters, email.value, input.to))
  return { ok: true, value: { email: email.value } }
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60)
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return {
    code: 'too_many',
    message: `Too many links were asked for. Nothing was sent; try again in ${time}.`,
  }
}

async function sendLink(adapters: SignInAdapters, email: string, to: string): Promise<void> {
  const now = adapters.now()
  const member = await adapters.people.findMemberByEmail(email, now)
  if (!member) return
  const token = adapters.createToken()
  await adapters.sessions.createLink({
    id: hashToken(token),
    personId: member.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_LIFE_MS),
  })
  const link = new URL(`/sign-in/${token}`, adapters.baseUrl)
  if (to !== '/') link.searchParams.set('to', to)
  await adapters.mailer.send({
    to: email,
    subject: 'Your link to sign in to Northing',
    text: writeMail(link),
  })
}

function writeMail(link: URL): string {
  return [
    'Open this link to sign in to Northing:',
    '',
    link.href,
    '',
    'It works once, for 15 minutes.',
    'If you did not ask for it, do nothing: nobody can sign in without it.',
    '',
  ].join('\n')
}
