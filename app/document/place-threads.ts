import type * as Y from 'yjs'
import type { PlacedThread } from '../domain/discussion/group-threads'
import type { Thread } from '../domain/discussion/thread'
import { resolveAnchor } from './anchor'
import { placeBlocks } from './block-order'
import { orderChapterIds } from './shape'

/**
 * Where each thread stands in this copy of the document: on its words, on its block, or nowhere any more.
 * Words that moved are looked for in their own chapter first, then in the others. Discussion rules DI9 and DI10.
 */
export function placeThreads(doc: Y.Doc, threads: readonly Thread[]): PlacedThread[] {
  const chapterIds = orderChapterIds(doc)
  const chapterOfBlock = new Map(placeBlocks(doc).map((place) => [place.blockId, place.chapterId]))
  return threads.map((thread) => {
    if (thread.target.type === 'block') {
      const chapterId = chapterOfBlock.get(thread.target.blockId) ?? null
      return { thread, place: chapterId === null ? 'gone' : 'block', chapterId }
    }
    if (thread.target.type === 'section') {
      const { chapterId } = thread.target
      return { thread, place: chapterIds.includes(chapterId) ? 'section' : 'gone', chapterId }
    }
    const { chapterId, anchor } = thread.target
    const found = [chapterId, ...chapterIds].find((id) => resolveAnchor(doc, id, anchor) !== null)
    return { thread, place: found === undefined ? 'gone' : 'text', chapterId: found ?? chapterId }
  })
}
