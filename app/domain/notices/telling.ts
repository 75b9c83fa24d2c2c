/** What people are told of, in the app and by mail. */
export const NOTICE_KINDS = [
  'mention',
  'assigned',
  'answered',
  'suggestion_decided',
  'amendment',
  'round_opened',
  'due_soon',
  'overdue',
  'challenge',
  'escalation',
  'decision_opened',
  'decision_closed',
  'sign_off_asked',
  'confirmation_asked',
  'edition_approved',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Something one person is told, written down in one transaction with what it tells of (SPEC.md NO5). */
export interface Telling {
  readonly kind: NoticeKind
  readonly personId: string
  readonly strategyId: string
  /** In a few words, for the list and the subject of a mail: “Edition 2 waits for your sign-off”. */
  readonly about: string
  /** Whole sentences: what happened, and what is asked. */
  readonly sentences: readonly string[]
  /** Where to go, below the site's address: `/strategies/…`. */
  readonly path: string
  /** Said once to this person: a second telling with the same key is not kept. For reminders. */
  readonly onceKey?: string
}
