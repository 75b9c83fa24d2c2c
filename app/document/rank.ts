import { generateKeyBetween } from 'fractional-indexing'

/**
 * A rank between two others (null: the open end), or null when there is none: two people may have
 * made the same rank at once, and a peer may have written one that is no rank.
 */
export function rankBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null
  try {
    return generateKeyBetween(before, after)
  } catch {
    return null
  }
}
