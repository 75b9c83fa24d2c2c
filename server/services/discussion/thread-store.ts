import type {
  Thread,
  ThreadKind,
  ThreadState,
  ThreadTarget,
} from '../../../app/domain/discussion/thread'
import type { CommentSituation } from '../../../app/domain/discussion/change-thread'
import type { Mention } from '../../../app/domain/discussion/mentions'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Answer } from '../../../app/domain/discussion/disposition'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import type { DocumentReader, LiveNotices } from '../documents'
import type { ThreadWorkStore } from './thread-work-store'

export interface ThreadStore extends ThreadWorkStore {
  findStrategy(strategyId: string): Promise<DiscussedStrategy | null>
  /** Every thread of the strategy, oldest first. */
  list(strategyId: string): Promise<Thread[]>
  /** Answers only for a thread of this strategy: two ids, both checked. */
  find(strategyId: string, threadId: string): Promise<Thread | null>
  start(thread: NewThread, audit: AuditRecord): Promise<Written>
  /** Holds the thread while it looks at its state, so a reply never lands in a thread resolved meanwhile. */
  reply(
    comment: NewComment,
    audit: AuditRecord,
  ): Promise<Written | { result: 'resolved' | 'unknown' }>
  /** Holds the comment while `may` decides; keeps what it said before. Null for a comment that is not there. */
  changeComment<R>(
    change: CommentChange,
    may: (situation: CommentSituation) => Outcome<R>,
    audit: AuditRecord,
  ): Promise<Outcome<R> | null>
  /** Answers false, and writes nothing, when the thread is in that state already. */
  setState(change: StateChange, audit: AuditRecord): Promise<boolean>
  /** Open threads on blocks this person leads, and in threads they began that somebody else answered last. */
  listWaiting(partnershipId: string, personId: string): Promise<WaitingThread[]>
}

export interface DiscussedStrategy {
  readonly id: string
  readonly partnershipId: string
  readonly documentId: string
}

export interface NewThread {
  readonly id: string
  readonly strategyId: string
  readonly target: ThreadTarget
  readonly kind: ThreadKind
  /** The first comment; its id is the request's key. */
  readonly comment: NewComment
}

export interface NewComment {
  readonly id: string
  readonly strategyId: string
  readonly threadId: string
  readonly authorId: string
  readonly text: string
  readonly at: Date
  /** Those that were in the comment before keep the name they were written with. */
  readonly pickMentions: (kept: readonly Mention[]) => readonly Mention[]
  /** Asked in the transaction that writes the comment. */
  readonly tell: (news: {
    readonly mentions: readonly Mention[]
    readonly participantIds: readonly string[]
  }) => readonly Telling[]
}

/** `repeated`: this person sent the same key before, so this is that thread. `taken`: somebody else's key. */
export type Written =
  | { readonly result: 'written' | 'repeated'; readonly threadId: string }
  | { readonly result: 'taken' }

export interface StateChange {
  readonly strategyId: string
  readonly threadId: string
  readonly state: ThreadState
  readonly personId: string
  readonly at: Date
  /** Only when it is resolved; a thread that has one keeps it. */
  readonly answer: Answer | null
  readonly tellings: readonly Telling[]
}

export interface CommentChange {
  readonly strategyId: string
  readonly commentId: string
  readonly personId: string
  /** Null: the author takes it away. */
  readonly text: string | null
  /** Null when it is taken away. */
  readonly comment: Pick<NewComment, 'pickMentions' | 'tell'> | null
  readonly at: Date
  /** Of the revision that keeps what it said. */
  readonly revisionId: string
}

export interface WaitingThread {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly threadId: string
  readonly blockTitle: string
  readonly lastAuthorName: string
  readonly lastText: string
  /** ISO 8601, UTC. */
  readonly lastAt: string
}

export interface DiscussionAdapters {
  readonly threads: ThreadStore
  readonly documents: DocumentReader
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}
