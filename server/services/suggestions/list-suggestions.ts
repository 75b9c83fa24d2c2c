import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { Suggestion } from '../../../app/domain/suggestions/suggestion'
import { findSuggested } from './find-suggested'
import type { SuggestionAdapters } from './suggestion-store'

export interface ListedSuggestions {
  readonly partnershipId: string
  /** Oldest first. */
  readonly suggestions: readonly Suggestion[]
}

/** Every suggestion ever made for a strategy, whatever became of it, for its members. */
export async function listSuggestions(
  adapters: Pick<SuggestionAdapters, 'suggestions'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedSuggestions>> {
  const found = await findSuggested(adapters.suggestions, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { partnershipId } = found.value.strategy
  return done({ partnershipId, suggestions: await adapters.suggestions.list(strategyId) })
}
