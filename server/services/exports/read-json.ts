import type { Actor } from '../../../app/domain/access/actor'
import type { Role } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategyState } from '../../../app/domain/strategy/strategy'
import type { StrategyJson } from '../../exporters/json/strategy-json'
import type { ExportsAdapters } from './exports-adapters'
import { findCopy } from './find-copy'

export interface ListedStrategy {
  readonly id: string
  readonly title: string
  readonly state: StrategyState
  /** What this person is in the strategy's partnership. */
  readonly role: Role
}

/** The strategies a person may see, for other programs. */
export async function listStrategiesJson(
  { strategies }: Pick<ExportsAdapters, 'strategies'>,
  actor: Actor,
): Promise<Outcome<{ readonly strategies: readonly ListedStrategy[] }>> {
  const may = mayDo(actor, 'read', actor)
  if (!may.ok) return may
  const rows = await strategies.listStrategiesOf(actor.partnershipId)
  return done({
    strategies: rows.map(({ id, title, state }) => ({ id, title, state, role: actor.role })),
  })
}

/** The draft, or one edition, as data: the same as the JSON export. */
export async function readStrategyJson(
  adapters: ExportsAdapters,
  actor: Actor | null,
  input: { strategyId: string; edition?: string | undefined },
): Promise<Outcome<StrategyJson>> {
  const found = await findCopy(adapters, actor, { ...input, right: 'read' })
  return found.ok ? done(adapters.exporters.readJson(found.value.copy)) : found
}
