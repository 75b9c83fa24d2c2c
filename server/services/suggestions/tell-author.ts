import type { Actor } from '../../../app/domain/access/actor'
import { type Notice, onOneLine, writeNotice } from '../../../app/domain/notices/write-notice'
import { SUGGESTION_STATE_LABELS } from '../../../app/domain/suggestions/decide-suggestion'
import type { SuggestionState } from '../../../app/domain/suggestions/suggestion'
import type { HeldSuggestion } from './suggestion-store'

interface DecisionTaken {
  readonly actor: Actor
  readonly strategyId: string
  readonly state: SuggestionState
  readonly reason: string
  readonly baseUrl: string
}

/** What became of a suggestion, for who made it; nothing for what they did themselves (notices NO2). */
export function tellAuthor(held: HeldSuggestion, taken: DecisionTaken): Notice[] {
  const { actor, strategyId, state, reason, baseUrl } = taken
  if (held.createdBy.personId === actor.personId) return []
  const became =
    state === 'proposed' ? 'opened again' : SUGGESTION_STATE_LABELS[state].toLowerCase()
  const by = `${onOneLine(actor.name)}, ${onOneLine(actor.organisationName)}`
  return [
    writeNotice(held.createdBy, {
      strategyTitle: held.strategyTitle,
      about: `Your suggestion was ${became}`,
      sentences: [
        `Your suggestion about ${onOneLine(held.about)} was ${became} by ${by}.`,
        ...(reason ? [`The reason given: ${onOneLine(reason)}`] : []),
      ],
      link: `${baseUrl}/strategies/${encodeURIComponent(strategyId)}/suggestions?show=all#suggestion-${held.id}`,
    }),
  ]
}
