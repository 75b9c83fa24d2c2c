import * as Y from 'yjs'
import type { Block, Chapter, StrategyContent } from '../domain/strategy/strategy'
import { createBlockMap } from './block-map'
import { findReferences, placeBlocks } from './block-order'
import { createChapterMap } from './create'
import { createBlockRef } from './create-prose'
import { rankBetween } from './rank'
import { BLOCK_REF, REF_BLOCK_ID } from './node-names'
import {
  blockOf,
  blocksOf,
  chapterBodyOf,
  chapterOf,
  chaptersOf,
  orderChapterIds,
  textOrEmpty,
} from './shape'

/** A chapter that is no longer there is made anew from what it said, after the chapters that are. */
export function putBackChapter(doc: Y.Doc, chapter: Chapter, content: StrategyContent): void {
  if (chapterOf(doc, chapter.id)) return
  const last = orderChapterIds(doc).at(-1)
  const lastRank =
    last === undefined ? null : textOrEmpty(chapterOf(doc, last)?.get('rank')) || null
  const kinds = new Map(content.blocks.map(({ id, kind }) => [id, kind]))
  chaptersOf(doc).set(
    chapter.id,
    createChapterMap(chapter, rankBetween(lastRank, null) ?? 'a0', kinds),
  )
}

/** What is not text of a chapter: it belongs to the work on it, and stays as it is now. */
const KEPT_KEYS = ['rank', 'leadId', 'status', 'section']

export function keepChapterKeys(doc: Y.Doc, chapterId: string, current: Y.Doc): void {
  const [chapter, now] = [chapterOf(doc, chapterId), chapterOf(current, chapterId)]
  if (!chapter || !now) return
  for (const key of KEPT_KEYS) {
    const value = now.get(key)
    if (chapter.get(key) === value) continue
    if (value === undefined) chapter.delete(key)
    else chapter.set(key, value)
  }
}

/** A block whose entry is gone is made anew from what it said. */
export function putBackBlock(doc: Y.Doc, block: Block): void {
  if (!blockOf(doc, block.id)) blocksOf(doc).set(block.id, createBlockMap(block, 'a0'))
}

/** Where a block stood: its chapter, and what stood before it, nearest first. */
export interface FormerPlace {
  readonly chapterId: string
  readonly before: readonly Y.ID[]
}

export function findFormerPlace(doc: Y.Doc, blockId: string): FormerPlace | null {
  const place = placeBlocks(doc).find((candidate) => candidate.blockId === blockId)
  const body = place && chapterBodyOf(doc, place.chapterId)
  if (!place || !body) return null
  const children = body.toArray()
  const own = children.findIndex((child) => holdsReference(child, blockId))
  const before = children.slice(0, Math.max(own, 0)).reverse()
  return { chapterId: place.chapterId, before: before.flatMap(idOf) }
}

function holdsReference(child: unknown, blockId: string): boolean {
  if (!(child instanceof Y.XmlElement)) return false
  if (child.nodeName === BLOCK_REF) return child.getAttribute(REF_BLOCK_ID) === blockId
  return findReferences(child).some((reference) => reference.blockId === blockId)
}

function idOf(child: unknown): Y.ID[] {
  const item = child instanceof Y.AbstractType ? child._item : null
  return item ? [item.id] : []
}

/** After the nearest thing it stood behind that is still there; in a chapter that is gone, at the end of the last one. */
export function putBackReference(doc: Y.Doc, block: Block, former: FormerPlace): void {
  if (placeBlocks(doc).some(({ blockId }) => blockId === block.id)) return
  const home = chapterBodyOf(doc, former.chapterId)
  const body = home ?? chapterBodyOf(doc, orderChapterIds(doc).at(-1) ?? '')
  if (!body) return
  const ids = body.toArray().map((child) => idOf(child)[0])
  const index = home ? findIndex(ids, former.before) : body.length
  body.insert(index, [createBlockRef(block.id, block.kind)])
}

function findIndex(ids: readonly (Y.ID | undefined)[], before: readonly Y.ID[]): number {
  for (const id of before) {
    const at = ids.findIndex((own) => own && Y.compareIDs(own, id))
    if (at >= 0) return at + 1
  }
  return before.length === 0 ? 0 : ids.length
}

/** A block stands once: where a chapter that came back has it, its places in other chapters go. */
export function dropOtherReferences(
  doc: Y.Doc,
  chapterId: string,
  blockIds: ReadonlySet<string>,
): void {
  for (const id of orderChapterIds(doc)) {
    const body = id === chapterId ? null : chapterBodyOf(doc, id)
    for (const { element, blockId } of body ? findReferences(body) : []) {
      if (blockIds.has(blockId)) removeElement(element)
    }
  }
}

export function removeElement(element: Y.XmlElement): void {
  const { parent } = element
  if (!(parent instanceof Y.XmlElement)) return
  const index = parent.toArray().indexOf(element)
  if (index >= 0) parent.delete(index, 1)
}
