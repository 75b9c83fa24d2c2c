import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DiscussedStrategy, ThreadStore } from './thread-store'

/** The strategy and who asks, if that person may do this to it. */
export interface Discussed {
  readonly actor: Actor
  readonly strategy: DiscussedStrategy
}

export async function findDiscussed(
  threads: ThreadStore,
  actor: Actor | null,
  asked: { strategyId: string; right: Right },
): Promise<Outcome<Discussed>> {
  const strategy = await threads.findStrategy(asked.strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, asked.right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}
