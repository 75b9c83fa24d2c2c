import type * as Y from 'yjs'
import { CONTEXT_MAX, type TextAnchor } from '../../domain/discussion/thread'
import { resolveAnchor } from '../anchor'
import { type FlatText, findOffset, flattenText } from '../flat-text'
import { chapterBodyOf, orderChapterIds } from '../shape'

/** Words of one line where they stand now; offsets are in `flat.string`. */
export interface FoundWords {
  readonly chapterId: string
  readonly body: Y.XmlElement
  readonly flat: FlatText
  readonly start: number
  readonly end: number
}

export interface Wanted {
  readonly chapterId: string
  readonly anchor: TextAnchor
  readonly isOnlyPlace: boolean
}

/**
 * The words a suggestion was made for, or null: held by their positions and unchanged, or moved and standing exactly
 * once with their surroundings. Rules SU12 and SU14 of the suggestions.
 */
export function findWords(
  doc: Y.Doc,
  { chapterId, anchor, isOnlyPlace }: Wanted,
): FoundWords | null {
  const held = findHeld(doc, chapterId, anchor)
  if (held) return held
  const [place, other] = isOnlyPlace ? listPlaces(doc, anchor) : []
  return place && !other ? place : null
}

function findHeld(doc: Y.Doc, chapterId: string, anchor: TextAnchor): FoundWords | null {
  const body = chapterBodyOf(doc, chapterId)
  const resolved = resolveAnchor(doc, chapterId, anchor)
  if (!body || !resolved || resolved.isRefound || resolved.text !== anchor.quote) return null
  const flat = flattenText(body)
  const start = findOffset(flat, { type: resolved.start.text, index: resolved.start.index })
  return start === null ? null : { chapterId, body, flat, start, end: start + anchor.quote.length }
}

/** Every place where the same words stand in the same surroundings, as far as the line goes. */
export function listPlaces(doc: Y.Doc, { quote, prefix, suffix }: TextAnchor): FoundWords[] {
  if (quote === '') return []
  const before = prefix.slice(prefix.lastIndexOf('\n') + 1)
  const [after = ''] = suffix.split('\n')
  const wanted = before + quote + after
  return orderChapterIds(doc).flatMap((chapterId) => {
    const body = chapterBodyOf(doc, chapterId)
    if (!body) return []
    const flat = flattenText(body)
    return findAll(flat.string, wanted).flatMap((at): FoundWords[] => {
      const isLineStart = at === 0 || flat.string[at - 1] === '\n'
      const to = at + wanted.length
      const isLineEnd = to === flat.string.length || flat.string[to] === '\n'
      // Shorter surroundings than were kept mean that the line began or ended there.
      if (before.length < CONTEXT_MAX && !isLineStart) return []
      if (after.length < CONTEXT_MAX && !isLineEnd) return []
      const start = at + before.length
      return [{ chapterId, body, flat, start, end: start + quote.length }]
    })
  })
}

function findAll(text: string, wanted: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at)
  return found
}
