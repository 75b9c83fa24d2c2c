import { type Outcome, done, refuse } from '../outcome/outcome'

export const GUEST_PURPOSES = ['read', 'comment', 'fact_check', 'endorse'] as const
export type GuestPurpose = (typeof GUEST_PURPOSES)[number]

export const GUEST_PURPOSE_LABELS: Record<GuestPurpose, string> = {
  read: 'Read',
  comment: 'Read and comment',
  fact_check: 'Check facts',
  endorse: 'Read and sign off for a body',
}

/** Somebody without an account, as the rules and services see them. */
export interface Guest {
  readonly linkId: string
  /** Their comments and sign-offs stand under this id. */
  readonly personId: string
  readonly name: string
  readonly organisationName: string
  readonly strategyId: string
  readonly partnershipId: string
  readonly purpose: GuestPurpose
  /** The body they sign off for; only when they endorse. */
  readonly bodyId: string | null
  readonly seesComments: boolean
}

/** A link as it is listed for those who invited. */
export interface GuestLink extends Guest {
  readonly email: string
  readonly createdAt: string
  readonly createdByName: string
  /** ISO 8601, UTC. */
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly lastUsedAt: string | null
}

export type GuestLinkState = 'open' | 'ended' | 'revoked'

/** SPEC.md GU4–GU5. */
export function stateOfLink(
  link: Pick<GuestLink, 'expiresAt' | 'revokedAt'>,
  at: Date,
): GuestLinkState {
  if (link.revokedAt !== null) return 'revoked'
  return new Date(link.expiresAt) <= at ? 'ended' : 'open'
}

export const GUEST_LINK_GONE =
  'This link does not open anything, or no longer does. Ask the person who sent it for a new one.'

export type GuestRight = 'read' | 'comment' | 'sign_off'

const RIGHTS: Record<GuestPurpose, readonly GuestRight[]> = {
  read: ['read'],
  comment: ['read', 'comment'],
  fact_check: ['read', 'comment'],
  endorse: ['read', 'sign_off'],
}

/** May this guest do this? (SPEC.md GU8–GU9) */
export function mayGuest(guest: Guest, right: GuestRight): Outcome<Guest> {
  if (RIGHTS[guest.purpose].includes(right)) return done(guest)
  return refuse(
    'forbidden',
    `Your link is to ${TO[guest.purpose]}, so this was not done. Nothing was saved.`,
  )
}

const TO: Record<GuestPurpose, string> = {
  read: 'read',
  comment: 'read and comment',
  fact_check: 'read and check facts',
  endorse: 'read and sign off',
}
