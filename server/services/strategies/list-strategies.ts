import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type StrategySummary, summariseStrategy } from './summarise-strategy'
import type { StrategiesAdapters } from './strategies-adapters'

/** The strategies of this person's partnership, the longest horizon first. */
export async function listStrategies(
  adapters: StrategiesAdapters,
  actor: Actor,
): Promise<Outcome<readonly StrategySummary[]>> {
  const may = mayDo(actor, 'read', actor)
  if (!may.ok) return may
  const rows = await adapters.strategies.listStrategiesOf(actor.partnershipId)
  return done(rows.map((row) => summariseStrategy(row, actor)))
}
