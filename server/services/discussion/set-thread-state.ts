import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { changesState } from '../../../app/domain/discussion/change-thread'
import type { ThreadState } from '../../../app/domain/discussion/thread'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

export interface ThreadInput {
  readonly strategyId: string
  readonly threadId: string
}

export async function resolveThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: ThreadInput,
): Promise<Outcome<void>> {
  return setThreadState(adapters, actor, { ...input, state: 'resolved', right: 'resolve_thread' })
}

/** Whoever may comment may reopen: a thread closed without an answer can be asked again. */
export async function reopenThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: ThreadInput,
): Promise<Outcome<void>> {
  return setThreadState(adapters, actor, { ...input, state: 'open', right: 'comment' })
}

async function setThreadState(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  change: ThreadInput & { state: ThreadState; right: Right },
): Promise<Outcome<void>> {
  const { strategyId, threadId, state, right } = change
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right })
  if (!found.ok) return found
  const thread = await adapters.threads.find(strategyId, threadId)
  if (!thread) return refuse('not_found', NOT_FOUND)
  if (!changesState(thread.state, state)) return done(undefined)
  const at = adapters.now()
  const { personId } = found.value.actor
  const action = state === 'resolved' ? 'thread.resolved' : 'thread.reopened'
  const changed = await adapters.threads.setState(
    { strategyId, threadId, state, personId, at },
    { at, actorId: personId, action, subject: threadId, data: { strategyId } },
  )
  if (changed) adapters.notices.changed(strategyId, 'threads')
  return done(undefined)
}
