import { mayGuest } from '../../../app/domain/guests/guest'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'
import { signOffEdition } from '../agreement/sign-off-edition'
import { beginThread } from '../discussion/start-thread'
import { toActor } from './guest-actor'
import type { GuestAdapters } from './guest-store'
import { findGuest } from './open-guest'

export interface GuestCommentInput {
  readonly target: unknown
  readonly text: unknown
  readonly key: unknown
}

/** A guest begins a thread; one who checks facts begins a fact check (guests GU8). */
export async function commentAsGuest(
  adapters: GuestAdapters,
  token: string,
  input: GuestCommentInput,
): Promise<Outcome<{ threadId: string }>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const allowed = mayGuest(found.value, 'comment')
  if (!allowed.ok) return allowed
  const { strategyId, personId, purpose } = allowed.value
  const strategy = await adapters.threads.findStrategy(strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const kind = purpose === 'fact_check' ? 'fact_check' : 'comment'
  return beginThread(adapters, { strategy, personId, member: null }, { ...input, strategyId, kind })
}

/** A guest records the sign-off of the one body of their link (guests GU9). */
export async function signOffAsGuest(
  adapters: GuestAdapters,
  token: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Outcome<{ approved: boolean }>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const allowed = mayGuest(found.value, 'sign_off')
  if (!allowed.ok) return allowed
  const { strategyId } = allowed.value
  return signOffEdition(adapters, toActor(allowed.value), { strategyId, fields })
}
