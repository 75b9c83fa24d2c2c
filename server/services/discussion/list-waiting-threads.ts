import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { DiscussionAdapters, WaitingThread } from './thread-store'

/** Open threads that wait for this person: on a block they lead, or an answer to a thread they began. */
export async function listWaitingThreads(
  adapters: Pick<DiscussionAdapters, 'threads'>,
  actor: Actor,
): Promise<Outcome<WaitingThread[]>> {
  const allowed = mayDo(actor, 'read', actor)
  if (!allowed.ok) return allowed
  return done(await adapters.threads.listWaiting(actor.partnershipId, actor.personId))
}
