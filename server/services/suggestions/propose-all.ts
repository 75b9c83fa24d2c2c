import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { proposeSuggestion } from './propose-suggestion'
import type { SuggestionAdapters } from './suggestion-store'

export const SUGGESTIONS_AT_ONCE_MAX = 200

export interface ProposedAll {
  /** The keys of what is kept now; sent again, they are the same suggestions. */
  readonly sent: readonly string[]
  /** What was not kept, and why; the page keeps it for another try. */
  readonly refused: readonly { readonly key: string; readonly message: string }[]
}

/** Keeps each change of a list and says of each what became of it (suggestions SU34). */
export async function proposeAll(
  adapters: SuggestionAdapters,
  actor: Actor | null,
  input: { readonly strategyId: string; readonly changes: unknown },
): Promise<Outcome<ProposedAll>> {
  const { strategyId, changes } = input
  if (!Array.isArray(changes) || changes.length === 0) return refuse('invalid', NOTHING)
  if (changes.length > SUGGESTIONS_AT_ONCE_MAX) return refuse('invalid', TOO_MANY)
  const sent: string[] = []
  const refused: { key: string; message: string }[] = []
  for (const one of changes.map(readOne)) {
    const outcome = await proposeSuggestion(adapters, actor, { strategyId, ...one })
    if (outcome.ok) sent.push(outcome.value.suggestionId)
    else if (outcome.refusal.code === 'conflict' || outcome.refusal.code === 'invalid')
      refused.push({ key: String(one.key), message: outcome.refusal.message })
    else return outcome
  }
  return done({ sent, refused })
}

const NOTHING = 'There is nothing to send: tick at least one suggestion.'
const TOO_MANY = `At most ${SUGGESTIONS_AT_ONCE_MAX} suggestions are sent at once. Nothing was saved; leave some out and send them afterwards.`

function readOne(value: unknown): { change: unknown; reason: unknown; key: unknown } {
  const one: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  return { change: one['change'], reason: one['reason'], key: one['key'] }
}
