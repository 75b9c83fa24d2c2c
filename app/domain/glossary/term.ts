/** A word the partnership explains, or one it would rather not read. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: string
  /** What it means, in plain words. */
  readonly definition: string
  /** What to write instead; empty: the word itself is fine. */
  readonly insteadOf: string
}

export const TERM_MAX = 80
export const DEFINITION_MAX = 600

export function isJargon({ insteadOf }: Pick<GlossaryTerm, 'insteadOf'>): boolean {
  return insteadOf !== ''
}
