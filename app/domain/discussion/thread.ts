import type { Role } from '../access/actor'
import type { Assignment } from './assignment'
import type { Answer } from './disposition'
import type { Mention } from './mentions'
import type { GivenReaction } from './reactions'

export const COMMENT_MAX = 5000
export const QUOTE_MAX = 2000
export const CONTEXT_MAX = 32

export type ThreadState = 'open' | 'resolved'

/**
 * Where a text thread stands. `start` and `end` are Yjs relative positions as JSON, opaque here; the quote with up to
 * 32 characters on either side finds the text again when those positions have gone.
 */
export interface TextAnchor {
  readonly start: unknown
  readonly end: unknown
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

export type ThreadTarget =
  | { readonly type: 'text'; readonly chapterId: string; readonly anchor: TextAnchor }
  | { readonly type: 'block'; readonly chapterId: string | null; readonly blockId: string }
  | {
      readonly type: 'field'
      readonly chapterId: string | null
      readonly blockId: string
      /** A key of the block's fields. */
      readonly field: string
    }
  | { readonly type: 'section'; readonly chapterId: string }

export const THREAD_KINDS = [
  'comment',
  'question',
  'challenge',
  'fact_check',
  'consultation_response',
] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

export const THREAD_KIND_LABELS: Record<ThreadKind, string> = {
  comment: 'Comment',
  question: 'Question',
  challenge: 'Challenge',
  fact_check: 'Fact check',
  consultation_response: 'Consultation response',
}

export interface ThreadPerson {
  readonly id: string
  readonly name: string
  readonly organisationName: string
  readonly role: Role | null
}

export interface ThreadComment {
  readonly id: string
  readonly text: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly author: ThreadPerson
  /** When its author last changed it; null when it is as it was sent. */
  readonly editedAt: string | null
  /** Taken away by its author; `text` is then empty, and what it said is kept. */
  readonly isDeleted: boolean
  readonly mentions: readonly Mention[]
  readonly reactions: readonly GivenReaction[]
}

export interface Thread {
  readonly id: string
  readonly strategyId: string
  readonly target: ThreadTarget
  readonly kind: ThreadKind
  readonly state: ThreadState
  readonly createdAt: string
  readonly createdBy: ThreadPerson
  readonly resolvedAt: string | null
  readonly resolvedBy: ThreadPerson | null
  /** How it was answered; null when it is open, or was resolved without saying. */
  readonly answer: Answer | null
  readonly assignment: Assignment | null
  /** Oldest first; never empty. */
  readonly comments: readonly ThreadComment[]
}
