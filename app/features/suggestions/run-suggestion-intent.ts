import type { Actor } from '../../domain/access/actor'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import type { SuggestionsServices } from '../../../server/services/suggestions/suggestions-services'

export const SUGGESTION_INTENTS = [
  'propose',
  'propose_all',
  'accept',
  'accept_by_hand',
  'reject',
  'withdraw',
  'supersede',
  'reopen',
  'accept_all',
] as const
export type SuggestionIntent = (typeof SUGGESTION_INTENTS)[number]

interface SuggestionRequest {
  readonly actor: Actor | null
  readonly strategyId: string
  readonly form: FormData
}

/** What the page says when it was done; empty when there is nothing to say. */
export interface SuggestionDone {
  readonly suggestionId: string
  readonly message: string
  /** Of a list: what was not kept, and why. */
  readonly refused?: readonly { readonly key: string; readonly message: string }[]
}

/** One form about suggestions, whichever page it was sent from. */
export async function runSuggestionIntent(
  services: SuggestionsServices,
  { actor, strategyId, form }: SuggestionRequest,
): Promise<Outcome<SuggestionDone>> {
  const reason = readText(form, 'reason')
  const intent = SUGGESTION_INTENTS.find((known) => known === form.get('intent'))
  switch (intent) {
    case undefined:
      return refuse(
        'invalid',
        'The page did not say what to do. Nothing was changed: reload the page and try again.',
      )
    case 'propose': {
      const change = parseJson(readText(form, 'change'))
      const asked = withWords(change, form.get('words'))
      return answer(
        await services.propose(actor, { strategyId, change: asked, reason, key: form.get('key') }),
      )
    }
    case 'propose_all': {
      const changes = parseJson(readText(form, 'changes'))
      const outcome = await services.proposeAll(actor, { strategyId, changes })
      if (!outcome.ok) return outcome
      const { sent, refused } = outcome.value
      return done({ suggestionId: '', message: describeSent(sent.length, refused.length), refused })
    }
    case 'accept_all': {
      const personId = readText(form, 'personId')
      const outcome = await services.acceptAllFrom(actor, { strategyId, personId, reason })
      return outcome.ok ? done({ suggestionId: '', message: describeAll(outcome.value) }) : outcome
    }
    default: {
      const byHand = intent === 'accept_by_hand'
      const decision = byHand ? 'accept' : intent
      const suggestionId = readText(form, 'suggestionId')
      return answer(
        await services.decide(actor, { strategyId, suggestionId, decision, reason, byHand }),
      )
    }
  }
}

/** The words of a form stand in a box of their own; the rest of the change is what the page knows. */
function withWords(change: unknown, words: FormDataEntryValue | null): unknown {
  if (typeof words !== 'string' || typeof change !== 'object' || change === null) return change
  return 'blockId' in change ? { ...change, after: words } : { ...change, insert: words }
}

function answer(outcome: Outcome<{ suggestionId: string }>): Outcome<SuggestionDone> {
  return outcome.ok ? done({ suggestionId: outcome.value.suggestionId, message: '' }) : outcome
}

function describeAll({
  accepted,
  refused,
}: {
  accepted: number
  refused: readonly unknown[]
}): string {
  const taken =
    accepted === 1 ? '1 suggestion was accepted.' : `${accepted} suggestions were accepted.`
  if (refused.length === 0) return taken
  const left = refused.length === 1 ? '1 was' : `${refused.length} were`
  return `${taken} ${left} not, because the text has changed: see those still open.`
}

function describeSent(sent: number, refused: number): string {
  const told = sent === 1 ? '1 suggestion was sent.' : `${sent} suggestions were sent.`
  if (refused === 0) return told
  return `${told} ${refused === 1 ? '1 was' : `${refused} were`} not: see why below.`
}

export function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The service refuses what is not a change, and says so.
    return null
  }
}
