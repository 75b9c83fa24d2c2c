import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Answer, parseAnswer } from '../../../app/domain/discussion/disposition'
import { changesState } from '../../../app/domain/discussion/change-thread'
import { tellOfAnswer } from '../../../app/domain/discussion/tell-of-thread'
import type { Thread, ThreadState } from '../../../app/domain/discussion/thread'
import type { Telling } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

export interface ThreadInput {
  readonly strategyId: string
  readonly threadId: string
}

export interface ResolveInput extends ThreadInput {
  /** Parsed here; left out, the thread is resolved without an answer. */
  readonly disposition?: unknown
  readonly reason?: unknown
}

/** Closes a thread, with an answer where one is given (SPEC.md DI15). */
export async function resolveThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  { disposition, reason, ...input }: ResolveInput,
): Promise<Outcome<void>> {
  const answer = parseAnswer({ disposition, reason })
  if (!answer.ok) return answer
  const change = { state: 'resolved', right: 'resolve_thread', answer: answer.value } as const
  return setThreadState(adapters, actor, { ...input, ...change })
}

/** Whoever may comment may reopen: a thread closed without an answer can be asked again. */
export async function reopenThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: ThreadInput,
): Promise<Outcome<void>> {
  return setThreadState(adapters, actor, {
    ...input,
    state: 'open',
    right: 'comment',
    answer: null,
  })
}

async function setThreadState(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  change: ThreadInput & { state: ThreadState; right: Right; answer: Answer | null },
): Promise<Outcome<void>> {
  const { strategyId, threadId, state, right, answer } = change
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right })
  if (!found.ok) return found
  const thread = await adapters.threads.find(strategyId, threadId)
  if (!thread) return refuse('not_found', NOT_FOUND)
  const isNewAnswer = answer !== null && thread.answer === null
  if (!changesState(thread.state, state) && !isNewAnswer) return done(undefined)
  const at = adapters.now()
  const { personId, name } = found.value.actor
  const action = state === 'resolved' ? 'thread.resolved' : 'thread.reopened'
  const tellings = tellBeginner(thread, { strategyId, by: { id: personId, name }, answer })
  const changed = await adapters.threads.setState(
    { strategyId, threadId, state, personId, at, answer, tellings },
    { at, actorId: personId, action, subject: threadId, data: { strategyId, ...answer } },
  )
  if (changed) adapters.notices.changed(strategyId, 'threads')
  return done(undefined)
}

interface Answered {
  readonly strategyId: string
  readonly by: { readonly id: string; readonly name: string }
  readonly answer: Answer | null
}

/** Who began the thread is told how it was answered; a guest has no page to be told on. */
function tellBeginner(thread: Thread, { strategyId, by, answer }: Answered): readonly Telling[] {
  const { id: threadId, createdBy, comments } = thread
  if (answer === null || createdBy.role === null) return []
  const text = comments[0]?.text ?? ''
  return tellOfAnswer({ threadId, strategyId, personId: createdBy.id, by, text }, answer)
}
