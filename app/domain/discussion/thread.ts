import type { Role } from '../access/actor'

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
}

export interface Thread {
  readonly id: string
  readonly strategyId: string
  readonly target: ThreadTarget
  readonly state: ThreadState
  readonly createdAt: string
  readonly createdBy: ThreadPerson
  readonly resolvedAt: string | null
  readonly resolvedBy: ThreadPerson | null
  /** Oldest first; never empty. */
  readonly comments: readonly ThreadComment[]
}
