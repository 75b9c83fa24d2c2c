import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { type GuestLink, type GuestLinkState, stateOfLink } from '../../../app/domain/guests/guest'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { SigningBody } from '../../../app/domain/signoff/agreement'
import type { GuestAdapters } from './guest-store'

export interface ListedGuests {
  readonly links: readonly (GuestLink & { readonly state: GuestLinkState })[]
  readonly bodies: readonly SigningBody[]
}

/** Everybody who was ever given a link to this strategy, for those who may invite. */
export async function listGuests(
  adapters: GuestAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedGuests>> {
  const facts = await adapters.agreement.findStrategy(strategyId)
  if (!facts) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'invite_guest', facts)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const [links, bodies] = await Promise.all([
    adapters.guests.list(strategyId),
    adapters.agreement.listBodies(facts.partnershipId),
  ])
  return done({ links: links.map((link) => ({ ...link, state: stateOfLink(link, at) })), bodies })
}

/** From here on the link opens nothing (guests GU5). */
export async function revokeGuest(
  adapters: GuestAdapters,
  actor: Actor | null,
  { strategyId, linkId }: { readonly strategyId: string; readonly linkId: string },
): Promise<Outcome<void>> {
  const facts = await adapters.agreement.findStrategy(strategyId)
  if (!facts) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'invite_guest', facts)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const { personId } = allowed.value
  const audit = {
    at,
    actorId: personId,
    action: 'guest.revoked',
    subject: linkId,
    data: { strategyId },
  }
  await adapters.guests.revoke({ strategyId, linkId, at }, audit)
  return done(undefined)
}
