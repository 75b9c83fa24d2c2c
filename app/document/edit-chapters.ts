import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { type Outcome, done, refuse } from '../domain/outcome/outcome'
import { createProse } from './create-prose'
import { rankBetween } from './rank'
import { TABLE } from './node-names'
import {
  chapterBodyOf,
  chapterOf,
  chapterTitleOf,
  chaptersOf,
  orderChapterIds,
  textOrEmpty,
} from './shape'
import { applyText } from './text-diff'

export interface NewChapter {
  readonly id: string
  readonly title: string
  /** Stands after this one; null: first. */
  readonly afterId: string | null
}

/** Adds a chapter with one empty paragraph to write in. */
export function addChapter(doc: Y.Doc, { id, title, afterId }: NewChapter, origin: unknown): void {
  doc.transact(() => {
    const body = new Y.XmlElement()
    body.insert(0, createProse([{ type: 'paragraph', content: [] }], new Map()))
    chaptersOf(doc).set(
      id,
      new Y.Map<unknown>([
        ['title', new Y.Text(title)],
        ['rank', ''],
        ['body', body],
      ]),
    )
    placeChapter(doc, id, afterId)
  }, origin)
}

/** Writes only the difference, so that two people renaming at once both keep their words. */
export function renameChapter(
  doc: Y.Doc,
  { id, title }: { id: string; title: string },
  origin: unknown,
): void {
  const text = chapterTitleOf(doc, id)
  if (text) applyText(text, { after: title, caret: title.length }, origin)
}

/** Puts a chapter after another one (null: first). */
export function moveChapter(
  doc: Y.Doc,
  { id, afterId }: { id: string; afterId: string | null },
  origin: unknown,
): void {
  if (!chapterOf(doc, id) || id === afterId) return
  doc.transact(() => placeChapter(doc, id, afterId), origin)
}

export const ONLY_EMPTY = 'Only an empty chapter can be removed. Move or delete its text first.'

/** Removes a chapter without text or blocks. One with content stays: nothing written vanishes by one press. */
export function removeChapter(doc: Y.Doc, id: string, origin: unknown): Outcome<void> {
  if (!chapterOf(doc, id)) return refuse('not_found', 'This chapter is no longer in the strategy.')
  const body = chapterBodyOf(doc, id)
  if (body && !isEmptyBody(body)) {
    return refuse('conflict', ONLY_EMPTY)
  }
  doc.transact(() => chaptersOf(doc).delete(id), origin)
  return done(undefined)
}

/** Nothing anybody wrote or put in. */
export function isEmptyBody(body: Y.XmlElement): boolean {
  const waiting: unknown[] = [...body.toArray()]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof Y.XmlText && next.toString().trim() !== '') return false
    if (!(next instanceof Y.XmlElement)) continue
    const isBlank = next.nodeName === 'paragraph' || next.nodeName === 'linebreak'
    if (next.nodeName === TABLE || (next.toArray().length === 0 && !isBlank)) return false
    waiting.push(...next.toArray())
  }
  return true
}

function placeChapter(doc: Y.Doc, id: string, afterId: string | null): void {
  const others = orderChapterIds(doc).filter((other) => other !== id)
  const at = afterId === null ? 0 : others.indexOf(afterId) + 1 || others.length
  const rank = rankBetween(rankOf(doc, others[at - 1]), rankOf(doc, others[at]))
  if (rank !== null) {
    chapterOf(doc, id)?.set('rank', rank)
    return
  }
  const order = [...others.slice(0, at), id, ...others.slice(at)]
  const ranks = generateNKeysBetween(null, null, order.length)
  order.forEach((chapterId, index) => chapterOf(doc, chapterId)?.set('rank', ranks[index]))
}

function rankOf(doc: Y.Doc, id: string | undefined): string | null {
  return id === undefined ? null : textOrEmpty(chapterOf(doc, id)?.get('rank'))
}
