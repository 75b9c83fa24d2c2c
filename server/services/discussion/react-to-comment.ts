import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { parseReaction } from '../../../app/domain/discussion/reactions'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

export interface ReactInput {
  readonly strategyId: string
  readonly threadId: string
  readonly commentId: string
  readonly kind: unknown
  readonly isOn: boolean
}

/** Gives a reaction to a comment, or takes it back (SPEC.md DI23). */
export async function reactToComment(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  { strategyId, threadId, commentId, kind: given, isOn }: ReactInput,
): Promise<Outcome<{ threadId: string }>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const kind = parseReaction(given)
  if (!kind.ok) return kind
  const { personId } = found.value.actor
  const at = adapters.now()
  const result = await adapters.threads.setReaction(
    { strategyId, threadId, commentId, personId, kind: kind.value, isOn, at },
    {
      at,
      actorId: personId,
      action: isOn ? 'comment.reacted' : 'comment.reaction_taken_back',
      subject: commentId,
      data: { strategyId, kind: kind.value },
    },
  )
  if (result === 'unknown') return refuse('not_found', NOT_FOUND)
  if (result === 'changed') adapters.notices.changed(strategyId, 'threads')
  return done({ threadId })
}
