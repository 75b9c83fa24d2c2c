import * as Y from 'yjs'
import type { TextAnchor } from '../../app/domain/discussion/thread'
import { createTextAnchor } from '../../app/document/anchor'
import { findPoint, flattenText } from '../../app/document/flat-text'
import { chapterBodyOf } from '../../app/document/shape'

/** The words of a chapter as one string, each line on its own. */
export function flatOf(doc: Y.Doc, chapterId: string) {
  const body = chapterBodyOf(doc, chapterId)
  if (!body) throw new Error(`there is no chapter ${chapterId}`)
  return flattenText(body)
}

/** An anchor on words where they first stand, as it comes back from the database. */
export function anchorWordsIn(doc: Y.Doc, { chapterId, quote }: { chapterId: string; quote: string }): TextAnchor {
  const flat = flatOf(doc, chapterId)
  const at = flat.string.indexOf(quote)
  const [start, end] = [findPoint(flat, at, 'after'), findPoint(flat, at + quote.length, 'before')]
  if (at < 0 || !start || !end) throw new Error(`“${quote}” is not there`)
  const anchor = createTextAnchor(doc, {
    chapterId,
    from: Y.createRelativePositionFromTypeIndex(start.text, start.index),
    to: Y.createRelativePositionFromTypeIndex(end.text, end.index, -1),
  })
  if (!anchor) throw new Error(`“${quote}” cannot be anchored`)
  return JSON.parse(JSON.stringify(anchor)) as TextAnchor
}
