import { dayOfInstant, formatDate } from '../dates/format-date'
import type { Telling } from '../notices/telling'
import { onOneLine } from '../notices/write-notice'
import { type Challenge, isWaiting } from './challenge'

/** Days before the last one on which who is to answer is reminded, as with review rounds. */
export const REMIND_DAYS = 3

/** What is told about these challenges on this day, `YYYY-MM-DD` in the UK (SPEC.md CH10). */
export function remindersForChallenges(challenges: readonly Challenge[], today: string): Telling[] {
  return challenges.flatMap((challenge) => remindersOf(challenge, today))
}

function remindersOf(challenge: Challenge, today: string): Telling[] {
  const { dueOn } = challenge
  if (!isWaiting(challenge)) return []
  if (dueOn < today)
    return [
      tell(challenge, { personId: challenge.answererId, kind: 'overdue', whose: '' }),
      tell(challenge, { personId: challenge.askedById, kind: 'overdue', whose: ':asker' }),
    ]
  if (dayOfInstant(challenge.createdAt) >= today || daysBefore(dueOn, REMIND_DAYS) > today)
    return []
  return [tell(challenge, { personId: challenge.answererId, kind: 'due_soon', whose: '' })]
}

function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - days)
  return at.toISOString().slice(0, 10)
}

interface Told {
  readonly personId: string
  readonly kind: 'due_soon' | 'overdue'
  readonly whose: string
}

function tell(challenge: Challenge, { personId, kind, whose }: Told): Telling {
  const { id, strategyId, dueOn, organisationName, question } = challenge
  const day = formatDate(dueOn)
  return {
    kind,
    personId,
    strategyId,
    about:
      kind === 'overdue'
        ? `A challenge was not answered by ${day}`
        : `A challenge waits for your answer until ${day}`,
    sentences: [
      `${onOneLine(organisationName)} was asked: ${onOneLine(question)}`,
      kind === 'overdue' ? `The answer was due on ${day}.` : `The answer is due on ${day}.`,
    ],
    path: pathOfChallenge(challenge),
    onceKey: `${kind}:challenge:${id}:${dueOn}${whose}`,
  }
}

export function pathOfChallenge({ strategyId, id }: Pick<Challenge, 'strategyId' | 'id'>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/challenges/${encodeURIComponent(id)}`
}

type Asked = Pick<Challenge, 'id' | 'strategyId' | 'answererId' | 'question' | 'dueOn'>

/** The person who is to answer, when they are asked and when their answer is judged (SPEC.md CH4, CH6). */
export function tellAnswerer(
  challenge: Asked,
  { about, sentences }: Pick<Telling, 'about' | 'sentences'>,
): Telling {
  return {
    kind: 'challenge',
    personId: challenge.answererId,
    strategyId: challenge.strategyId,
    about,
    sentences: sentences.map(onOneLine),
    path: pathOfChallenge(challenge),
  }
}
