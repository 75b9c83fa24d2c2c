import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { Led, StrategiesAdapters } from './strategies-adapters'

/** The objectives and metrics that wait for this person as their lead. */
export async function listLed(adapters: StrategiesAdapters, actor: Actor): Promise<Outcome<Led>> {
  const may = mayDo(actor, 'read', actor)
  return may.ok ? done(await adapters.strategies.listLed(actor)) : may
}
