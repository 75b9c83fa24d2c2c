import { useCallback, useRef, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { readChapterFacts } from '../../document/chapter-facts'
import { chapterBodyOf, chapterTitleOf, orderChapterIds } from '../../document/shape'
import type { ChapterStatus } from '../../domain/sections/chapter-status'

export interface ChapterEntry {
  readonly id: string
  readonly title: string
  /** Known from the live document only. */
  readonly status?: ChapterStatus
  readonly section?: string | null
  readonly leadId?: string | null
}

/** The live list of chapters; what the server said until there is a document. */
export function useChapters(
  doc: Y.Doc | null,
  fromServer: readonly ChapterEntry[],
): readonly ChapterEntry[] {
  const known = useRef<readonly ChapterEntry[]>(fromServer)
  const subscribe = useCallback(
    (notify: () => void) => {
      const onTransaction = (transaction: Y.Transaction) => {
        if (mayChangeChapters(transaction, known.current)) notify()
      }
      doc?.on('afterTransaction', onTransaction)
      return () => doc?.off('afterTransaction', onTransaction)
    },
    [doc],
  )
  const read = () => {
    const live = doc ? readChapters(doc) : []
    const next = live.length > 0 ? live : fromServer
    if (!isSameList(known.current, next)) known.current = next
    return known.current
  }
  return useSyncExternalStore(subscribe, read, () => fromServer)
}

export function readChapters(doc: Y.Doc): ChapterEntry[] {
  return orderChapterIds(doc).map((id) => ({
    id,
    title: chapterTitleOf(doc, id)?.toString() ?? '',
    ...readChapterFacts(doc, id),
  }))
}

/** Typing in prose happens at every key and changes nothing here, but for the first words of an empty chapter. */
function mayChangeChapters(
  { changed, changedParentTypes, doc }: Y.Transaction,
  known: readonly ChapterEntry[],
): boolean {
  const isInProse = (type: unknown) => type instanceof Y.XmlElement || type instanceof Y.XmlText
  if ([...changed.keys()].some((type) => !isInProse(type))) return true
  const parents = new Set<unknown>(changedParentTypes.keys())
  return known.some(({ id, status }) => {
    const body = status === 'not_started' ? chapterBodyOf(doc, id) : null
    return body !== null && parents.has(body)
  })
}

function isSameList(a: readonly ChapterEntry[], b: readonly ChapterEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]))
}

const KEYS = ['id', 'title', 'status', 'section', 'leadId'] as const

function isSame(a: ChapterEntry, b: ChapterEntry | undefined): boolean {
  return b !== undefined && KEYS.every((key) => a[key] === b[key])
}
