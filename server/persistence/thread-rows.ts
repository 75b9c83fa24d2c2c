import { z } from 'zod'
import type { Assignment } from '../../app/domain/discussion/assignment'
import { type Answer, DISPOSITIONS } from '../../app/domain/discussion/disposition'
import type { Mention } from '../../app/domain/discussion/mentions'
import { REACTIONS } from '../../app/domain/discussion/reactions'
import {
  THREAD_KINDS,
  type Thread,
  type ThreadComment,
  type ThreadTarget,
} from '../../app/domain/discussion/thread'
import type { Prisma } from './generated/client'
import { type Members, toPersonOf } from './thread-people'

export const WITH_PEOPLE = {
  strategy: { select: { partnershipId: true } },
  createdBy: { select: { id: true, name: true } },
  assignedTo: { select: { id: true, name: true } },
  resolvedBy: { select: { id: true, name: true } },
  comments: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      author: { select: { id: true, name: true } },
      reactions: {
        orderBy: [{ at: 'asc' }, { personId: 'asc' }],
        include: { person: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.ThreadInclude

type ThreadRow = Prisma.ThreadGetPayload<{ include: typeof WITH_PEOPLE }>

export function toThread(row: ThreadRow, members: Members): Thread {
  const toPerson = toPersonOf(members)
  return {
    id: row.id,
    strategyId: row.strategyId,
    target: toTarget(row),
    kind: THREAD_KINDS.find((kind) => kind === row.kind) ?? 'comment',
    state: row.state === 'resolved' ? 'resolved' : 'open',
    createdAt: row.createdAt.toISOString(),
    createdBy: toPerson(row.createdBy),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy ? toPerson(row.resolvedBy) : null,
    answer: toAnswer(row),
    assignment: toAssignment(row, toPerson),
    comments: row.comments.map((comment) => toComment(comment, toPerson)),
  }
}

function toAnswer({ disposition: said, dispositionReason: reason }: ThreadRow): Answer | null {
  const disposition = DISPOSITIONS.find((known) => known === said)
  return disposition ? { disposition, reason } : null
}

function toTarget(row: ThreadRow): ThreadTarget {
  const { chapterId, quote, prefix, suffix, anchorStart: start, anchorEnd: end } = row
  if (row.target === 'section') return { type: 'section', chapterId: chapterId ?? '' }
  if (row.target === 'block') return { type: 'block', chapterId, blockId: row.blockId ?? '' }
  if (row.target === 'field')
    return { type: 'field', chapterId, blockId: row.blockId ?? '', field: row.fieldKey ?? '' }
  return { type: 'text', chapterId: chapterId ?? '', anchor: { start, end, quote, prefix, suffix } }
}

/** The columns of a target; positions are JSON that only a copy of the document understands. */
export function fromTarget(target: ThreadTarget) {
  if (target.type === 'block') {
    return { target: 'block', chapterId: target.chapterId, blockId: target.blockId }
  }
  if (target.type === 'field') {
    const { chapterId, blockId, field: fieldKey } = target
    return { target: 'field', chapterId, blockId, fieldKey }
  }
  if (target.type === 'section') return { target: 'section', chapterId: target.chapterId }
  const { start, end, quote, prefix, suffix } = target.anchor
  return {
    target: 'text',
    chapterId: target.chapterId,
    anchorStart: start as Prisma.InputJsonValue,
    anchorEnd: end as Prisma.InputJsonValue,
    quote,
    prefix,
    suffix,
  }
}

type ToPerson = ReturnType<typeof toPersonOf>

function toComment(comment: ThreadRow['comments'][number], toPerson: ToPerson): ThreadComment {
  return {
    id: comment.id,
    text: comment.text,
    createdAt: comment.createdAt.toISOString(),
    author: toPerson(comment.author),
    editedAt: comment.editedAt?.toISOString() ?? null,
    isDeleted: comment.deletedAt !== null,
    mentions: toMentions(comment.mentions),
    reactions: comment.reactions.flatMap(({ kind: given, personId, person }) => {
      const kind = REACTIONS.find((known) => known === given)
      return kind ? [{ kind, personId, name: person.name }] : []
    }),
  }
}

function toAssignment({ assignedTo, dueOn }: ThreadRow, toPerson: ToPerson): Assignment | null {
  if (!assignedTo) return null
  return { person: toPerson(assignedTo), dueOn: dueOn?.toISOString().slice(0, 10) ?? null }
}

const mentionsColumn = z.array(
  z.object({ type: z.enum(['person', 'organisation']), id: z.string(), name: z.string() }),
)

export function toMentions(value: unknown): Mention[] {
  return mentionsColumn.catch([]).parse(value)
}
