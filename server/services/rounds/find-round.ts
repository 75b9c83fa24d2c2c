import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { Round } from '../../../app/domain/rounds/round'
import type { RoundKey, RoundStore, RoundStrategy } from './round-store'

export interface FoundStrategy {
  readonly actor: Actor
  readonly strategy: RoundStrategy
}

/** The strategy, if this person may do this in its partnership. */
export async function findStrategyOf(
  rounds: Pick<RoundStore, 'findStrategy'>,
  actor: Actor | null,
  { strategyId, right }: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<FoundStrategy>> {
  const strategy = await rounds.findStrategy(strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}

/** A round this person may see: a draft is for those who may run rounds (SPEC.md RR19). */
export async function findRound(
  rounds: Pick<RoundStore, 'findStrategy' | 'find'>,
  actor: Actor | null,
  { strategyId, roundId }: RoundKey,
): Promise<Outcome<FoundStrategy & { readonly round: Round }>> {
  const found = await findStrategyOf(rounds, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const round = await rounds.find(strategyId, roundId)
  if (!round || !maySee(found.value, round)) return refuse('not_found', NOT_FOUND)
  return done({ ...found.value, round })
}

export function maySee({ actor, strategy }: FoundStrategy, { state }: Round): boolean {
  return state !== 'draft' || has(actor, 'run_round', strategy)
}
