import type { Telling } from '../../../app/domain/notices/telling'
import type { Recipient } from '../../../app/domain/notices/write-notice'
import type { StrategyState } from '../../../app/domain/strategy/strategy'
import type {
  SuggestedChange,
  Suggestion,
  SuggestionAction,
  SuggestionEvent,
  SuggestionState,
} from '../../../app/domain/suggestions/suggestion'
import type { AuditRecord } from '../audit'
import type { DocumentReader, DocumentWriter, LiveNotices } from '../documents'
import type { RegisterReader } from '../registers/read-picker-options'

export interface SuggestionStore {
  findStrategy(strategyId: string): Promise<SuggestedStrategy | null>
  /** Every suggestion of the strategy, oldest first. */
  list(strategyId: string): Promise<Suggestion[]>
  /** Answers only for a suggestion of this strategy. */
  find(strategyId: string, suggestionId: string): Promise<Suggestion | null>
  /** `repeated`: this person sent the same id before; nothing is written twice. */
  propose(suggestion: NewSuggestion, audit: AuditRecord): Promise<'written' | 'repeated' | 'taken'>
  /**
   * Holds the suggestion while `work` decides, so that two people's decisions happen one after the other; writes what it
   * answers in the same transaction. Null for an unknown suggestion; a refusal leaves no trace.
   */
  decide<R>(
    key: { readonly strategyId: string; readonly suggestionId: string },
    work: (held: HeldSuggestion) => Promise<DecisionAnswer<R>>,
  ): Promise<DecisionAnswer<R> | null>
}

export interface SuggestedStrategy {
  readonly id: string
  readonly partnershipId: string
  readonly documentId: string
  readonly state: StrategyState
}

export interface NewSuggestion {
  /** The key of the request. */
  readonly id: string
  readonly strategyId: string
  readonly change: SuggestedChange
  readonly chapterId: string | null
  readonly about: string
  readonly before: string
  readonly after: string
  readonly event: NewEvent
}

export interface NewEvent {
  readonly id: string
  readonly action: SuggestionAction
  readonly personId: string
  readonly organisation: string
  readonly reason: string
  readonly byHand: boolean
  readonly at: Date
  readonly words?: string | null
  readonly vote?: SuggestionEvent['vote']
  readonly minuteReference?: string
}

export interface HeldSuggestion {
  readonly id: string
  readonly state: SuggestionState
  readonly change: SuggestedChange
  readonly inverse: SuggestedChange | null
  readonly createdBy: Recipient & { readonly personId: string }
  readonly about: string
  readonly strategyTitle: string
  /** When a body makes it formally. */
  readonly amendmentNumber: number | null
}

export type DecisionAnswer<R> =
  | { readonly ok: false; readonly refusal: R }
  | {
      readonly ok: true
      readonly state: SuggestionState
      readonly inverse: SuggestedChange | null
      readonly event: NewEvent
      readonly audit: AuditRecord
      /** Told exactly when the decision is there. */
      readonly tellings: readonly Telling[]
    }

export interface SuggestionAdapters {
  readonly suggestions: SuggestionStore
  readonly documents: DocumentReader
  readonly writer: DocumentWriter
  readonly registers: Pick<RegisterReader, 'readRegisters'>
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}
