import type { CommentSituation } from '../../app/domain/discussion/change-thread'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type { AuditRecord } from '../services/audit'
import type { CommentChange } from '../services/discussion/thread-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import { tellPeople } from './tell-people'
import { toMentions } from './thread-rows'
import { canBeStored } from './text'

/** One transaction that holds the comment and its thread: what it said before is kept with the change. */
export async function changeComment<R>(
  db: Database,
  {
    change,
    may,
    audit,
  }: {
    change: CommentChange
    may: (situation: CommentSituation) => Outcome<R>
    audit: AuditRecord
  },
): Promise<Outcome<R> | null> {
  const { strategyId, commentId, personId, text, comment, at, revisionId } = change
  if (!canBeStored(commentId) || !canBeStored(strategyId)) return null
  return db.prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<HeldComment[]>`
      SELECT comment.text, comment.mentions, comment.author_id AS "authorId", comment.deleted_at AS "deletedAt", thread.state
      FROM comment JOIN thread ON thread.id = comment.thread_id
      WHERE comment.id = ${commentId} AND thread.strategy_id = ${strategyId} FOR UPDATE`
    if (!row) return null
    const threadState = row.state === 'open' ? 'open' : 'resolved'
    const allowed = may({
      threadState,
      isAuthor: row.authorId === personId,
      isDeleted: row.deletedAt !== null,
    })
    if (!allowed.ok) return allowed
    await tx.commentRevision.create({ data: { id: revisionId, commentId, text: row.text, at } })
    const mentions = [...(comment?.pickMentions(toMentions(row.mentions)) ?? [])]
    const data = text === null ? { text: '', deletedAt: at } : { text, editedAt: at }
    await tx.comment.update({
      where: { id: commentId },
      data: { ...data, mentions: mentions.map((mention) => ({ ...mention })) },
    })
    // Whom the comment told before it does not tell again: each telling has the comment's key.
    await tellPeople(tx, comment?.tell({ mentions, participantIds: [] }) ?? [], at)
    await appendAudit(tx, audit)
    return allowed
  })
}

interface HeldComment {
  readonly text: string
  readonly mentions: unknown
  readonly authorId: string
  readonly deletedAt: Date | null
  readonly state: string
}
