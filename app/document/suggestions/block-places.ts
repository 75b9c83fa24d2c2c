import * as Y from 'yjs'
import type { SuggestedPlace } from '../../domain/suggestions/suggestion'
import { findReferences, placeBlocks } from '../block-order'
import { createBlockRef } from '../create-prose'
import { findFormerPlace, removeElement } from '../put-back'
import { blockOf, chapterBodyOf, textOrEmpty } from '../shape'

const REMEMBERED = 5

/** Where a block stands now, exactly enough to put it back; null when it stands nowhere. */
export function findBlockPlace(doc: Y.Doc, blockId: string): SuggestedPlace | null {
  const former = findFormerPlace(doc, blockId)
  if (!former) return null
  const before = listBlocksOf(doc, former.chapterId)
  const afterBlockId = before[before.indexOf(blockId) - 1] ?? null
  const behind = former.before.slice(0, REMEMBERED).map(({ client, clock }) => ({ client, clock }))
  return { chapterId: former.chapterId, afterBlockId, ...(behind.length > 0 && { behind }) }
}

/** The same chapter and the same neighbour before it: what stands between them may have changed. */
export function isSamePlace(a: SuggestedPlace | null, b: SuggestedPlace | null): boolean {
  return a?.chapterId === b?.chapterId && (a?.afterBlockId ?? null) === (b?.afterBlockId ?? null)
}

/** Whether a block can be put there: the chapter is there, and so is the block it would follow. */
export function isPlaceThere(doc: Y.Doc, { chapterId, afterBlockId }: SuggestedPlace): boolean {
  if (!chapterBodyOf(doc, chapterId)) return false
  return afterBlockId === null || listBlocksOf(doc, chapterId).includes(afterBlockId)
}

function listBlocksOf(doc: Y.Doc, chapterId: string): string[] {
  return placeBlocks(doc)
    .filter((place) => place.chapterId === chapterId)
    .map(({ blockId }) => blockId)
}

/** Takes every reference to the block out of the text; its entry stays. */
export function takeOut(doc: Y.Doc, blockId: string): void {
  for (const { chapterId } of placeBlocks(doc).filter((place) => place.blockId === blockId)) {
    const body = chapterBodyOf(doc, chapterId)
    for (const reference of body ? findReferences(body) : [])
      if (reference.blockId === blockId) removeElement(reference.element)
  }
}

/** Puts a reference there; call when `isPlaceThere` and the block stands nowhere. */
export function putIn(doc: Y.Doc, blockId: string, place: SuggestedPlace): void {
  const body = chapterBodyOf(doc, place.chapterId)
  if (!body) return
  const kind = textOrEmpty(blockOf(doc, blockId)?.get('kind')) || 'objective'
  body.insert(findIndex(body, place), [createBlockRef(blockId, kind)])
}

function findIndex(body: Y.XmlElement, { behind = [], afterBlockId }: SuggestedPlace): number {
  const children = body.toArray()
  for (const wanted of behind) {
    const at = children.findIndex((child) => isItem(child, wanted))
    if (at >= 0) return at + 1
  }
  const topOf = (blockId: string | null) =>
    children.findIndex(
      (child) =>
        child instanceof Y.XmlElement &&
        findReferences(child).some(
          (reference) => blockId === null || reference.blockId === blockId,
        ),
    )
  const at = topOf(afterBlockId)
  if (at < 0) return body.length
  return afterBlockId === null ? at : at + 1
}

function isItem(child: unknown, { client, clock }: { client: number; clock: number }): boolean {
  const id = child instanceof Y.AbstractType ? child._item?.id : undefined
  return id?.client === client && id.clock === clock
}
