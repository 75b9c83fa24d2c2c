/** Why something was not done. `message` is a whole sentence for the person who asked. */
export interface Refusal {
  readonly code: 'not_found' | 'forbidden' | 'invalid' | 'conflict' | 'too_many' | 'unavailable'
  readonly message: string
  /** For forms: field name → what is wrong with it. */
  readonly fields?: Readonly<Record<string, string>>
}

/** What a rule or a use case answers: the value, or a refusal people can understand. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(
  code: Refusal['code'],
  message: string,
  fields?: Record<string, string>,
): Outcome<never> {
  return { ok: false, refusal: fields ? { code, message, fields } : { code, message } }
}
