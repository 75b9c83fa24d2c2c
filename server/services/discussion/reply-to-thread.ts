import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { mayReply } from '../../../app/domain/discussion/change-thread'
import { parseCommentText, parseRequestKey } from '../../../app/domain/discussion/parse-comment'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import { prepareComment } from './prepare-comment'
import { KEY_TAKEN } from './start-thread'
import type { DiscussionAdapters } from './thread-store'

export interface ReplyInput {
  readonly strategyId: string
  readonly threadId: string
  readonly text: unknown
  readonly key: unknown
  readonly mentioned?: unknown
}

/** Adds a comment to an open thread of this strategy. */
export async function replyToThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: ReplyInput,
): Promise<Outcome<{ threadId: string }>> {
  const { strategyId, threadId } = input
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const text = parseCommentText(input.text)
  if (!text.ok) return text
  const key = parseRequestKey(input.key)
  if (!key.ok) return key
  const at = adapters.now()
  const { strategy, actor: member } = found.value
  const authorId = member.personId
  const written = await adapters.threads.reply(
    await prepareComment(
      adapters,
      { strategy, personId: authorId, member },
      { id: key.value, threadId, text: text.value, mentioned: input.mentioned, at },
    ),
    {
      at,
      actorId: authorId,
      action: 'thread.replied',
      subject: threadId,
      data: { strategyId, comment: key.value },
    },
  )
  switch (written.result) {
    case 'unknown':
      return refuse('not_found', NOT_FOUND)
    case 'taken':
      return refuse('conflict', KEY_TAKEN)
    case 'resolved': {
      const refused = mayReply('resolved')
      return refused.ok ? done({ threadId }) : refused
    }
    case 'written':
      adapters.notices.changed(strategyId, 'threads')
      return done({ threadId })
    case 'repeated':
      return done({ threadId: written.threadId })
  }
}
