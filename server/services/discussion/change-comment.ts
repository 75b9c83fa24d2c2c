import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { mayChangeComment } from '../../../app/domain/discussion/change-thread'
import { parseCommentText } from '../../../app/domain/discussion/parse-comment'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { prepareComment } from './prepare-comment'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

export interface CommentInput {
  readonly strategyId: string
  readonly threadId: string
  readonly commentId: string
}

/** An author puts their comment in other words; what it said is kept (SPEC.md DI17). */
export async function editComment(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  { text, ...input }: CommentInput & { readonly text: unknown; readonly mentioned?: unknown },
): Promise<Outcome<{ threadId: string }>> {
  const parsed = parseCommentText(text)
  return parsed.ok ? changeComment(adapters, actor, { ...input, text: parsed.value }) : parsed
}

/** An author takes their comment away; readers see that there was one (SPEC.md DI17). */
export async function deleteComment(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: CommentInput,
): Promise<Outcome<{ threadId: string }>> {
  return changeComment(adapters, actor, { ...input, text: null })
}

async function changeComment(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  {
    strategyId,
    threadId,
    commentId,
    text,
    mentioned,
  }: CommentInput & { readonly text: string | null; readonly mentioned?: unknown },
): Promise<Outcome<{ threadId: string }>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const { strategy, actor: member } = found.value
  const { personId } = member
  const at = adapters.now()
  const comment =
    text === null
      ? null
      : await prepareComment(
          adapters,
          { strategy, personId, member },
          { id: commentId, threadId, text, mentioned, at },
        )
  const changed = await adapters.threads.changeComment(
    { strategyId, commentId, personId, text, comment, at, revisionId: adapters.newId() },
    mayChangeComment,
    {
      at,
      actorId: personId,
      action: text === null ? 'comment.deleted' : 'comment.edited',
      subject: commentId,
      data: { strategyId },
    },
  )
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  adapters.notices.changed(strategyId, 'threads')
  return done({ threadId })
}
