import { type Outcome, done, refuse } from '../outcome/outcome'
import type { SuggestedChange } from '../suggestions/suggestion'

const KEPT = 'Nothing was changed; what you wrote is still here.'

/** The words an amendment would put into the text; null where it is not about words. */
export function wordsOfChange(change: SuggestedChange): string | null {
  if ('insert' in change) return change.insert
  return change.type === 'field' && typeof change.after === 'string' ? change.after : null
}

/** The change with the words that are accepted instead (SPEC.md AM5). */
export function modifyChange(change: SuggestedChange, typed: string): Outcome<SuggestedChange> {
  const proposed = wordsOfChange(change)
  if (proposed === null)
    return refuse('invalid', `Only words can be accepted in other words. ${KEPT}`)
  const words = typed
    .replaceAll('\u0000', '')
    .replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ')
    .trim()
  if (Array.from(words).length > 5_000) return invalid('Use 5,000 characters or fewer.')
  if (words === '' && change.type !== 'text') return invalid('Write the words to accept.')
  if (words === proposed)
    return invalid('These are the words proposed. Accept it as it is, or change them.')
  if ('insert' in change && words === change.anchor.quote)
    return invalid('This is what the text says already. Change the words, or reject the amendment.')
  return done('insert' in change ? { ...change, insert: words } : withAfter(change, words))
}

function withAfter(change: SuggestedChange, words: string): SuggestedChange {
  return change.type === 'field' ? { ...change, after: words } : change
}

function invalid(message: string): Outcome<never> {
  return refuse('invalid', `${message} ${KEPT}`, { words: message })
}
