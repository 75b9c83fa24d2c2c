import type { Suggestion, SuggestionEvent } from '../suggestions/suggestion'

/** What may be done about an amendment. */
export const AMENDMENT_STEPS = [
  'accept',
  'accept_by_hand',
  'modify',
  'vote',
  'reject',
  'withdraw',
  'supersede',
  'reopen',
] as const
export type AmendmentStep = (typeof AMENDMENT_STEPS)[number]

/** A suggestion that a body makes formally. */
export interface Amendment {
  readonly number: number
  readonly body: { readonly id: string; readonly name: string }
  /** Of the minute in which the body decided on it; may be empty when a member proposed it. */
  readonly minuteReference: string
  readonly suggestion: Suggestion
}

/** Why the body wants it: the reason of its proposal. */
export function rationaleOf({ suggestion }: Amendment): string {
  return suggestion.events[0]?.reason ?? ''
}

/** The step that decided it, when it is not open. */
export function outcomeOf({ suggestion }: Amendment): SuggestionEvent | null {
  return suggestion.state === 'proposed' ? null : (suggestion.events.at(-1) ?? null)
}

const STATE_WORDS = {
  proposed: 'Open',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  superseded: 'Set aside',
} as const

/** “Accepted with other words”, “Carried”, “Not carried”, “Open” … */
export function nameOutcome(amendment: Amendment): string {
  const { state } = amendment.suggestion
  const outcome = outcomeOf(amendment)
  if (outcome?.vote) return state === 'accepted' ? 'Carried' : 'Not carried'
  if (state !== 'accepted') return STATE_WORDS[state]
  return outcome?.words === null || outcome?.words === undefined
    ? 'Accepted'
    : 'Accepted with other words'
}
