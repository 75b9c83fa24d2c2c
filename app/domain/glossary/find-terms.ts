import type { GlossaryTerm } from './term'

export interface FoundTerm {
  readonly termId: string
  /** UTF-16 units from the start of the text; `to` is behind the last one. */
  readonly from: number
  readonly to: number
}

/** Finds terms in texts; made once for a list of terms. */
export interface TermFinder {
  find(text: string): readonly FoundTerm[]
}

/**
 * Whole words only, the longest term first. Abbreviations (all capitals) are found as they are written, other terms
 * whatever their capitals; a plural `s` belongs to the word.
 */
export function createTermFinder(terms: readonly GlossaryTerm[]): TermFinder {
  const ids = new Map(terms.map(({ id, term }) => [normalise(term), id]))
  const words = [...ids.keys()].filter(Boolean).sort((a, b) => b.length - a.length)
  if (words.length === 0) return { find: () => [] }
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${words.map(escapeForPattern).join('|')})s?(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return {
    find: (text) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const [whole, word = ''] = match
        const termId = ids.get(isAbbreviation(word) ? word : word.toLowerCase())
        return termId === undefined
          ? []
          : [{ termId, from: match.index, to: match.index + whole.length }]
      }),
  }
}

function normalise(term: string): string {
  const trimmed = term.trim()
  return isAbbreviation(trimmed) ? trimmed : trimmed.toLowerCase()
}

function isAbbreviation(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`)
}
