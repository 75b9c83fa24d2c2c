import type { Actor } from '../../../app/domain/access/actor'
import type { Thread } from '../../../app/domain/discussion/thread'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import { type DiscussionPeople, readPeople } from './read-discussion'
import type { DiscussionAdapters } from './thread-store'

/** Every thread of a strategy, oldest first. Where each stands now is for the page to find in its own copy. */
export async function listThreads(
  adapters: Pick<DiscussionAdapters, 'threads'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Thread[]>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  return done(await adapters.threads.list(strategyId))
}

/** Whom a comment may mention and who may be asked, for the page beside the text. */
export async function listDiscussionPeople(
  adapters: Pick<DiscussionAdapters, 'threads' | 'now'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<DiscussionPeople>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'read' })
  return found.ok ? done(await readPeople(adapters, found.value.actor)) : found
}
