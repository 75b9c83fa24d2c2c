import type { Actor } from '../../../app/domain/access/actor'
import { acceptAllFrom } from './accept-all-from'
import { decideOnSuggestion, type DecideInput } from './decide-on-suggestion'
import { listSuggestions } from './list-suggestions'
import { proposeAll } from './propose-all'
import { proposeSuggestion, type ProposeInput } from './propose-suggestion'
import type { SuggestionAdapters } from './suggestion-store'

export function createSuggestionsServices(adapters: SuggestionAdapters) {
  const inTurn = createTurns()
  return {
    list: (actor: Actor | null, strategyId: string) => listSuggestions(adapters, actor, strategyId),
    propose: (actor: Actor | null, input: ProposeInput) =>
      proposeSuggestion(adapters, actor, input),
    proposeAll: (actor: Actor | null, input: Parameters<typeof proposeAll>[2]) =>
      proposeAll(adapters, actor, input),
    decide: (actor: Actor | null, input: DecideInput) =>
      inTurn(() => decideOnSuggestion(adapters, actor, input)),
    acceptAllFrom: (actor: Actor | null, input: Parameters<typeof acceptAllFrom>[2]) =>
      inTurn(() => acceptAllFrom(adapters, actor, input)),
  }
}

/**
 * One after the other: a decision holds a database connection while it waits for another one to write the text, and
 * many at once would wait for each other.
 */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }
}

export type SuggestionsServices = ReturnType<typeof createSuggestionsServices>
