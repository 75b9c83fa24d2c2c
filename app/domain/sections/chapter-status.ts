/** How far the writing of a chapter is. */
export const CHAPTER_STATUSES = ['not_started', 'drafting', 'ready_for_review', 'frozen'] as const
export type ChapterStatus = (typeof CHAPTER_STATUSES)[number]

export const CHAPTER_STATUS_LABELS: Readonly<Record<ChapterStatus, string>> = {
  not_started: 'Not started',
  drafting: 'Drafting',
  ready_for_review: 'Ready for review',
  frozen: 'Frozen',
}

/** What a writer has said, or what the text itself says while nobody has. */
export function judgeStatus(said: string | null, hasText: boolean): ChapterStatus {
  const known = CHAPTER_STATUSES.find((status) => status === said)
  if (known && !(known === 'not_started' && hasText)) return known
  return hasText ? 'drafting' : 'not_started'
}
