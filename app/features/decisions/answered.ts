import type { Refusal } from '../../domain/outcome/outcome'

/** What came of a form that was sent: done, or refused with what was typed. */
export type Answered =
  | { readonly ok: true; readonly message: string }
  | {
      readonly ok: false
      readonly intent: string
      readonly refusal: Refusal
      readonly typed: Readonly<Record<string, string>>
    }
  | null

/** What was typed into the refused form, and what is wrong with it; nothing for the other forms of the page. */
export function refusedOf(
  answered: Answered,
  isIt: (typed: Readonly<Record<string, string>>) => boolean,
) {
  const refused = answered && !answered.ok && isIt(answered.typed) ? answered : null
  return {
    refusal: refused?.refusal ?? null,
    typed: refused?.typed ?? {},
    errors: refused?.refusal.fields ?? {},
  }
}
