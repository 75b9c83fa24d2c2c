import type * as Y from 'yjs'
import { QUOTE_MAX } from '../../domain/discussion/thread'
import { type FlatText, flattenText } from '../flat-text'
import { chapterBodyOf } from '../shape'

export interface AmendableLine {
  readonly text: string
  /** In the chapter's text. */
  readonly start: number
}

/** The lines of a chapter that have words and can be anchored whole, in order. */
export function listLines(flat: FlatText): AmendableLine[] {
  const lines: AmendableLine[] = []
  let start = 0
  for (const text of flat.string.split('\n')) {
    const hasWords = /[\p{L}\p{N}]/u.test(text)
    if (hasWords && text.length <= QUOTE_MAX) lines.push({ text, start })
    start += text.length + 1
  }
  return lines
}

export function linesOfChapter(doc: Y.Doc, chapterId: string): AmendableLine[] {
  const body = chapterBodyOf(doc, chapterId)
  return body ? listLines(flattenText(body)) : []
}
