import type { Thread } from './thread'

/** Where a thread is found now: its words, the block it is about, or nowhere in the text any more. */
export type ThreadPlace = 'text' | 'block' | 'field' | 'section' | 'gone'

export interface PlacedThread {
  readonly thread: Thread
  readonly place: ThreadPlace
  /** The chapter it is found in now; the one it was made in when its text has gone. */
  readonly chapterId: string | null
}

export interface ThreadGroup {
  readonly chapterId: string | null
  readonly title: string
  readonly threads: readonly PlacedThread[]
}

export const GONE_TITLE = 'Text no longer in the document'

/**
 * Threads by chapter in reading order, oldest first within one; last, those whose text has gone (SPEC.md DI8–DI11).
 * No thread is ever left out.
 */
export function groupThreads(
  threads: readonly PlacedThread[],
  chapters: readonly { id: string; title: string }[],
): ThreadGroup[] {
  const known = new Set(chapters.map((chapter) => chapter.id))
  const isPlaced = (item: PlacedThread) =>
    item.place !== 'gone' && item.chapterId !== null && known.has(item.chapterId)
  const groups = chapters.map((chapter) => ({
    chapterId: chapter.id,
    title: chapter.title,
    threads: inOrder(threads.filter((item) => isPlaced(item) && item.chapterId === chapter.id)),
  }))
  const gone = {
    chapterId: null,
    title: GONE_TITLE,
    threads: inOrder(threads.filter((item) => !isPlaced(item))),
  }
  return [...groups, gone].filter((group) => group.threads.length > 0)
}

export function countThreads(threads: readonly { thread: Thread }[]): {
  open: number
  resolved: number
} {
  const open = threads.filter((item) => item.thread.state === 'open').length
  return { open, resolved: threads.length - open }
}

function inOrder(threads: readonly PlacedThread[]): PlacedThread[] {
  return [...threads].sort(
    (a, b) => compare(a.thread.createdAt, b.thread.createdAt) || compare(a.thread.id, b.thread.id),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
