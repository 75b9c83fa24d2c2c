import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { formatDate } from '../../../app/domain/dates/format-date'
import { GUEST_PURPOSE_LABELS } from '../../../app/domain/guests/guest'
import { type Invitation, parseInvitation } from '../../../app/domain/guests/parse-invitation'
import { onOneLine } from '../../../app/domain/notices/write-notice'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { hashToken } from '../sign-in/tokens'
import type { GuestAdapters } from './guest-store'

const DAY_MS = 86_400_000

/**
 * Gives somebody a link to one strategy (guests GU1–GU4). The link is mailed and answered once; only its hash is kept,
 * so nobody can read it again.
 */
export async function inviteGuest(
  adapters: GuestAdapters,
  actor: Actor | null,
  input: { readonly strategyId: string; readonly fields: Readonly<Record<string, unknown>> },
): Promise<Outcome<{ link: string }>> {
  const { strategyId } = input
  const facts = await adapters.agreement.findStrategy(strategyId)
  if (!facts) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'invite_guest', facts)
  if (!allowed.ok) return allowed
  const parsed = parseInvitation(input.fields)
  if (!parsed.ok) return parsed
  const { days, ...invitation } = parsed.value
  const bodies = await adapters.agreement.listBodies(facts.partnershipId)
  if (invitation.bodyId !== null && !bodies.some(({ id }) => id === invitation.bodyId)) {
    const message = 'Choose the body whose sign-off the guest records.'
    return refuse('invalid', `${message} Nobody was invited.`, { bodyId: message })
  }
  const token = adapters.createToken()
  const at = adapters.now()
  const [id, personId] = [adapters.newId(), adapters.newId()]
  const expiresAt = new Date(at.getTime() + days * DAY_MS)
  const createdById = allowed.value.personId
  await adapters.guests.invite(
    {
      ...invitation,
      id,
      personId,
      tokenHash: hashToken(token),
      strategyId,
      expiresAt,
      createdById,
      at,
    },
    {
      at,
      actorId: createdById,
      action: 'guest.invited',
      subject: id,
      data: { strategyId, name: invitation.name, purpose: invitation.purpose, days },
    },
  )
  const link = `${adapters.baseUrl}/guest/${token}`
  const mail = writeInvitation(invitation, {
    title: facts.title,
    by: allowed.value.name,
    link,
    expiresAt,
  })
  adapters.later(() => adapters.mailer.send(mail))
  return done({ link })
}

interface InvitationFacts {
  readonly title: string
  readonly by: string
  readonly link: string
  readonly expiresAt: Date
}

/** Sent and never stored: the link in it is a secret. */
function writeInvitation(
  { name, email, purpose }: Omit<Invitation, 'days'>,
  { title, by, link, expiresAt }: InvitationFacts,
) {
  const lines = [
    `Dear ${onOneLine(name)},`,
    `${onOneLine(by)} invites you: ${GUEST_PURPOSE_LABELS[purpose].toLowerCase()}, “${onOneLine(title)}”. No account is needed:`,
    link,
    `The link is yours alone and opens until ${formatDate(expiresAt.toISOString().slice(0, 10))}.`,
  ]
  return {
    to: email,
    subject: onOneLine(`You are invited to read: ${title}`),
    text: `${lines.join('\n\n')}\n`,
  }
}
