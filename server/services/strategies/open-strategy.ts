import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND, mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { type StrategySummary, summariseStrategy } from './summarise-strategy'
import type { StrategiesAdapters } from './strategies-adapters'

/** One strategy, for a member of its partnership. An unknown id and somebody else's answer alike. */
export async function openStrategy(
  adapters: StrategiesAdapters,
  actor: Actor,
  id: string,
): Promise<Outcome<StrategySummary>> {
  const row = await adapters.strategies.findStrategy(id)
  if (!row) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, 'read', row)
  return may.ok ? done(summariseStrategy(row, actor)) : may
}
