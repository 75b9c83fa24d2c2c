import { type Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { isDate } from '../../../app/domain/dates/parse-date'
import {
  addDays,
  mayAssign,
  REMIND_DAYS_BEFORE,
  remindersFor,
  type WantedAssignment,
} from '../../../app/domain/discussion/assignment'
import { tellOfAssignment } from '../../../app/domain/discussion/tell-of-thread'
import type { Telling } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'
import type { AssignedThread, Member } from './thread-work-store'

export interface AssignInput {
  readonly strategyId: string
  readonly threadId: string
  /** A member's id; empty: nobody any more. */
  readonly assigneeId: unknown
  /** YYYY-MM-DD, or empty. */
  readonly dueOn: unknown
}

/** Asks a member to see to an open thread, takes it on, or takes that back (SPEC.md DI24, DI25). */
export async function assignThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  { strategyId, threadId, ...fields }: AssignInput,
): Promise<Outcome<{ threadId: string }>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const wanted = parseWanted(fields)
  if (!wanted.ok) return wanted
  const { strategy, actor: by } = found.value
  const at = adapters.now()
  const members = await adapters.threads.listMembers(strategy.partnershipId, at)
  const { assigneeId, dueOn } = wanted.value
  const told = (text: string, personId: string) =>
    tellOfAssignment(
      { threadId, strategyId, personId, by: { id: by.personId, name: by.name }, text },
      dueOn,
    )
  const assigned = await adapters.threads.assign(
    {
      strategyId,
      threadId,
      wanted: wanted.value,
      personId: by.personId,
      at,
      eventId: adapters.newId(),
      audit: {
        at,
        actorId: by.personId,
        action: assigneeId === null ? 'thread.unassigned' : 'thread.assigned',
        subject: threadId,
        data: { strategyId, assignee: assigneeId, dueOn },
      },
      tell: ({ text }) => (assigneeId === null ? [] : told(text, assigneeId)),
    },
    ({ state, current }) =>
      mayAssign({
        threadState: state,
        current,
        wanted: wanted.value,
        personId: by.personId,
        mayAssignOthers: has(by, 'assign_thread', strategy),
        isAnswerer: isAnswerer(members, assigneeId, by),
        today: dayOfInstant(at),
      }),
  )
  if (!assigned) return refuse('not_found', NOT_FOUND)
  if (!assigned.ok) return assigned
  if (assigned.value) adapters.notices.changed(strategyId, 'threads')
  return done({ threadId })
}

/** Who is asked must be able to answer in the thread. */
export function isAnswerer(
  members: readonly Member[],
  assigneeId: string | null,
  { partnershipId, ...actor }: Actor,
): boolean {
  const member = members.find(({ id }) => id === assigneeId)
  if (!member) return false
  const asMember = { ...actor, partnershipId, personId: member.id, role: member.role }
  return has(asMember, 'comment', { partnershipId })
}

function parseWanted({
  assigneeId,
  dueOn,
}: Pick<AssignInput, 'assigneeId' | 'dueOn'>): Outcome<WantedAssignment> {
  const person = typeof assigneeId === 'string' && assigneeId !== '' ? assigneeId : null
  const day = typeof dueOn === 'string' && dueOn !== '' ? dueOn : null
  if (day !== null && !isDate(day)) {
    const message = 'Write the due date as a day, like 12/3/2027, or leave it empty.'
    return refuse('invalid', `${message} Nothing was changed.`, { due: message })
  }
  return done({ assigneeId: person, dueOn: person === null ? null : day })
}

/** What this person was asked to see to, the first due first. */
export async function listAssignedThreads(
  adapters: Pick<DiscussionAdapters, 'threads'>,
  actor: Actor,
): Promise<Outcome<AssignedThread[]>> {
  const allowed = mayDo(actor, 'read', actor)
  if (!allowed.ok) return allowed
  return done(await adapters.threads.listAssigned(actor.partnershipId, actor.personId))
}

/** For the daily reminders of every partnership: nobody asks for it in a page. */
export async function listThreadReminders(
  adapters: Pick<DiscussionAdapters, 'threads'>,
  today: string,
): Promise<Telling[]> {
  const due = await adapters.threads.listDueThreads(addDays(today, REMIND_DAYS_BEFORE))
  return remindersFor(due, today)
}

/** Tells them; run again it tells nobody twice. */
export async function remindAssigned(
  adapters: Pick<DiscussionAdapters, 'threads'>,
  now: Date,
): Promise<void> {
  const tellings = await listThreadReminders(adapters, dayOfInstant(now))
  await adapters.threads.tell(tellings, now)
}
