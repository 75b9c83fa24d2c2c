import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { decideOnSuggestion } from './decide-on-suggestion'
import { findSuggested } from './find-suggested'
import type { SuggestionAdapters } from './suggestion-store'

export interface AcceptedAll {
  readonly accepted: number
  /** What was not accepted, and why, in the order it was suggested. */
  readonly refused: readonly { readonly suggestionId: string; readonly message: string }[]
}

/** Accepts every open suggestion of one person, oldest first; one that is refused stops none after it (SU17). */
export async function acceptAllFrom(
  adapters: SuggestionAdapters,
  actor: Actor | null,
  input: { readonly strategyId: string; readonly personId: string; readonly reason: unknown },
): Promise<Outcome<AcceptedAll>> {
  const { strategyId, personId, reason } = input
  const found = await findSuggested(adapters.suggestions, actor, {
    strategyId,
    right: 'decide_suggestion',
  })
  if (!found.ok) return found
  const open = (await adapters.suggestions.list(strategyId)).filter(
    ({ state, createdBy }) => state === 'proposed' && createdBy.id === personId,
  )
  const refused: { suggestionId: string; message: string }[] = []
  for (const { id: suggestionId } of open) {
    const step = { strategyId, suggestionId, decision: 'accept', reason } as const
    const outcome = await decideOnSuggestion(adapters, actor, step)
    if (!outcome.ok) refused.push({ suggestionId, message: outcome.refusal.message })
  }
  return done({ accepted: open.length - refused.length, refused })
}
