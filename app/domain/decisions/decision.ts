/** How those who may vote say what they want. */
export const VOTING_METHODS = [
  'consent',
  'majority',
  'score',
  'dot',
  'ranked',
  'sense_check',
] as const
export type VotingMethod = (typeof VOTING_METHODS)[number]

/** `meeting`: taken in a meeting and written down here. */
export const METHODS = [...VOTING_METHODS, 'meeting'] as const
export type Method = (typeof METHODS)[number]

export const MAJORITIES = ['simple', 'two_thirds', 'absolute'] as const
export type Majority = (typeof MAJORITIES)[number]

/** By whom a vote is held. */
export const VOTERS = ['roles', 'people', 'organisations', 'bodies'] as const
export type Voters = (typeof VOTERS)[number]

export const DECISION_STATES = ['open', 'closed', 'cancelled'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

export const OUTCOMES = [
  'carried',
  'not_carried',
  'chosen',
  'tied',
  'no_decision',
  'sense',
  'recorded',
] as const
export type OutcomeCode = (typeof OUTCOMES)[number]

export interface DecisionOption {
  readonly id: string
  readonly label: string
}

export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: number }
  /** Percent of those entitled. */
  | { readonly kind: 'share'; readonly percent: number }

/** What a count needs to know; fixed when the decision opens. */
export interface VotingRules {
  /** Empty for consent and sense check, whose choices are fixed. */
  readonly options: readonly DecisionOption[]
  readonly majority: Majority
  /** Dots each vote has, and how many of them may go to one option. */
  readonly dots: number
  readonly cap: number
  readonly quorum: Quorum
}

export const CONSENT_CHOICES = ['consent', 'stand_aside', 'object'] as const
export type ConsentChoice = (typeof CONSENT_CHOICES)[number]

/** What one vote says. */
export type Ballot =
  | { readonly type: 'abstain' }
  | { readonly type: 'consent'; readonly choice: ConsentChoice }
  | { readonly type: 'option'; readonly optionId: string }
  | { readonly type: 'scores'; readonly scores: Readonly<Record<string, number>> }
  | { readonly type: 'dots'; readonly dots: Readonly<Record<string, number>> }
  /** Best first; options that are left out come after all others. */
  | { readonly type: 'ranking'; readonly order: readonly string[] }
  | { readonly type: 'level'; readonly level: number }

/** One vote: of a person, an organisation or a body, with who casts it and who stands in. */
export interface Seat {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'body'
  readonly targetId: string
  readonly name: string
  readonly organisation: string
  readonly casterId: string
  readonly casterName: string
  readonly deputyId: string | null
  readonly deputyName: string | null
}

export interface Cast {
  readonly seatId: string
  /** From 1; of one seat the highest counts. */
  readonly number: number
  readonly personId: string
  readonly personName: string
  readonly ballot: Ballot
  readonly reason: string
  readonly at: string
}

/** Everything about a decision but its votes. */
export interface Decision {
  readonly id: string
  readonly strategyId: string
  readonly method: Method
  readonly state: DecisionState
  readonly question: string
  readonly context: string
  /** What it is about, as an address below this strategy's; empty when it stands for itself. */
  readonly about: string
  readonly rules: VotingRules
  readonly voters: Voters
  /** Nobody sees how votes stand until it closes. */
  readonly isHidden: boolean
  readonly opensAt: string
  readonly closesAt: string
  readonly openedById: string
  readonly openedByName: string
  readonly supersedes: { readonly id: string; readonly question: string } | null
  readonly supersededBy: { readonly id: string; readonly question: string } | null
  readonly bodyName: string
  /** YYYY-MM-DD, of a meeting. */
  readonly heldOn: string | null
  readonly dissent: string
  readonly closedAt: string | null
  /** Null when it closed by its date. */
  readonly closedByName: string | null
  readonly closeReason: string
  readonly outcome: OutcomeCode | null
  readonly outcomeWords: string
  readonly statement: string
  readonly minuteReference: string
}

export interface DecisionWithVotes extends Decision {
  readonly seats: readonly Seat[]
  /** Every one that was ever cast, oldest first. */
  readonly casts: readonly Cast[]
}

/** The vote of each seat that counts: its last (SPEC.md DE9). */
export function lastCasts(casts: readonly Cast[]): Map<string, Cast> {
  const last = new Map<string, Cast>()
  for (const cast of casts) {
    const known = last.get(cast.seatId)
    if (!known || known.number < cast.number) last.set(cast.seatId, cast)
  }
  return last
}

export type DecisionStatus = 'not_yet' | 'open' | 'due' | 'closed' | 'cancelled'

/** Where a decision stands by the server's clock; `due`: past its close, and takes no vote (SPEC.md DE12). */
export function statusOf(
  { state, opensAt, closesAt }: Pick<Decision, 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
): DecisionStatus {
  if (state !== 'open') return state
  if (now >= new Date(closesAt)) return 'due'
  return now < new Date(opensAt) ? 'not_yet' : 'open'
}

export function isVotingMethod(method: Method): method is VotingMethod {
  return method !== 'meeting'
}

/** Consent and sense check bring their own choices. */
export function hasOptions(method: Method): boolean {
  return ['majority', 'score', 'dot', 'ranked'].includes(method)
}
