import type * as Y from 'yjs'
import { findReferences } from './block-order'
import { chapterBodyOf, orderChapterIds } from './shape'

/**
 * Two people moving one block at once leave two references to it. The first in reading order stays;
 * later ones in this chapter are removed. Everybody removes the same ones, so this ends with one.
 */
export function dropDoubledReferences(doc: Y.Doc, chapterId: string, origin: unknown): number {
  const seen = new Set<string>()
  const doubled: Y.XmlElement[] = []
  for (const id of orderChapterIds(doc)) {
    const body = chapterBodyOf(doc, id)
    for (const { element, blockId } of body ? findReferences(body) : []) {
      if (seen.has(blockId) && id === chapterId) doubled.push(element)
      seen.add(blockId)
    }
    if (id === chapterId) break
  }
  if (doubled.length > 0) doc.transact(() => doubled.forEach(removeElement), origin)
  return doubled.length
}

function removeElement(element: Y.XmlElement): void {
  const parent = element.parent
  if (!parent || !('toArray' in parent) || !('delete' in parent)) return
  const owner = parent as Y.XmlElement
  const index = owner.toArray().indexOf(element)
  if (index >= 0) owner.delete(index, 1)
}
