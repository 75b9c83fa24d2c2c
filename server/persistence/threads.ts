import type { Thread } from '../../app/domain/discussion/thread'
import type { AuditRecord } from '../services/audit'
import type {
  NewComment,
  NewThread,
  StateChange,
  ThreadStore,
  Written,
} from '../services/discussion/thread-store'
import { appendAudit } from './audit'
import { changeComment } from './change-comment'
import type { Database } from './database'
import { Prisma } from './generated/client'
import { canBeStored } from './text'
import { readMembers } from './thread-people'
import { tellPeople } from './tell-people'
import { fromTarget, toThread, WITH_PEOPLE } from './thread-rows'
import {
  assignThread,
  listAssignedThreads,
  listDueThreads,
  listMembersToday,
  setReaction,
} from './thread-work'
import { listWaitingThreads } from './waiting-threads'

export function createThreadStore(db: Database): ThreadStore {
  return {
    findStrategy: async (strategyId) =>
      canBeStored(strategyId)
        ? db.prisma.strategy.findUnique({
            where: { id: strategyId },
            select: { id: true, partnershipId: true, documentId: true },
          })
        : null,
    list: (strategyId) => readThreads(db, { strategyId }),
    async find(strategyId, threadId) {
      if (!canBeStored(threadId)) return null
      const [thread] = await readThreads(db, { strategyId, id: threadId })
      return thread ?? null
    },
    start: (thread, audit) => startThread(db, thread, audit),
    reply: (comment, audit) => addReply(db, comment, audit),
    changeComment: (change, may, audit) => changeComment(db, { change, may, audit }),
    setState: (change, audit) => setState(db, change, audit),
    listMembers: (partnershipId, at) => listMembersToday(db, partnershipId, at),
    assign: (change, decide) => assignThread(db, change, decide),
    setReaction: (change, audit) => setReaction(db, change, audit),
    listAssigned: (partnershipId, personId) => listAssignedThreads(db, partnershipId, personId),
    listDueThreads: (until) => listDueThreads(db, until),
    tell: (tellings, at) => db.prisma.$transaction((tx) => tellPeople(tx, tellings, at)),
    listWaiting: (partnershipId, personId) => listWaitingThreads(db, partnershipId, personId),
  }
}

async function readThreads(
  db: Database,
  where: { strategyId: string; id?: string },
): Promise<Thread[]> {
  const rows = await db.prisma.thread.findMany({
    where,
    include: WITH_PEOPLE,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const members = await readMembers(db, rows[0]?.strategy.partnershipId)
  return rows.map((row) => toThread(row, members))
}

async function startThread(db: Database, thread: NewThread, audit: AuditRecord): Promise<Written> {
  const { id, strategyId, comment } = thread
  return onceByKey(db, comment, async (tx) => {
    await tx.thread.create({
      data: {
        ...fromTarget(thread.target),
        id,
        strategyId,
        kind: thread.kind,
        state: 'open',
        createdById: comment.authorId,
        createdAt: comment.at,
        comments: { create: toCommentRow(comment) },
      },
    })
    await tellOf(tx, comment, [])
    await appendAudit(tx, audit)
    return { result: 'written', threadId: id }
  })
}

async function addReply(
  db: Database,
  comment: NewComment,
  audit: AuditRecord,
): Promise<Written | { result: 'resolved' | 'unknown' }> {
  const { threadId, strategyId } = comment
  if (!canBeStored(threadId)) return { result: 'unknown' }
  return onceByKey<Written | { result: 'resolved' | 'unknown' }>(db, comment, async (tx) => {
    const [thread] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM thread WHERE id = ${threadId} AND strategy_id = ${strategyId} FOR UPDATE`
    if (!thread) return { result: 'unknown' }
    const repeated = await findByKey(tx, comment)
    if (repeated) return repeated
    if (thread.state !== 'open') return { result: 'resolved' }
    const participants = await tx.comment.findMany({
      where: { threadId },
      distinct: ['authorId'],
      select: { authorId: true },
    })
    await tx.comment.create({ data: { ...toCommentRow(comment), threadId } })
    await tellOf(
      tx,
      comment,
      participants.map(({ authorId }) => authorId),
    )
    await appendAudit(tx, audit)
    return { result: 'written', threadId }
  })
}

function toCommentRow({ id, authorId, text, at, pickMentions }: NewComment) {
  const mentions = pickMentions([]).map((mention) => ({ ...mention }))
  return { id, authorId, text, createdAt: at, mentions }
}

async function tellOf(
  tx: Prisma.TransactionClient,
  { pickMentions, tell, at }: NewComment,
  participantIds: readonly string[],
): Promise<void> {
  await tellPeople(tx, tell({ mentions: pickMentions([]), participantIds }), at)
}

/** Two requests with one key: the second finds the first's comment, whichever was quicker. */
async function onceByKey<T extends { result: string }>(
  db: Database,
  comment: NewComment,
  write: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T | Written> {
  try {
    return await db.prisma.$transaction(write)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return (await findByKey(db.prisma, comment)) ?? { result: 'taken' }
  }
}

async function findByKey(
  tx: Prisma.TransactionClient,
  comment: NewComment,
): Promise<Written | null> {
  const row = await tx.comment.findUnique({
    where: { id: comment.id },
    select: { authorId: true, threadId: true, thread: { select: { strategyId: true } } },
  })
  if (!row) return null
  const isOurs = row.authorId === comment.authorId && row.thread.strategyId === comment.strategyId
  return isOurs ? { result: 'repeated', threadId: row.threadId } : { result: 'taken' }
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

async function setState(db: Database, change: StateChange, audit: AuditRecord): Promise<boolean> {
  const { strategyId, threadId, state, personId, at, answer } = change
  const resolution =
    state === 'resolved'
      ? { resolvedById: personId, resolvedAt: at }
      : { resolvedById: null, resolvedAt: null }
  const answered = {
    disposition: answer?.disposition ?? null,
    dispositionReason: answer?.reason ?? '',
  }
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: {
        id: threadId,
        strategyId,
        ...(answer ? { disposition: null } : { state: { not: state } }),
      },
      data: { state, ...resolution, ...answered },
    })
    if (count > 0) {
      await tellPeople(tx, change.tellings, at)
      await appendAudit(tx, audit)
    }
    return count > 0
  })
}
