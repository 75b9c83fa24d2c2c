import type { Actor } from '../../../app/domain/access/actor'
import type { Telling } from '../../../app/domain/notices/telling'
import { onOneLine } from '../../../app/domain/notices/write-notice'
import { SUGGESTION_STATE_LABELS } from '../../../app/domain/suggestions/decide-suggestion'
import type { SuggestionState } from '../../../app/domain/suggestions/suggestion'
import type { HeldSuggestion } from './suggestion-store'

interface DecisionTaken {
  readonly actor: Actor
  readonly strategyId: string
  readonly state: SuggestionState
  readonly reason: string
}

/** What became of a suggestion, for who made it; nothing for what they did themselves (notices NO2). */
export function tellAuthor(held: HeldSuggestion, taken: DecisionTaken): Telling[] {
  const { actor, strategyId, state, reason } = taken
  if (held.createdBy.personId === actor.personId) return []
  const became =
    state === 'proposed' ? 'opened again' : SUGGESTION_STATE_LABELS[state].toLowerCase()
  const by = `${onOneLine(actor.name)}, ${onOneLine(actor.organisationName)}`
  return [
    {
      kind: 'suggestion_decided',
      personId: held.createdBy.personId,
      strategyId,
      about: `Your suggestion was ${became}`,
      sentences: [
        `Your suggestion about ${onOneLine(held.about)} was ${became} by ${by}.`,
        ...(reason ? [`The reason given: ${onOneLine(reason)}`] : []),
      ],
      path: `/strategies/${encodeURIComponent(strategyId)}/suggestions?show=all#suggestion-${held.id}`,
    },
  ]
}
