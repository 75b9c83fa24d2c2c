import type { Outcome } from '../../domain/outcome/outcome'

/** What stands in a field and is not stored yet; `typed` null: the field shows what is stored. */
export interface Draft {
  readonly typed: string | null
  readonly error: string | null
}

export const NO_DRAFT: Draft = { typed: null, error: null }

/** While somebody types, a sentence they have already been told goes as soon as it no longer holds. */
export function typeDraft<T>(
  draft: Draft,
  typed: string,
  parse: (text: string) => Outcome<T>,
): Draft {
  const outcome = draft.error === null ? null : parse(typed)
  return { typed, error: outcome && !outcome.ok ? outcome.refusal.message : null }
}

export type Settled<T> =
  | { readonly draft: Draft; readonly stored: true; readonly value: T }
  | { readonly draft: Draft; readonly stored: false }

/** When the field is left: a value to store, or a sentence beside the text, which stays as it was typed. */
export function settleDraft<T>(draft: Draft, parse: (text: string) => Outcome<T>): Settled<T> {
  if (draft.typed === null) return { draft, stored: false }
  const outcome = parse(draft.typed)
  if (outcome.ok) return { draft: NO_DRAFT, stored: true, value: outcome.value }
  return { draft: { typed: draft.typed, error: outcome.refusal.message }, stored: false }
}
