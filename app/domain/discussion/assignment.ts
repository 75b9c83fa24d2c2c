import { formatDate } from '../dates/format-date'
import type { Telling } from '../notices/telling'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { ThreadPerson, ThreadState } from './thread'

/** Who is asked to see to an open thread, and until which day. */
export interface Assignment {
  readonly person: ThreadPerson
  /** YYYY-MM-DD */
  readonly dueOn: string | null
}

export interface WantedAssignment {
  /** Null: nobody any more. */
  readonly assigneeId: string | null
  readonly dueOn: string | null
}

export interface AssignmentSituation {
  readonly threadState: ThreadState
  readonly current: WantedAssignment
  readonly wanted: WantedAssignment
  readonly personId: string
  readonly mayAssignOthers: boolean
  /** Whether the person wanted is a member who may comment. */
  readonly isAnswerer: boolean
  readonly today: string
}

/** May this thread be given to that person until that day? `done(false)`: it is so already. (SPEC.md DI24, DI25) */
export function mayAssign(situation: AssignmentSituation): Outcome<boolean> {
  const { threadState, current, wanted, isAnswerer, today } = situation
  if (threadState !== 'open')
    return refuse(
      'conflict',
      'This thread has been resolved. Reopen it to assign it. Nothing was changed.',
    )
  if (!mayTouch(situation))
    return refuse('forbidden', 'Only the chair and editors may assign a thread to somebody else.')
  if (wanted.assigneeId !== null && !isAnswerer)
    return invalid('assignee', 'Choose a member who may comment.')
  if (wanted.dueOn !== null && wanted.dueOn !== current.dueOn && wanted.dueOn < today)
    return invalid('due', 'Choose today or a later day.')
  return done(wanted.assigneeId !== current.assigneeId || wanted.dueOn !== current.dueOn)
}

function mayTouch({ current, wanted, personId, mayAssignOthers }: AssignmentSituation): boolean {
  if (mayAssignOthers) return true
  return [current.assigneeId, wanted.assigneeId].every((id) => id === null || id === personId)
}

function invalid(field: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was changed.`, { [field]: message })
}

/** “Due 3 December 2026”, and in words when the day has gone by (SPEC.md DI26). */
export function describeDue(dueOn: string | null, today: string): string {
  if (dueOn === null) return 'No due date'
  if (dueOn < today) return `Overdue: was due ${formatDate(dueOn)}`
  return dueOn === today ? 'Due today' : `Due ${formatDate(dueOn)}`
}

export interface DueThread {
  readonly threadId: string
  readonly strategyId: string
  readonly assigneeId: string
  /** YYYY-MM-DD */
  readonly dueOn: string
  /** The first comment. */
  readonly text: string
}

export const REMIND_DAYS_BEFORE = 2

/** What assignees are told on a day: once when two days or fewer are left, once when the day has gone by (SPEC.md DI27). */
export function remindersFor(threads: readonly DueThread[], today: string): Telling[] {
  const soon = addDays(today, REMIND_DAYS_BEFORE)
  return threads.filter(({ dueOn }) => dueOn <= soon).map((thread) => remind(thread, today))
}

function remind(
  { threadId, strategyId, assigneeId, dueOn, text }: DueThread,
  today: string,
): Telling {
  const kind = dueOn < today ? 'overdue' : 'due_soon'
  const when =
    kind === 'overdue' ? `was due on ${formatDate(dueOn)}` : `is due on ${formatDate(dueOn)}`
  return {
    kind,
    personId: assigneeId,
    strategyId,
    about:
      kind === 'overdue'
        ? 'A comment assigned to you is overdue'
        : 'A comment assigned to you is due soon',
    sentences: [`A comment assigned to you ${when}: “${shorten(text)}”`],
    path: pathToThread(strategyId, threadId),
    onceKey: `${kind}:thread:${threadId}:${dueOn}`,
  }
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

export function pathToThread(strategyId: string, threadId: string): string {
  return `/strategies/${strategyId}/comments?show=all#thread-${threadId}`
}

export function shorten(text: string): string {
  const characters = Array.from(text)
  return characters.length > 200 ? `${characters.slice(0, 200).join('').trimEnd()}…` : text
}
