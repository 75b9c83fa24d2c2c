import {
  type Reader,
  SORT_LABELS,
  type ThreadFilter,
  matchesThreadFilter,
  sortThreads,
} from '../../domain/discussion/filter-threads'
import {
  type PlacedThread,
  type ThreadGroup,
  groupThreads,
} from '../../domain/discussion/group-threads'
import type { ThreadTarget } from '../../domain/discussion/thread'

/** The one group of a list that is not by chapter. */
export const SORTED = 'sorted'

interface Listing {
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly filter: ThreadFilter
  readonly reader: Reader
  /** Its threads come first. */
  readonly firstChapterId?: string | null
  /** Shown whatever the filter says: somebody is looking at it. */
  readonly currentId?: string | null
}

/** What the filter leaves, in its order (DI30, DI31). */
export function listShown({ placed, chapters, filter, reader, ...first }: Listing): ThreadGroup[] {
  const { firstChapterId = null, currentId = null } = first
  const matching = placed.filter(
    (item) => item.thread.id === currentId || matchesThreadFilter(item, filter, reader),
  )
  if (filter.sort !== 'place') {
    const threads = sortThreads(matching, filter.sort)
    return threads.length === 0
      ? []
      : [{ chapterId: SORTED, title: SORT_LABELS[filter.sort], threads }]
  }
  const groups = groupThreads(matching, chapters)
  if (firstChapterId === null) return groups
  return [
    ...groups.filter(({ chapterId }) => chapterId === firstChapterId),
    ...groups.filter(({ chapterId }) => chapterId !== firstChapterId),
  ]
}

/** The first so many threads, each in its group: a thousand cards at once would keep a page waiting. */
export function takeThreads(groups: readonly ThreadGroup[], count: number): ThreadGroup[] {
  let left = count
  return groups.flatMap((group) => {
    const threads = group.threads.slice(0, Math.max(0, left))
    left -= threads.length
    return threads.length === 0 ? [] : [{ ...group, threads }]
  })
}

interface Names {
  readonly nameBlock: (blockId: string) => string | null
  readonly nameField: (blockId: string, field: string) => string | null
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

/** “Objective 2.3: Target date”; null for what is no longer in the text, and for words, which are their own name. */
export function namePlace(
  target: ThreadTarget,
  { nameBlock, nameField, chapters }: Names,
): string | null {
  if (target.type === 'text') return null
  if (target.type === 'section') {
    const chapter = chapters.find(({ id }) => id === target.chapterId)
    return chapter ? `The whole chapter: ${chapter.title || 'without a title'}` : null
  }
  const block = nameBlock(target.blockId)
  if (block === null || target.type === 'block') return block
  const field = nameField(target.blockId, target.field)
  return field === null ? block : `${block}: ${field}`
}
