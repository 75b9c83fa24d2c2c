import { useEffect } from 'react'
import type * as Y from 'yjs'
import { placeBlocks } from '../../../document/block-order'
import { blockOf, chapterBodyOf, orderChapterIds } from '../../../document/shape'
import { useLatest } from '../use-latest'
import type { LiveDocument } from './live-document'

/** Undo goes back through all chapters: when it changes one that is not open, that one is opened. */
export function useUndoPlace(
  live: LiveDocument | null,
  chapterId: string | null,
  onGoTo: (chapterId: string) => void,
): void {
  const latest = useLatest({ chapterId, onGoTo })
  useEffect(() => {
    if (!live) return undefined
    const { doc, undoManager } = live
    const follow = ({ changedParentTypes }: { changedParentTypes: Map<unknown, unknown> }) => {
      const changed = findChangedChapters(doc, new Set(changedParentTypes.keys()))
      const [first] = changed
      if (first !== undefined && !changed.includes(latest.current.chapterId ?? ''))
        latest.current.onGoTo(first)
    }
    undoManager.on('stack-item-popped', follow)
    return () => undoManager.off('stack-item-popped', follow)
  }, [live, latest])
}

export function findChangedChapters(doc: Y.Doc, changed: ReadonlySet<unknown>): string[] {
  const byText = orderChapterIds(doc).filter((id) => changed.has(chapterBodyOf(doc, id)))
  const byBlock = placeBlocks(doc)
    .filter(({ blockId }) => changed.has(blockOf(doc, blockId)))
    .map(({ chapterId }) => chapterId)
  return [...new Set([...byText, ...byBlock])]
}
