import { dayOfInstant, formatDate } from '../dates/format-date'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Round, type RoundPerson, type RoundState, ROUND_STATE_LABELS } from './round'

export const ROUND_STEPS = ['change', 'open', 'extend', 'remind', 'close', 'cancel'] as const
export type RoundStep = (typeof ROUND_STEPS)[number]

const FROM: Record<RoundStep, readonly RoundState[]> = {
  change: ['draft'],
  open: ['draft'],
  extend: ['open'],
  remind: ['open'],
  close: ['open'],
  cancel: ['draft', 'open'],
}

const DOING: Record<RoundStep, string> = {
  change: 'changed',
  open: 'opened',
  extend: 'given more time',
  remind: 'reminded of',
  close: 'closed',
  cancel: 'cancelled',
}

/** May this step be taken now? (SPEC.md RR4) */
export function mayStep(step: RoundStep, { state }: Pick<Round, 'state'>): Outcome<RoundState> {
  if (FROM[step].includes(state)) return done(state)
  return refuse(
    'conflict',
    `This round is ${ROUND_STATE_LABELS[state].toLowerCase()}, so it cannot be ${DOING[step]}. Nothing was changed.`,
  )
}

/** A round opens for somebody, about a day that has not passed (SPEC.md RR5). */
export function checkOpening(
  round: Pick<Round, 'state' | 'dueOn'>,
  { people, today }: { readonly people: number; readonly today: string },
): Outcome<void> {
  const may = mayStep('open', round)
  if (!may.ok) return may
  if (people === 0)
    return refuse(
      'conflict',
      'Nobody is asked: none of those chosen is a member or has an open link now. Choose somebody, then open it. Nothing was changed.',
    )
  if (round.dueOn < today)
    return refuse(
      'conflict',
      `The last day, ${formatDate(round.dueOn)}, has passed. Choose a later one, then open it. Nothing was changed.`,
    )
  return done(undefined)
}

/** SPEC.md RR9–RR10: null says that there is nothing to record. */
export function checkAnswer(
  round: Pick<Round, 'state' | 'endedAt' | 'people'>,
  { personId, answer }: { readonly personId: string; readonly answer: 'finished' | 'declined' },
): Outcome<RoundPerson | null> {
  const person = round.people.find((candidate) => candidate.personId === personId)
  if (!person) return refuse('forbidden', 'You were not asked in this round. Nothing was saved.')
  if (person.answer === answer) return done(null)
  if (round.state !== 'open')
    return refuse(
      'conflict',
      `This round is ${ROUND_STATE_LABELS[round.state].toLowerCase()}, so this was not recorded. Your comments are kept.`,
    )
  if (answer === 'declined' && person.answer === 'finished')
    return refuse('conflict', 'You have finished already, so there is nothing to decline.')
  return done(person)
}

/** More time, never less, and always with a reason (SPEC.md RR6). */
export function checkExtension(
  round: Pick<Round, 'state' | 'dueOn'>,
  { dueOn, today }: { readonly dueOn: string; readonly today: string },
): Outcome<void> {
  const may = mayStep('extend', round)
  if (!may.ok) return may
  if (dueOn > round.dueOn && dueOn >= today) return done(undefined)
  const message = 'Choose a day after the one there is, and not one that has passed.'
  return refuse('invalid', `${message} Nothing was changed.`, { dueOn: message })
}

/** By hand: once a day to one person, and only to who has not answered (SPEC.md RR13). */
export function checkReminder(
  round: Pick<Round, 'state' | 'people'>,
  { personId, today }: { readonly personId: string; readonly today: string },
): Outcome<RoundPerson> {
  const may = mayStep('remind', round)
  if (!may.ok) return may
  const person = round.people.find((candidate) => candidate.personId === personId)
  if (!person) return refuse('not_found', 'This person was not asked in this round.')
  if (person.answer !== null)
    return refuse('conflict', `${person.name} has answered already. No reminder was sent.`)
  if (person.remindedAt !== null && dayOfInstant(person.remindedAt) === today)
    return refuse(
      'conflict',
      `${person.name} was reminded today already. Try again tomorrow; no reminder was sent.`,
    )
  return done(person)
}
