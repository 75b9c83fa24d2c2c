import type { PlacedThread } from './group-threads'
import { THREAD_KINDS } from './thread'

export const THREAD_SORTS = ['place', 'newest', 'oldest', 'due'] as const
export type ThreadSort = (typeof THREAD_SORTS)[number]

export const SORT_LABELS: Record<ThreadSort, string> = {
  place: 'Place in the text',
  newest: 'Newest first',
  oldest: 'Oldest first',
  due: 'Due date',
}

export const THREAD_STATES = ['open', 'resolved', 'all'] as const
export const THREAD_FLAGS = ['mine', 'unanswered', 'mentions', 'undisposed'] as const
export type ThreadFlag = (typeof THREAD_FLAGS)[number]

export const FLAG_LABELS: Record<ThreadFlag, string> = {
  mine: 'Assigned to me',
  unanswered: 'Not answered yet',
  mentions: 'Mentioning me',
  undisposed: 'Without a recorded answer',
}

export interface ThreadFilter {
  readonly show: (typeof THREAD_STATES)[number]
  readonly kind: string
  readonly organisation: string
  readonly chapter: string
  readonly flags: readonly ThreadFlag[]
  readonly sort: ThreadSort
}

/** Address parameters to a filter; what is not known is left out (SPEC.md DI30). */
export function parseThreadFilter(search: URLSearchParams): ThreadFilter {
  const flags = search.getAll('only')
  return {
    show: THREAD_STATES.find((state) => state === search.get('show')) ?? 'open',
    kind: THREAD_KINDS.find((kind) => kind === search.get('kind')) ?? '',
    organisation: search.get('organisation') ?? '',
    chapter: search.get('chapter') ?? '',
    flags: THREAD_FLAGS.filter((flag) => flags.includes(flag)),
    sort: THREAD_SORTS.find((sort) => sort === search.get('sort')) ?? 'place',
  }
}

/** Whether more is chosen than open threads by place. */
export function isFilteringThreads({ kind, organisation, chapter, flags }: ThreadFilter): boolean {
  return kind !== '' || organisation !== '' || chapter !== '' || flags.length > 0
}

export interface Reader {
  readonly personId: string
  readonly organisationId: string
}

/** SPEC.md DI30. */
export function matchesThreadFilter(
  item: PlacedThread,
  filter: ThreadFilter,
  reader: Reader,
): boolean {
  const { thread } = item
  if (filter.show !== 'all' && thread.state !== filter.show) return false
  if (filter.kind !== '' && thread.kind !== filter.kind) return false
  if (filter.organisation !== '' && thread.createdBy.organisationName !== filter.organisation)
    return false
  if (filter.chapter !== '' && item.chapterId !== filter.chapter) return false
  return filter.flags.every((flag) => FLAGS[flag](item, reader))
}

const FLAGS: Record<ThreadFlag, (item: PlacedThread, reader: Reader) => boolean> = {
  mine: ({ thread }, { personId }) => thread.assignment?.person.id === personId,
  unanswered: ({ thread }) =>
    thread.answer === null &&
    thread.comments.every(
      (comment) => comment.isDeleted || comment.author.id === thread.createdBy.id,
    ),
  mentions: ({ thread }, { personId, organisationId }) =>
    thread.comments.some(({ mentions }) =>
      mentions.some(({ id }) => id === personId || id === organisationId),
    ),
  undisposed: ({ thread }) => thread.answer === null,
}

/** By date rather than by place; threads without a due date come last (SPEC.md DI31). */
export function sortThreads(
  threads: readonly PlacedThread[],
  sort: Exclude<ThreadSort, 'place'>,
): PlacedThread[] {
  const keyed = threads.map((item) => ({ item, key: keyOf(item, sort) }))
  const direction = sort === 'newest' ? -1 : 1
  return keyed
    .sort(
      (a, b) => direction * compare(a.key, b.key) || compare(a.item.thread.id, b.item.thread.id),
    )
    .map(({ item }) => item)
}

function keyOf({ thread }: PlacedThread, sort: ThreadSort): string {
  return sort === 'due' ? (thread.assignment?.dueOn ?? '9999') : thread.createdAt
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The next or previous thread as they are listed; at the ends, and from one that is not listed, it goes round (SPEC.md DI32). */
export function stepThread(
  listed: readonly PlacedThread[],
  currentId: string | null,
  step: 1 | -1,
): PlacedThread | null {
  const at = listed.findIndex(({ thread }) => thread.id === currentId)
  if (at < 0) return (step === 1 ? listed[0] : listed.at(-1)) ?? null
  return listed[(at + step + listed.length) % listed.length] ?? null
}
