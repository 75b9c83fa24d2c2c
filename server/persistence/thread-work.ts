import { ROLES, type Role } from '../../app/domain/access/actor'
import { dayOfInstant } from '../../app/domain/dates/format-date'
import type { WantedAssignment } from '../../app/domain/discussion/assignment'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type { AuditRecord } from '../services/audit'
import type {
  AssignedThread,
  AssignmentChange,
  DueThread,
  HeldThread,
  Member,
  ReactionChange,
} from '../services/discussion/thread-work-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'

/** Members today: who may be mentioned, told and asked. */
export async function listMembersToday(
  db: Database,
  partnershipId: string,
  at: Date,
): Promise<Member[]> {
  const rows = await db.prisma.membership.findMany({
    where: { partnershipId, person: { suspendedAt: null }, ...validOn(dayOfInstant(at)) },
    include: { person: { select: { name: true } }, organisation: { select: { name: true } } },
  })
  return rows.map((row) => ({
    id: row.personId,
    name: row.person.name,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    role: toRole(row.role),
  }))
}

function toRole(role: string): Role {
  return ROLES.find((known) => known === role) ?? 'viewer'
}

function validOn(day: string) {
  const on = new Date(day)
  return { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] }
}

/** Holds the thread while `decide` looks at it; the trace, the audit and the telling are in the same transaction. */
export async function assignThread(
  db: Database,
  change: AssignmentChange,
  decide: (held: HeldThread) => Outcome<boolean>,
): Promise<Outcome<boolean> | null> {
  const { strategyId, threadId, wanted, personId, at, eventId, audit } = change
  if (!canBeStored(threadId)) return null
  return db.prisma.$transaction(async (tx) => {
    const held = await holdThread(tx, strategyId, threadId)
    if (!held) return null
    const decided = decide(held)
    if (!decided.ok || !decided.value) return decided
    const dueOn = wanted.dueOn === null ? null : new Date(wanted.dueOn)
    const { assigneeId } = wanted
    await tx.thread.update({ where: { id: threadId }, data: { assignedToId: assigneeId, dueOn } })
    await tx.threadEvent.create({
      data: { id: eventId, threadId, personId, assigneeId, dueOn, at },
    })
    await tellPeople(tx, change.tell(held), at)
    await appendAudit(tx, audit)
    return decided
  })
}

async function holdThread(
  tx: Prisma.TransactionClient,
  strategyId: string,
  threadId: string,
): Promise<HeldThread | null> {
  const [row] = await tx.$queryRaw<
    { state: string; assigneeId: string | null; dueOn: Date | null }[]
  >`SELECT state, assigned_to_id AS "assigneeId", due_on AS "dueOn" FROM thread
    WHERE id = ${threadId} AND strategy_id = ${strategyId} FOR UPDATE`
  if (!row) return null
  const first = await tx.comment.findFirst({
    where: { threadId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { text: true },
  })
  const current: WantedAssignment = { assigneeId: row.assigneeId, dueOn: toDay(row.dueOn) }
  return { state: row.state === 'open' ? 'open' : 'resolved', current, text: first?.text ?? '' }
}

export function toDay(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** The key of the row decides between two quick clicks: each person has one of a kind, or none. */
export async function setReaction(
  db: Database,
  change: ReactionChange,
  audit: AuditRecord,
): Promise<'changed' | 'unchanged' | 'unknown'> {
  const { strategyId, threadId, commentId, personId, kind, isOn, at } = change
  if (!canBeStored(commentId) || !canBeStored(threadId)) return 'unknown'
  return db.prisma.$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, threadId, deletedAt: null, thread: { strategyId } },
      select: { id: true },
    })
    if (!comment) return 'unknown'
    const key = { commentId, personId, kind }
    const { count } = isOn
      ? await tx.commentReaction.createMany({ data: [{ ...key, at }], skipDuplicates: true })
      : await tx.commentReaction.deleteMany({ where: key })
    if (count === 0) return 'unchanged'
    await appendAudit(tx, audit)
    return 'changed'
  })
}

/** Open threads this person was asked to see to, the first due first. */
export async function listAssignedThreads(
  db: Database,
  partnershipId: string,
  personId: string,
): Promise<AssignedThread[]> {
  const rows = await db.prisma.thread.findMany({
    where: { state: 'open', assignedToId: personId, strategy: { partnershipId } },
    include: { strategy: { select: { title: true } }, comments: FIRST_COMMENT },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
    take: 50,
  })
  return rows.map((row) => ({
    strategyId: row.strategyId,
    strategyTitle: row.strategy.title,
    threadId: row.id,
    text: row.comments[0]?.text ?? '',
    dueOn: toDay(row.dueOn),
  }))
}

const FIRST_COMMENT = {
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  take: 1,
  select: { text: true },
} satisfies Prisma.Thread$commentsArgs

/** Open threads due on that day or earlier, of every partnership, whose assignee is still a member. */
export async function listDueThreads(db: Database, until: string): Promise<DueThread[]> {
  return db.prisma.$queryRaw<DueThread[]>`
    SELECT t.id AS "threadId", t.strategy_id AS "strategyId", t.assigned_to_id AS "assigneeId",
           to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", first.text
    FROM thread t
    JOIN strategy s ON s.id = t.strategy_id
    JOIN membership m ON m.partnership_id = s.partnership_id AND m.person_id = t.assigned_to_id
      AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to >= CURRENT_DATE)
    JOIN person p ON p.id = t.assigned_to_id AND p.suspended_at IS NULL
    JOIN LATERAL (
      SELECT text FROM comment c WHERE c.thread_id = t.id ORDER BY created_at, id LIMIT 1
    ) first ON true
    WHERE t.state = 'open' AND t.due_on <= ${until}::date
    ORDER BY t.due_on, t.id`
}
