import { formatDate } from '../dates/format-date'
import type { PersonRef } from '../metrics/metric'
import type { Telling } from '../notices/telling'
import { onOneLine } from '../notices/write-notice'
import {
  ESCALATION_LEVEL_LABELS,
  ESCALATION_STATE_WORDS,
  type Escalation,
  isAnswerOverdue,
  isOver,
} from './escalation'
import { type Answerers, type AskedAbout, listSide } from './escalation-sides'

export interface ToldEscalation {
  readonly strategyId: string
  readonly number: number
  readonly title: string
  readonly about: AskedAbout
  readonly now: Escalation
}

interface Told {
  readonly answerers: Answerers
  /** Who did it, and hears nothing of it. */
  readonly byId: string
  readonly words: string
}

/** The side that has to act next is told; at the end the other side is (rule AN46). */
export function tellEscalation(
  escalation: ToldEscalation,
  { answerers, byId, words }: Told,
): Telling[] {
  const { now, title, number } = escalation
  const side = now.state === 'raised' ? 'asked' : 'asking'
  const toTell = isOver(now)
    ? [...sideOf('asked', escalation, answerers), ...sideOf('asking', escalation, answerers)]
    : sideOf(side, escalation, answerers)
  return uniqueOthers(toTell, byId).map((personId) => ({
    ...placeOf(escalation),
    kind: 'escalation',
    personId,
    about:
      now.state === 'raised'
        ? `The ${ESCALATION_LEVEL_LABELS[now.level].toLowerCase()} is asked for help by ${formatDate(now.responseDue)}`
        : `Escalation ${number}: ${ESCALATION_STATE_WORDS[now.state].toLowerCase()}`,
    sentences: [onOneLine(title), ...(words ? [onOneLine(words)] : [])].map(endSentence),
  }))
}

/** An answer that is overdue: who was asked and who asks, once for each ask (rules AN35, AN47). */
export function remindOfEscalation(
  escalation: ToldEscalation,
  answerers: Answerers,
  today: string,
): Telling[] {
  const { now, title, number } = escalation
  if (!isAnswerOverdue(now, today)) return []
  const people = [
    ...sideOf('asked', escalation, answerers),
    ...sideOf('asking', escalation, answerers),
  ]
  return uniqueOthers(people, '').map((personId) => ({
    ...placeOf(escalation),
    kind: 'overdue',
    personId,
    about: `An escalation was not answered by ${formatDate(now.responseDue)}`,
    sentences: [endSentence(onOneLine(title))],
    onceKey: `overdue:escalation:${escalation.strategyId}:${number}:${now.level}:${now.responseDue}`,
  }))
}

function sideOf(
  side: 'asked' | 'asking',
  { now, about }: ToldEscalation,
  answerers: Answerers,
): PersonRef[] {
  return listSide(side, now, { about, answerers })
}

function uniqueOthers(people: readonly PersonRef[], byId: string): string[] {
  return [...new Set(people.map(({ id }) => id))].filter((id) => id !== byId)
}

function placeOf({ strategyId, number }: ToldEscalation) {
  return { strategyId, path: `/strategies/${encodeURIComponent(strategyId)}/escalations/${number}` }
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
