import type * as Y from 'yjs'
import { nameOfField } from '../domain/discussion/field-names'
import type { PlacedThread, ThreadPlace } from '../domain/discussion/group-threads'
import type { Thread, ThreadTarget } from '../domain/discussion/thread'
import { createAnchorResolver } from './anchor'
import { placeBlocks } from './block-order'
import { blockKindOf } from './read-block'
import { orderChapterIds } from './shape'

/**
 * Where each thread stands in this copy of the document: on its words, on its block, or nowhere any more.
 * Words that moved are looked for in their own chapter first, then in the others. Discussion rules DI9, DI10 and DI18.
 */
export function placeThreads(doc: Y.Doc, threads: readonly Thread[]): PlacedThread[] {
  const chapterIds = orderChapterIds(doc)
  const resolve = createAnchorResolver(doc)
  const chapterOfBlock = new Map(placeBlocks(doc).map((place) => [place.blockId, place.chapterId]))
  return threads.map((thread) => {
    if (thread.target.type === 'block') {
      const chapterId = chapterOfBlock.get(thread.target.blockId) ?? null
      return { thread, place: chapterId === null ? 'gone' : 'block', chapterId }
    }
    if (thread.target.type === 'field') {
      const { blockId } = thread.target
      const chapterId = chapterOfBlock.get(blockId) ?? null
      return { thread, chapterId, place: placeOfField(chapterId, hasField(doc, thread.target)) }
    }
    if (thread.target.type === 'section') {
      const { chapterId } = thread.target
      return { thread, place: chapterIds.includes(chapterId) ? 'section' : 'gone', chapterId }
    }
    const { chapterId, anchor } = thread.target
    const found = [chapterId, ...chapterIds].find((id) => resolve(id, anchor) !== null)
    return { thread, place: found === undefined ? 'gone' : 'text', chapterId: found ?? chapterId }
  })
}

function hasField(
  doc: Y.Doc,
  { blockId, field }: Extract<ThreadTarget, { type: 'field' }>,
): boolean {
  const kind = blockKindOf(doc, blockId)
  return kind !== null && nameOfField(kind, field) !== null
}

/** A field that the block has no more leaves its thread with the block. */
function placeOfField(chapterId: string | null, isThere: boolean): ThreadPlace {
  if (chapterId === null) return 'gone'
  return isThere ? 'field' : 'block'
}
