import * as Y from 'yjs'
import { CONTEXT_MAX, QUOTE_MAX, type TextAnchor } from '../domain/discussion/thread'
import { type FlatText, type TextPoint, findOffset, findPoint, flattenText } from './flat-text'
import { chapterBodyOf } from './shape'

export interface ResolvedAnchor {
  readonly start: TextPoint
  readonly end: TextPoint
  /** The words there now. */
  readonly text: string
  /** Found by its words, not by its positions: worth storing anew. */
  readonly isRefound: boolean
}

/** Anchors the text between two positions, in either order. Null when they hold no words or are in another chapter. */
export function createTextAnchor(
  doc: Y.Doc,
  { chapterId, from, to }: { chapterId: string; from: Y.RelativePosition; to: Y.RelativePosition },
): TextAnchor | null {
  const body = chapterBodyOf(doc, chapterId)
  const flat = body ? flattenText(body) : null
  if (!flat) return null
  const offsets = [from, to].map((position) => findRelative(doc, flat, position))
  const [first, second] = offsets
  if (first == null || second == null) return null
  return anchorBetween(flat, Math.min(first, second), Math.max(first, second))
}

/** Anchors the words between two offsets, without the white space around them; null when there are none. */
function anchorBetween(flat: FlatText, start: number, end: number): TextAnchor | null {
  const quote = flat.string.slice(start, Math.min(end, start + QUOTE_MAX))
  const trimmedStart = start + (quote.length - quote.trimStart().length)
  return anchorExactly(flat, trimmedStart, start + quote.trimEnd().length)
}

/** Anchors what stands between two offsets as it is; null when that is nothing. */
export function anchorExactly(flat: FlatText, start: number, end: number): TextAnchor | null {
  const startPoint = findPoint(flat, start, 'after')
  const endPoint = findPoint(flat, end, 'before')
  if (start >= end || !startPoint || !endPoint) return null
  return {
    start: positionJson(startPoint, 0),
    end: positionJson(endPoint, -1),
    quote: flat.string.slice(start, end),
    prefix: flat.string.slice(Math.max(0, start - CONTEXT_MAX), start),
    suffix: flat.string.slice(end, end + CONTEXT_MAX),
  }
}

/** The end sticks to the last character it covers, the start to the first: typing at the edges stays outside. */
function positionJson({ text, index }: TextPoint, assoc: 0 | -1): unknown {
  return JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, index, assoc)))
}

/** Where an anchor is now, or null when its words are gone. Tolerates whatever stands in the stored JSON. */
export function resolveAnchor(
  doc: Y.Doc,
  chapterId: string,
  anchor: TextAnchor,
): ResolvedAnchor | null {
  return createAnchorResolver(doc)(chapterId, anchor)
}

export type AnchorResolver = (chapterId: string, anchor: TextAnchor) => ResolvedAnchor | null

/** For many anchors at once: each chapter is read once, so use it before the text changes again and drop it. */
export function createAnchorResolver(doc: Y.Doc): AnchorResolver {
  const read = new Map<string, FlatText | null>()
  const readChapter = (chapterId: string): FlatText | null => {
    const known = read.get(chapterId)
    if (known !== undefined) return known
    const body = chapterBodyOf(doc, chapterId)
    const flat = body ? flattenText(body) : null
    read.set(chapterId, flat)
    return flat
  }
  return (chapterId, anchor) => {
    const flat = readChapter(chapterId)
    return flat ? resolveIn(doc, flat, anchor) : null
  }
}

function resolveIn(doc: Y.Doc, flat: FlatText, anchor: TextAnchor): ResolvedAnchor | null {
  const start = findRelative(doc, flat, readPosition(anchor.start))
  const end = findRelative(doc, flat, readPosition(anchor.end))
  if (start != null && end != null && start < end)
    return resolveBetween(flat, { start, end, isRefound: false })
  const found = findQuote(flat.string, anchor)
  return found === null
    ? null
    : resolveBetween(flat, { start: found, end: found + anchor.quote.length, isRefound: true })
}

function resolveBetween(
  flat: FlatText,
  { start, end, isRefound }: { start: number; end: number; isRefound: boolean },
): ResolvedAnchor | null {
  const startPoint = findPoint(flat, start, 'after')
  const endPoint = findPoint(flat, end, 'before')
  if (!startPoint || !endPoint) return null
  return { start: startPoint, end: endPoint, text: flat.string.slice(start, end), isRefound }
}

/** The same words with their positions and surroundings as they are now; null when they are gone. */
export function rereadAnchor(doc: Y.Doc, chapterId: string, sent: TextAnchor): TextAnchor | null {
  const found = resolveAnchor(doc, chapterId, sent)
  if (!found) return null
  const { start, end } = found
  return createTextAnchor(doc, {
    chapterId,
    from: Y.createRelativePositionFromTypeIndex(start.text, start.index),
    to: Y.createRelativePositionFromTypeIndex(end.text, end.index, -1),
  })
}

function readPosition(json: unknown): Y.RelativePosition | null {
  if (typeof json !== 'object' || json === null) return null
  try {
    return Y.createRelativePositionFromJSON(json)
  } catch {
    return null
  }
}

function findRelative(
  doc: Y.Doc,
  flat: FlatText,
  position: Y.RelativePosition | null,
): number | null {
  if (!position) return null
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(position, doc)
    return absolute ? findOffset(flat, absolute) : null
  } catch {
    // A position from a document that is not this one.
    return null
  }
}

/** The place of the quote with the most alike before and after it; null when there is none, or two equally good ones. */
function findQuote(text: string, { quote, prefix, suffix }: TextAnchor): number | null {
  if (quote === '') return null
  let best: { at: number; score: number } | null = null
  let isTied = false
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const score =
      countBefore(text.slice(0, at), prefix) + countAfter(text.slice(at + quote.length), suffix)
    isTied = best !== null && score === best.score
    if (!best || score > best.score) best = { at, score }
  }
  return best && !isTied ? best.at : null
}

function countBefore(text: string, prefix: string): number {
  let alike = 0
  while (alike < prefix.length && text.at(-1 - alike) === prefix.at(-1 - alike)) alike += 1
  return alike
}

function countAfter(text: string, suffix: string): number {
  let alike = 0
  while (alike < suffix.length && text[alike] === suffix[alike]) alike += 1
  return alike
}
