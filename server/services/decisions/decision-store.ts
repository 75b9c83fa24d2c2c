import type {
  Ballot,
  Decision,
  DecisionWithVotes,
  OutcomeCode,
} from '../../../app/domain/decisions/decision'
import type { Electorate, NewSeat } from '../../../app/domain/decisions/electorate'
import type { Statement } from '../../../app/domain/decisions/end-decision'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import type { LiveNotices } from '../documents'
import type { PartnershipFinder } from '../find-partnership'

export interface DecisionStore extends PartnershipFinder {
  /** Members of that day whose role may vote, and the organisations and bodies they can speak for. */
  readElectorate(partnershipId: string, at: Date): Promise<Electorate>
  list(strategyId: string): Promise<DecisionWithVotes[]>
  find(strategyId: string, decisionId: string): Promise<DecisionWithVotes | null>
  /** Of every strategy of the partnership. */
  listOpen(partnershipId: string): Promise<(DecisionWithVotes & { strategyTitle: string })[]>
  /** Open decisions that close until then, of everybody. */
  listClosing(until: Date): Promise<DecisionWithVotes[]>
  tell(tellings: readonly Telling[], at: Date): Promise<void>
  /** Open decisions whose close is past, of everybody. */
  listDue(now: Date): Promise<DecisionKey[]>
  /** `repeated`: sent before with the same key; `superseded`: another decision has taken the old one's place. */
  open(decision: NewDecision): Promise<'written' | 'repeated' | 'taken' | 'superseded'>
  /**
   * Holds the decision while `work` decides, so that votes and closes happen one after the other, and writes what it
   * answers in the same transaction. Null for an unknown decision; a refusal leaves no trace.
   */
  hold<T>(
    key: DecisionKey,
    work: (held: DecisionWithVotes) => Outcome<Writes & { readonly answer: T }>,
  ): Promise<Outcome<T> | null>
}

export interface DecisionKey {
  readonly strategyId: string
  readonly decisionId: string
}

export interface NewDecision extends Pick<
  Decision,
  | 'id'
  | 'strategyId'
  | 'method'
  | 'state'
  | 'question'
  | 'context'
  | 'about'
  | 'rules'
  | 'voters'
  | 'isHidden'
  | 'openedById'
  | 'bodyName'
  | 'heldOn'
  | 'dissent'
  | 'outcome'
  | 'outcomeWords'
  | 'minuteReference'
> {
  readonly opensAt: Date
  readonly closesAt: Date
  readonly closedAt: Date | null
  readonly supersedesId: string | null
  readonly createdAt: Date
  readonly seats: readonly (NewSeat & { readonly id: string })[]
  readonly tellings: readonly Telling[]
  readonly audit: AuditRecord
}

export interface NewCast {
  readonly id: string
  readonly seatId: string
  readonly number: number
  readonly personId: string
  readonly ballot: Ballot
  readonly reason: string
  readonly at: Date
}

export interface End extends Statement {
  readonly state: 'closed' | 'cancelled'
  readonly closedAt: Date
  readonly closedById: string | null
  readonly closeReason: string
  readonly outcome: OutcomeCode | null
  readonly outcomeWords: string
}

/** What becomes of a decision in one step. */
export interface Writes {
  readonly cast?: NewCast
  readonly end?: End
  readonly statement?: Statement
  readonly tellings: readonly Telling[]
  /** Null when nothing was changed. */
  readonly audit: AuditRecord | null
}

export interface DecisionAdapters {
  readonly decisions: DecisionStore
  readonly notices: LiveNotices
  readonly baseUrl: string
  readonly now: () => Date
  readonly newId: () => string
}
