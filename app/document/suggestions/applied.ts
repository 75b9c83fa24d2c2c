import type { SuggestedChange } from '../../domain/suggestions/suggestion'

/** What was done, with the change that takes it back; `inverse` is null when nothing can. */
export type Applied =
  | { readonly isApplied: true; readonly inverse: SuggestedChange | null }
  | { readonly isApplied: false }

export const STALE: Applied = { isApplied: false }
