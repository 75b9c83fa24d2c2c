import { useEffect } from 'react'
import { isSameData, useSteadyState } from '../../ui/use-steady-state'
import type * as Y from 'yjs'
import { type OutlineEntry, readChapterOutline } from '../../document/chapter-outline'
import { chapterBodyOf } from '../../document/shape'

const REST_MS = 400
const NONE: readonly OutlineEntry[] = []

/** Headings and blocks of one chapter, a moment after they change: a key pressed must not wait for its outline. */
export function useChapterEntries(
  doc: Y.Doc | null,
  chapterId: string | null,
): readonly OutlineEntry[] {
  const [entries, setEntries] = useSteadyState(NONE, isSameData)
  // Looked for with every drawing: the text comes after the page.
  const body = doc && chapterId !== null ? chapterBodyOf(doc, chapterId) : null
  useEffect(() => {
    if (!body) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      setEntries(readChapterOutline(body))
    }
    const readSoon = () => {
      timer ??= setTimeout(read, REST_MS)
    }
    timer = setTimeout(read, 0)
    body.observeDeep(readSoon)
    return () => {
      clearTimeout(timer)
      body.unobserveDeep(readSoon)
      setEntries(NONE)
    }
  }, [body, setEntries])
  return entries
}
