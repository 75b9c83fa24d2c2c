import { compareWords } from '../../domain/diff/compare-words'

/** Words of one line that became others; offsets are in the two lines. */
export interface Hunk {
  readonly start: number
  readonly end: number
  readonly newStart: number
  readonly newEnd: number
}

/**
 * Where two lines differ, as stretches that begin and end with a word on both sides: a suggestion's words are kept
 * without the white space around them, so it must not depend on it. Both lines come without white space at their ends.
 */
export function listHunks(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = []
  let [at, to] = [0, 0]
  for (const { type, text } of compareWords(before, after)) {
    const end = type === 'insert' ? at : at + text.length
    const newEnd = type === 'delete' ? to : to + text.length
    if (type !== 'equal') push(hunks, { start: at, end, newStart: to, newEnd })
    at = end
    to = newEnd
  }
  return widenAll(hunks, before, after)
}

/** What touches is one. */
function push(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1)
  if (last && last.end >= hunk.start) hunks[hunks.length - 1] = join(last, hunk)
  else hunks.push(hunk)
}

function join(first: Hunk, second: Hunk): Hunk {
  return { ...first, end: second.end, newEnd: second.newEnd }
}

function widenAll(hunks: readonly Hunk[], before: string, after: string): Hunk[] {
  const widened: Hunk[] = []
  hunks.forEach((hunk, index) => {
    const from = widened.at(-1)?.end ?? 0
    const to = hunks[index + 1]?.start ?? before.length
    push(widened, widen(hunk, { before, after, from, to }))
  })
  const isSettled = widened.every(
    (hunk) => !startsLoose(hunk, before, after) && !endsLoose(hunk, before, after),
  )
  return isSettled || widened.length === hunks.length ? widened : widenAll(widened, before, after)
}

interface Lines {
  readonly before: string
  readonly after: string
  /** How far what is the same reaches on either side. */
  readonly from: number
  readonly to: number
}

function widen(hunk: Hunk, { before, after, from, to }: Lines): Hunk {
  let { start, end, newStart, newEnd } = hunk
  const now = () => ({ start, end, newStart, newEnd })
  while (start > from && (startsLoose(now(), before, after) || isInWord(before, start))) {
    start -= 1
    newStart -= 1
  }
  while (end < to && (endsLoose(now(), before, after) || isInWord(before, end))) {
    end += 1
    newEnd += 1
  }
  return now()
}

function startsLoose({ start, end, newStart, newEnd }: Hunk, before: string, after: string) {
  return start === end || isSpace(before[start]) || (newStart < newEnd && isSpace(after[newStart]))
}

function endsLoose({ start, end, newStart, newEnd }: Hunk, before: string, after: string) {
  const last = after[newEnd - 1]
  return start === end || isSpace(before[end - 1]) || (newStart < newEnd && isSpace(last))
}

/** A cut within a word, and so never within a character of two units. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && !isSpace(text[at - 1]) && !isSpace(text[at])
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character)
}
