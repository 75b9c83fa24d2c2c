import { QUOTE_MAX, type TextAnchor } from '../../domain/discussion/thread'
import { anchorExactly } from '../anchor'
import type { FoundWords } from './find-words'

/** An anchor on words of one line, and what would stand there: the same for a change and for taking it back. */
export interface AnchoredWords {
  readonly anchor: TextAnchor
  readonly insert: string
}

/**
 * Anchors what stands between two offsets; where that is nothing, with the words beside it in its line, because an
 * anchor needs something to hold on to. Null when the line has none.
 */
export function anchorWords(
  { flat, start, end }: Pick<FoundWords, 'flat' | 'start' | 'end'>,
  insert: string,
): AnchoredWords | null {
  const isHeld = start < end
  const from = isHeld ? start : wordBefore(flat.string, start)
  const to = isHeld ? end : wordAfter(flat.string, end)
  const anchor = to - from <= QUOTE_MAX ? anchorExactly(flat, from, to) : null
  if (!anchor) return null
  return { anchor, insert: flat.string.slice(from, start) + insert + flat.string.slice(end, to) }
}

/** To the beginning of the word before, and never over the line's. */
function wordBefore(text: string, at: number): number {
  let from = at
  while (from > 0 && text[from - 1] !== '\n' && isSpace(text[from - 1])) from -= 1
  while (from > 0 && !isSpace(text[from - 1])) from -= 1
  return from
}

function wordAfter(text: string, at: number): number {
  let to = at
  while (to < text.length && text[to] !== '\n' && isSpace(text[to])) to += 1
  while (to < text.length && !isSpace(text[to])) to += 1
  return to
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}
