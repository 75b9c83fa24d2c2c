import type { KeptCopy } from './kept-copies'

interface Situation {
  readonly personId: string
  /** The strategies this person may open; null: not known, as without a network. */
  readonly mayOpen: ReadonlySet<string> | null
  readonly now: number
}

/** Somebody else's unsent words wait for them this long. */
const WAITS_MS = 30 * 24 * 60 * 60_000

/**
 * What goes when a page of this person starts: other people's copies, and what this person may no longer open.
 * Words that never reached the server are the exception, for a while: nobody else has them.
 */
export function chooseDeletions(
  copies: readonly KeptCopy[],
  { personId, mayOpen, now }: Situation,
): readonly KeptCopy[] {
  return copies.filter((copy) => {
    if (copy.unsentSince !== null && now - copy.unsentSince < WAITS_MS) return false
    if (copy.personId !== personId) return true
    return mayOpen !== null && copy.strategyId !== null && !mayOpen.has(copy.strategyId)
  })
}
