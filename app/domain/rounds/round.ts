export const ROUND_KINDS = ['review', 'consultation', 'fact_check'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

export const ROUND_KIND_LABELS: Record<RoundKind, string> = {
  review: 'Review',
  consultation: 'Consultation',
  fact_check: 'Fact check',
}

/** What somebody is asked to do, after “You are asked to”. */
export const ROUND_TASKS: Record<RoundKind, string> = {
  review: 'review the text',
  consultation: 'say what you think of the text',
  fact_check: 'check the facts in the text',
}

export const ROUND_STATES = ['draft', 'open', 'closed', 'cancelled'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export const ROUND_STATE_LABELS: Record<RoundState, string> = {
  draft: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
  cancelled: 'Cancelled',
}

export const ROUND_ACTIONS = [
  'create',
  'change',
  'open',
  'read',
  'finish',
  'decline',
  'extend',
  'remind',
  'close',
  'cancel',
] as const
export type RoundAction = (typeof ROUND_ACTIONS)[number]

export const ASKED_TYPES = ['person', 'organisation', 'body', 'guest'] as const
export type AskedType = (typeof ASKED_TYPES)[number]

/** One choice of who is asked; people are found from it when the round opens. */
export interface Asked {
  readonly type: AskedType
  /** Of the member, the organisation, the body or the guest link. */
  readonly id: string
}

/** Which text people were asked to read, kept when the round opened. */
export interface RoundText {
  /** Null: the draft. */
  readonly edition: number | null
  /** The place in the log of the version kept of the draft. */
  readonly version: number | null
  readonly sha256: string
}

/** One thing that was done; kept for good. */
export interface RoundEvent {
  readonly action: RoundAction
  readonly personId: string
  readonly personName: string
  /** Whom it was about, for a reminder by hand. */
  readonly aboutId: string | null
  /** The reason, or the note of somebody who finished or declined. */
  readonly note: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Somebody who was asked, as they were when the round opened. */
export interface RoundInvitee {
  readonly personId: string
  readonly name: string
  readonly organisationName: string
  readonly isGuest: boolean
}

export interface RoundPerson extends RoundInvitee {
  readonly readAt: string | null
  readonly answer: 'finished' | 'declined' | null
  readonly answeredAt: string | null
  readonly note: string
  /** The day of the last reminder sent by hand, `YYYY-MM-DD`. */
  readonly remindedAt: string | null
}

export interface Round {
  readonly id: string
  readonly strategyId: string
  readonly kind: RoundKind
  readonly title: string
  readonly questions: readonly string[]
  readonly asked: readonly Asked[]
  /** The edition to be read; null: the draft as it is at opening. */
  readonly edition: number | null
  /** YYYY-MM-DD, the last day. */
  readonly dueOn: string
  readonly state: RoundState
  readonly ownerId: string
  readonly ownerName: string
  /** Null while it is a draft. */
  readonly text: RoundText | null
  readonly createdAt: string
  readonly openedAt: string | null
  readonly endedAt: string | null
  readonly endedReason: string
  /** By organisation and name; empty while it is a draft. */
  readonly people: readonly RoundPerson[]
  /** Oldest first. */
  readonly events: readonly RoundEvent[]
}

/** What each person did, from what happened (SPEC.md RR8–RR10). */
export function describePeople(
  invitees: readonly RoundInvitee[],
  events: readonly RoundEvent[],
): RoundPerson[] {
  return invitees.map((invitee) => describePerson(invitee, events))
}

function describePerson(invitee: RoundInvitee, events: readonly RoundEvent[]): RoundPerson {
  const own = events.filter(({ personId }) => personId === invitee.personId)
  // Who finished cannot decline, so a finish is the last word, also of two in one millisecond.
  const answered =
    own.find(({ action }) => action === 'finish') ?? own.find(({ action }) => action === 'decline')
  const reminded = events.findLast(
    ({ action, aboutId }) => action === 'remind' && aboutId === invitee.personId,
  )
  const { at = null, note = '', action = 'read' } = answered ?? {}
  return {
    ...invitee,
    readAt: timeOf(own.find((event) => event.action === 'read')),
    answer: ANSWERS[action] ?? null,
    answeredAt: at,
    note,
    remindedAt: timeOf(reminded),
  }
}

function timeOf(event: RoundEvent | undefined): string | null {
  return event?.at ?? null
}

const ANSWERS: Partial<Record<RoundAction, 'finished' | 'declined'>> = {
  finish: 'finished',
  decline: 'declined',
}

export function countFinished(people: readonly RoundPerson[]): number {
  return people.filter(({ answer }) => answer === 'finished').length
}

/** “7 of 12 have finished”. */
export function describeProgress(people: readonly RoundPerson[]): string {
  const finished = countFinished(people)
  return `${finished} of ${people.length} ${people.length === 1 ? 'has' : 'have'} finished`
}

/** “Edition 2” or “the draft”. */
export function nameText(edition: number | null): string {
  return edition === null ? 'the draft' : `edition ${edition}`
}
