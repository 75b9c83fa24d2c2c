import type { Texts } from '../../domain/answering/read-texts'
import type { Refusal } from '../../domain/outcome/outcome'

/** A form that was refused, with everything typed into it. */
export interface Refused {
  readonly refusal: Refusal
  readonly typed: Texts
}

/** What a form begins with: what was refused, else what is given; and what is wrong, by field. */
export function beginForm(refused: Refused | null, given: Texts = {}) {
  const errors: Texts = refused?.refusal.fields ?? {}
  return { typed: refused?.typed ?? given, errors }
}

/** The three boxes of a date field, for its `defaultValue`; null when nothing stands in them. */
export function readTypedDay(typed: Texts, name: string): string | null {
  const parts = ['year', 'month', 'day'].map((part) => typed[`${name}-${part}`] ?? '')
  return parts.some((part) => part !== '') ? parts.join('-') : null
}
