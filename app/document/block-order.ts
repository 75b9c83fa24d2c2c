import * as Y from 'yjs'
import { BLOCK_REF, REF_BLOCK_ID } from './node-names'
import { chapterBodyOf, orderChapterIds } from './shape'

export interface BlockPlace {
  readonly blockId: string
  readonly chapterId: string
}

/**
 * Where each block stands, in reading order. A block referred to twice stands where its first reference is.
 * Who asks often passes a `find` that remembers the chapters that did not change.
 */
export function placeBlocks(
  doc: Y.Doc,
  find: (body: Y.XmlElement) => readonly BlockReference[] = findReferences,
): BlockPlace[] {
  const seen = new Set<string>()
  const places: BlockPlace[] = []
  for (const chapterId of orderChapterIds(doc)) {
    const body = chapterBodyOf(doc, chapterId)
    if (!body) continue
    for (const { blockId } of find(body)) {
      if (seen.has(blockId)) continue
      seen.add(blockId)
      places.push({ blockId, chapterId })
    }
  }
  return places
}

export interface BlockReference {
  readonly element: Y.XmlElement
  readonly blockId: string
}

/** Every reference below an element, in document order, doubled ones too. */
export function findReferences(root: Y.XmlElement): BlockReference[] {
  const found: BlockReference[] = []
  const waiting: unknown[] = [root]
  // A stack, not recursion: a hostile peer may nest ten thousand deep.
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (!(next instanceof Y.XmlElement)) continue
    const blockId: unknown =
      next.nodeName === BLOCK_REF ? next.getAttribute(REF_BLOCK_ID) : undefined
    if (typeof blockId === 'string' && blockId !== '') found.push({ element: next, blockId })
    waiting.push(...next.toArray().reverse())
  }
  return found
}
