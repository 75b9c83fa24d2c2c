import type { Telling } from '../../../app/domain/notices/telling'
import type { AuditRecord } from '../audit'
import type { NewSuggestion, SuggestionAdapters } from '../suggestions/suggestion-store'

/** What makes a suggestion an amendment. */
export interface AmendedRow {
  readonly suggestionId: string
  readonly number: number
  readonly body: { readonly id: string; readonly name: string }
  readonly minuteReference: string
}

export interface NewAmendment {
  readonly suggestion: NewSuggestion
  readonly bodyId: string
  readonly minuteReference: string
}

export interface Parties {
  readonly strategyTitle: string
  /** In the order the partnership gave them. */
  readonly bodies: readonly {
    readonly id: string
    readonly name: string
    readonly signatoryIds: readonly string[]
  }[]
  /** The chair and editors there are today. */
  readonly penHolderIds: readonly string[]
}

export interface AmendmentStore {
  /** By number. */
  list(strategyId: string): Promise<readonly AmendedRow[]>
  readParties(strategyId: string, onDay: string): Promise<Parties | null>
  /**
   * Gives the next number while nobody else is given one; what is told hears it. The number is the earlier one when the
   * same request came before; null when its key belongs to something else.
   */
  propose(
    amendment: NewAmendment,
    say: (number: number) => { audit: AuditRecord; tellings: readonly Telling[] },
  ): Promise<number | null>
}

export interface AmendmentAdapters extends SuggestionAdapters {
  readonly amendments: AmendmentStore
}
