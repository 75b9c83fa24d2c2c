import { useCallback, useMemo, useState } from 'react'
import { readStrategy } from '../../document/read'
import { chapterBodyOf } from '../../document/shape'
import { type AtomOrder, listAtoms, orderAtoms } from '../../domain/strategy/list-atoms'
import type { Block, Chapter } from '../../domain/strategy/strategy'
import type { BindingTrouble } from './binding/connect-chapter'
import type { LiveDocument } from './live/live-document'

export interface ReadingContent {
  readonly chapter: Chapter | null
  readonly blocks: readonly Block[]
  /** Numbers of footnotes and sources, over all chapters. */
  readonly atoms: AtomOrder
}

interface ChapterTextOptions {
  readonly live: LiveDocument | null
  readonly chapterId: string | null
  readonly hasSynced: boolean
}

interface ChapterText {
  /** The chapter stands in the shared text and an editor can hold it. */
  readonly isLive: boolean
  readonly trouble: BindingTrouble | null
  /** The chapter as this page has it, where the editor cannot show it; null: the server's is the newest there is. */
  readonly liveContent: ReadingContent | null
  readonly report: (trouble: BindingTrouble) => void
}

/** Whether a chapter is shown in the editor or to read, and why. */
export function useChapterText({ live, chapterId, hasSynced }: ChapterTextOptions): ChapterText {
  const [reported, setReported] = useState<{
    chapterId: string | null
    trouble: BindingTrouble
  } | null>(null)
  const report = useCallback(
    (trouble: BindingTrouble) => {
      setReported({ chapterId, trouble })
      if (trouble.type === 'failed') live?.stopWriting()
    },
    [chapterId, live],
  )
  const isHere = isInText(live, chapterId)
  const mine = reported?.chapterId === chapterId ? reported.trouble : null
  const trouble = findTrouble({
    isHere,
    hasSynced: hasSynced && chapterId !== null,
    reported: mine,
  })
  const hasTrouble = trouble !== null
  const liveContent = useMemo(
    () => (live && hasTrouble ? readChapter(live, chapterId) : null),
    [live, hasTrouble, chapterId],
  )
  return { isLive: isHere && !hasTrouble, trouble, liveContent, report }
}

function isInText(live: LiveDocument | null, chapterId: string | null): boolean {
  return live !== null && chapterId !== null && chapterBodyOf(live.doc, chapterId) !== null
}

interface Finding {
  readonly isHere: boolean
  readonly hasSynced: boolean
  readonly reported: BindingTrouble | null
}

/** A chapter that was missing may have come back, by undo or by the first exchange. */
function findTrouble({ isHere, hasSynced, reported }: Finding): BindingTrouble | null {
  if (hasSynced && !isHere) return { type: 'missing' }
  return reported?.type === 'missing' ? null : reported
}

function readChapter({ doc }: LiveDocument, chapterId: string | null): ReadingContent {
  const { chapters, blocks } = readStrategy(doc)
  const atoms = orderAtoms(listAtoms(chapters))
  return { chapter: chapters.find(({ id }) => id === chapterId) ?? null, blocks, atoms }
}
