import { useCallback, useRef, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { chapterTitleOf, orderChapterIds } from '../../document/shape'

export interface ChapterEntry {
  readonly id: string
  readonly title: string
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
        if (mayChangeChapters(transaction)) notify()
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
  }))
}

/** Typing in prose changes neither titles nor order, and happens at every key. */
function mayChangeChapters(transaction: Y.Transaction): boolean {
  return [...transaction.changed.keys()].some(
    (type) => !(type instanceof Y.XmlElement) && !(type instanceof Y.XmlText),
  )
}

function isSameList(a: readonly ChapterEntry[], b: readonly ChapterEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, title }, index) => b[index]?.id === id && b[index]?.title === title)
  )
}
