/** Roles in a partnership; the glossary says who holds each. */
export const ROLES = [
  'chair',
  'editor',
  'reviewer',
  'viewer',
  'metric_lead',
  'signatory',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** The signed-in person, as every rule and service sees them. */
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly partnershipId: string
  readonly partnershipName: string
  readonly organisationId: string
  readonly organisationName: string
  readonly role: Role
  /** Bodies whose sign-off this person may record. */
  readonly signatoryOf: readonly string[]
}

export const ROLE_LABELS: Record<Role, string> = {
  chair: 'Chair',
  editor: 'Editor',
  reviewer: 'Reviewer',
  viewer: 'Reader',
  metric_lead: 'Metric lead',
  signatory: 'Signs off for a body',
  administrator: 'Administrator',
}
