import { dayOfInstant, formatDate } from '../dates/format-date'
import type { Telling } from '../notices/telling'
import { onOneLine } from '../notices/write-notice'
import { countFinished, type Round, type RoundPerson, ROUND_TASKS } from './round'

/** Days before the last one on which who has not answered is reminded. */
export const REMIND_DAYS = 3

/** What people of these rounds are told on this day, `YYYY-MM-DD` in the UK (SPEC.md RR11–RR12). */
export function remindersFor(rounds: readonly Round[], today: string): Telling[] {
  return rounds.flatMap((round) => remindersOf(round, today))
}

function remindersOf(round: Round, today: string): Telling[] {
  if (round.state !== 'open') return []
  const waiting = round.people.filter(({ answer }) => answer === null)
  if (round.dueOn < today)
    return [...waiting.map((person) => tellOverdue(round, person)), tellOwner(round, waiting)]
  const isJustOpened = round.openedAt !== null && dayOfInstant(round.openedAt) >= today
  if (isJustOpened || addDays(today, REMIND_DAYS) < round.dueOn) return []
  return waiting.map((person) => tellDueSoon(round, person))
}

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export function pathOfRound({ strategyId, id }: Pick<Round, 'strategyId' | 'id'>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/review/${encodeURIComponent(id)}`
}

function tellDueSoon(round: Round, person: RoundPerson): Telling {
  return {
    kind: 'due_soon',
    personId: person.personId,
    strategyId: round.strategyId,
    about: `“${onOneLine(round.title)}” ends on ${formatDate(round.dueOn)}`,
    sentences: [
      `You are asked to ${ROUND_TASKS[round.kind]} by ${formatDate(round.dueOn)}.`,
      HOW_TO_ANSWER,
    ],
    path: pathOfRound(round),
    onceKey: `due_soon:round:${round.id}:${round.dueOn}`,
  }
}

const HOW_TO_ANSWER = 'When you have read it, say “I have finished”, with or without comments.'

function tellOverdue(round: Round, person: RoundPerson): Telling {
  return {
    kind: 'overdue',
    personId: person.personId,
    strategyId: round.strategyId,
    about: `“${onOneLine(round.title)}” was due on ${formatDate(round.dueOn)}`,
    sentences: [
      `You were asked to ${ROUND_TASKS[round.kind]} by ${formatDate(round.dueOn)}. The round is still open.`,
      HOW_TO_ANSWER,
    ],
    path: pathOfRound(round),
    onceKey: `overdue:round:${round.id}:${round.dueOn}`,
  }
}

function tellOwner(round: Round, waiting: readonly RoundPerson[]): Telling {
  const { length } = round.people
  return {
    kind: 'overdue',
    personId: round.ownerId,
    strategyId: round.strategyId,
    about: `“${onOneLine(round.title)}” has reached its last day`,
    sentences: [
      `${countFinished(round.people)} of ${length} have finished; ${waiting.length} have not answered.`,
      'Close the round, or give more time.',
    ],
    path: pathOfRound(round),
    // The owner may have been asked as well, and is told both.
    onceKey: `overdue:round:${round.id}:${round.dueOn}:owner`,
  }
}

/** By hand, at most once a day (SPEC.md RR13). */
export function tellByHand(round: Round, person: RoundPerson, today: string): Telling {
  return {
    ...tellDueSoon(round, person),
    about: `A reminder: “${onOneLine(round.title)}”, until ${formatDate(round.dueOn)}`,
    onceKey: `reminder:round:${round.id}:${today}`,
  }
}

/** A round that begins, or has been given more time (SPEC.md RR6, RR8). */
export function tellOpened(
  round: Pick<Round, 'id' | 'strategyId' | 'title' | 'kind' | 'dueOn' | 'questions'>,
  personId: string,
  moreTime?: string,
): Telling {
  const day = formatDate(round.dueOn)
  const reason = moreTime === undefined ? [] : [`There is more time: ${onOneLine(moreTime)}`]
  return {
    kind: 'round_opened',
    personId,
    strategyId: round.strategyId,
    about:
      moreTime === undefined
        ? `You are asked: “${onOneLine(round.title)}”, by ${day}`
        : `More time, until ${day}: “${onOneLine(round.title)}”`,
    sentences: [
      `You are asked to ${ROUND_TASKS[round.kind]} by ${day}.`,
      ...reason,
      ...round.questions.map(onOneLine),
    ],
    path: pathOfRound(round),
  }
}
