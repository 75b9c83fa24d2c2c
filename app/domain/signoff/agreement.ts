import type { StrategyState } from '../strategy/strategy'
import type { Phase } from './phases'

export const EDITION_STATES = [
  'submitted',
  'returned',
  'approved',
  'published',
  'superseded',
  'withdrawn',
] as const
export type EditionState = (typeof EDITION_STATES)[number]

export const VERBS = ['agree', 'endorse', 'approve', 'note', 'scrutinise'] as const
export type Verb = (typeof VERBS)[number]

export const SIGN_OFF_RESULTS = [
  'agreed',
  'agreed_with_comments',
  'noted',
  'abstained',
  'declined',
] as const
export type SignOffResult = (typeof SIGN_OFF_RESULTS)[number]

/** A committee that is asked about an edition. The one of kind `icp` is the body that approves. */
export interface SigningBody {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly verb: Verb
  /** Required bodies are waited for; the others are invited. */
  readonly required: boolean
  /** How many it has; null: not known. */
  readonly members: number | null
  /** How many must be present to decide; null: it has no quorum. */
  readonly quorum: number | null
}

/** What was counted at the meeting; null: not counted, or not said. */
export interface Attendance {
  readonly present: number | null
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly votesAbstained: number | null
}

/** A file that proves a sign-off. */
export interface Evidence {
  readonly id: string
  readonly fileId: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** What one body said about one edition; never changed, never taken away. */
export interface SignOff extends Attendance {
  readonly id: string
  readonly bodyId: string
  readonly editionHash: string
  readonly verb: Verb
  readonly result: SignOffResult
  readonly reason: string
  readonly minuteReference: string
  /** Who dissented, and in which words. */
  readonly dissent: string
  /** Oldest first. */
  readonly evidence: readonly Evidence[]
  readonly personId: string
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** An edition without its text. */
export interface EditionSummary {
  readonly id: string
  readonly strategyId: string
  readonly number: number
  readonly state: EditionState
  /** SHA-256 of the canonical text, 64 hexadecimal digits. */
  readonly hash: string
  /** Major and minor: `2.1`; empty where nobody gave one. */
  readonly label: string
  readonly changeNote: string
  /** The phase the draft was in; null for editions from before there were phases. */
  readonly submittedFrom: Phase | null
  readonly submittedById: string
  readonly submittedByName: string
  readonly submittedAt: string
  readonly approvedAt: string | null
  readonly publishedAt: string | null
  readonly publishedById: string | null
  readonly publishedByName: string | null
  /** Why it was published without waiting for a second pair of eyes; empty when it was not. */
  readonly urgentReason: string
  /** Who approved an urgent publication afterwards, and when. */
  readonly secondApproval: { readonly personName: string; readonly at: string } | null
  /** When it was returned, superseded or withdrawn. */
  readonly endedAt: string | null
  readonly endedReason: string
}

/** The state of the working text and of the newest edition, all that the order of steps depends on. */
export interface AgreementState {
  readonly strategy: StrategyState
  /** Null before the first edition. */
  readonly edition: EditionState | null
  /** It was published as urgent and nobody has approved that yet. */
  readonly awaitsSecondApproval?: boolean
  /** Only suggestions are taken. */
  readonly suggestingOnly?: boolean
}
