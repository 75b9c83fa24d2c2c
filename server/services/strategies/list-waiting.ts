import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategiesAdapters, Waiting } from './strategies-adapters'

/** What the start page shows first: sign-offs to record, then what this person leads. */
export async function listWaiting(
  adapters: StrategiesAdapters,
  actor: Actor,
): Promise<Outcome<Waiting>> {
  const may = mayDo(actor, 'read', actor)
  return may.ok ? done(await adapters.strategies.listWaiting(actor)) : may
}
