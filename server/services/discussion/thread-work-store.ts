import type { Role } from '../../../app/domain/access/actor'
import type { DueThread, WantedAssignment } from '../../../app/domain/discussion/assignment'
import type { Reaction } from '../../../app/domain/discussion/reactions'
import type { Talker } from '../../../app/domain/discussion/tell-of-thread'
import type { ThreadState } from '../../../app/domain/discussion/thread'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'

export type { DueThread } from '../../../app/domain/discussion/assignment'

export interface Member extends Talker {
  readonly role: Role
}

/** What is done with a thread beside writing in it. */
export interface ThreadWorkStore {
  listMembers(partnershipId: string, at: Date): Promise<readonly Member[]>
  /** Holds the thread while `decide` looks at it. Null for a thread that is not there; false when nothing changed. */
  assign(
    change: AssignmentChange,
    decide: (held: HeldThread) => Outcome<boolean>,
  ): Promise<Outcome<boolean> | null>
  setReaction(
    change: ReactionChange,
    audit: AuditRecord,
  ): Promise<'changed' | 'unchanged' | 'unknown'>
  listAssigned(partnershipId: string, personId: string): Promise<AssignedThread[]>
  /** Open assigned threads due on that day (YYYY-MM-DD) or earlier, of every partnership. */
  listDueThreads(until: string): Promise<DueThread[]>
  tell(tellings: readonly Telling[], at: Date): Promise<void>
}

export interface HeldThread {
  readonly state: ThreadState
  readonly current: WantedAssignment
  /** The first comment. */
  readonly text: string
}

export interface AssignmentChange {
  readonly strategyId: string
  readonly threadId: string
  readonly wanted: WantedAssignment
  readonly personId: string
  readonly at: Date
  readonly eventId: string
  readonly audit: AuditRecord
  /** Asked once the change is decided. */
  readonly tell: (held: HeldThread) => readonly Telling[]
}

export interface ReactionChange {
  readonly strategyId: string
  readonly threadId: string
  readonly commentId: string
  readonly personId: string
  readonly kind: Reaction
  /** What the person wants, so that a repeated request changes nothing. */
  readonly isOn: boolean
  readonly at: Date
}

export interface AssignedThread {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly threadId: string
  readonly text: string
  /** YYYY-MM-DD */
  readonly dueOn: string | null
}
