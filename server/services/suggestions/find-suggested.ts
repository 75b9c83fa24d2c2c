import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { SuggestedStrategy, SuggestionStore } from './suggestion-store'

export interface Suggested {
  readonly actor: Actor
  readonly strategy: SuggestedStrategy
}

/** The strategy, if this person may do this to something of its partnership. */
export async function findSuggested(
  suggestions: Pick<SuggestionStore, 'findStrategy'>,
  actor: Actor | null,
  asked: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<Suggested>> {
  const strategy = await suggestions.findStrategy(asked.strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, asked.right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}

/** Suggestions rule SU18. */
export function checkDrafted({ state }: SuggestedStrategy): Outcome<void> {
  if (state === 'drafting') return done(undefined)
  return refuse(
    'conflict',
    'The text is frozen while it is being agreed, so nothing can be suggested or accepted. Nothing was changed; what you wrote is still here.',
  )
}
