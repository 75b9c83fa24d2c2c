import type { Suggestion } from '../../domain/suggestions/suggestion'
import { useFetched } from '../../ui/use-fetched'

export interface LoadedSuggestions {
  readonly suggestions: readonly Suggestion[]
  readonly state: 'loading' | 'loaded' | 'failed'
  /** Call when something was sent, or when the server says `suggestions` have changed. */
  readonly reload: () => void
}

const NONE: readonly Suggestion[] = []
const READING = {
  first: NONE,
  read: (body: unknown) => (body as { suggestions: Suggestion[] }).suggestions,
}

/** The suggestions for a strategy, kept while newer ones are fetched. */
export function useSuggestions(strategyId: string): LoadedSuggestions {
  const { value, state, reload } = useFetched<readonly Suggestion[]>(
    suggestionsAddress(strategyId),
    READING,
  )
  return { suggestions: value, state, reload }
}

/** JSON for pages that stay open; the page itself is at `/suggestions`. */
export function suggestionsAddress(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/suggestions/data`
}
