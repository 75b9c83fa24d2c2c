import { diffText } from '../text-diff'
import type { Hunk } from './word-hunks'

interface HunkLook {
  readonly hunk: Hunk
  /** The line before and after. */
  readonly before: string
  readonly after: string
  /** For every unit of the line before and after whether it has the format. */
  readonly had: readonly boolean[]
  readonly has: readonly boolean[]
  /** Whether words written in at this place of the line before get the format. */
  readonly inherits: (at: number, side: 'before' | 'after') => boolean
}

/**
 * Whether words that are accepted look as they were typed: what comes looks like the first of what goes, else
 * like what stands before it (`replaceWords`).
 */
export function looksAsTyped({ hunk, before, after, had, has, inherits }: HunkLook): boolean {
  const { start, end, newStart, newEnd } = hunk
  const words = after.slice(newStart, newEnd)
  const change = diffText(before.slice(start, end), words, words.length)
  const from = start + change.index
  const side = change.index === 0 ? 'after' : 'before'
  const look = change.remove > 0 ? had[from] === true : inherits(from, side)
  const expected = [
    ...had.slice(start, from),
    ...Array.from(change.insert.split(''), () => look),
    ...had.slice(from + change.remove, end),
  ]
  return has.slice(newStart, newEnd).every((isOn, index) => isOn === expected[index])
}
