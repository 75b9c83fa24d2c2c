import { isDate } from '../dates/parse-date'
import { type Outcome, done, refuse } from '../outcome/outcome'

/** From nearest to furthest; an ask goes up one at a time. */
export const ESCALATION_LEVELS = ['place', 'partnership', 'region', 'national'] as const
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number]

export const ESCALATION_LEVEL_LABELS: Record<EscalationLevel, string> = {
  place: 'Place',
  partnership: 'Partnership',
  region: 'Region',
  national: 'National',
}

export const ESCALATION_STATES = [
  'raised',
  'accepted',
  'returned',
  'resolved',
  'withdrawn',
] as const
export type EscalationState = (typeof ESCALATION_STATES)[number]

export const ESCALATION_STATE_WORDS: Record<EscalationState, string> = {
  raised: 'Raised, waiting for an answer',
  accepted: 'Accepted: help is on its way',
  returned: 'Returned with a reason',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
}

export interface Escalation {
  /** The level that asks. */
  readonly from: EscalationLevel
  /** The level that is asked now. */
  readonly level: EscalationLevel
  readonly state: EscalationState
  readonly ask: string
  /** The last day for an answer, YYYY-MM-DD. */
  readonly responseDue: string
}

export type EscalationStep =
  'accept' | 'return' | 'raise_again' | 'raise_higher' | 'resolve' | 'withdraw'
/** Who asks, and who is asked. */
export type EscalationSide = 'asking' | 'asked'

interface Transition {
  readonly from: readonly EscalationState[]
  readonly to: EscalationState
  readonly by: EscalationSide
  /** What has to be said with it; null when nothing. */
  readonly says: string | null
}

/** Every way an escalation may go on; what is not in it is refused. */
export const ESCALATION_STEPS: Record<EscalationStep, Transition> = {
  accept: { from: ['raised'], to: 'accepted', by: 'asked', says: 'Say what help comes from whom.' },
  return: {
    from: ['raised'],
    to: 'returned',
    by: 'asked',
    says: 'Say why, and what would change it.',
  },
  raise_again: { from: ['returned'], to: 'raised', by: 'asking', says: 'Say what is asked now.' },
  raise_higher: {
    from: ['raised', 'accepted'],
    to: 'raised',
    by: 'asked',
    says: 'Say what this level cannot do itself.',
  },
  resolve: { from: ['accepted'], to: 'resolved', by: 'asking', says: 'Say what came of it.' },
  withdraw: { from: ['raised', 'accepted', 'returned'], to: 'withdrawn', by: 'asking', says: null },
}

/** What happened, as it stands on record. */
export const ESCALATION_STEP_WORDS: Record<EscalationStep | 'raise', string> = {
  raise: 'Raised',
  accept: 'Accepted',
  return: 'Returned with a reason',
  raise_again: 'Raised again',
  raise_higher: 'Raised higher',
  resolve: 'Resolved',
  withdraw: 'Withdrawn',
}

interface Raised {
  readonly from: EscalationLevel
  readonly ask: string
  readonly responseDue: string
}

/** An ask of the next level, with a day for its answer (rules AN29, AN30). */
export function raiseEscalation(raised: Raised, today: string): Outcome<Escalation> {
  const level = levelAbove(raised.from)
  if (!level) return refuse('invalid', 'There is no level above the national one.')
  if (raised.ask.trim() === '') return refuse('invalid', 'Say what is asked of the next level.')
  if (!isAhead(raised.responseDue, today))
    return refuse('invalid', 'Give a day after today for the answer.')
  return done({ ...raised, level, state: 'raised' })
}

export interface StepTaken {
  readonly step: EscalationStep
  readonly by: EscalationSide
  readonly words: string
  /** For a new ask: the last day for its answer. */
  readonly responseDue?: string
}

/** The escalation after a step, or why that step cannot be taken (rules AN31–AN34). */
export function takeEscalationStep(
  escalation: Escalation,
  taken: StepTaken,
  today: string,
): Outcome<Escalation> {
  const transition = ESCALATION_STEPS[taken.step]
  const problem = findProblem(escalation, taken, transition)
  if (problem !== null) return problem
  if (transition.to !== 'raised') return done({ ...escalation, state: transition.to })
  const level = taken.step === 'raise_higher' ? levelAbove(escalation.level) : escalation.level
  if (!level) return refuse('invalid', 'There is no level above the national one.')
  const responseDue = taken.responseDue ?? ''
  if (!isAhead(responseDue, today))
    return refuse('invalid', 'Give a day after today for the answer.')
  return done({ ...escalation, level, state: 'raised', ask: taken.words.trim(), responseDue })
}

function findProblem(
  { state }: Escalation,
  { by, words }: StepTaken,
  transition: Transition,
): Outcome<never> | null {
  if (!transition.from.includes(state))
    return refuse(
      'conflict',
      `This cannot be done now: ${ESCALATION_STATE_WORDS[state].toLowerCase()}. Nothing was changed.`,
    )
  if (by !== transition.by)
    return refuse(
      'forbidden',
      `Only the side that ${transition.by === 'asked' ? 'is asked' : 'asks'} can do this.`,
    )
  if (transition.says !== null && words.trim() === '') return refuse('invalid', transition.says)
  return null
}

/** The steps a side may take now, in the order of the table. */
export function stepsFor(escalation: Escalation, by: EscalationSide): EscalationStep[] {
  return (Object.keys(ESCALATION_STEPS) as EscalationStep[]).filter((step) => {
    const transition = ESCALATION_STEPS[step]
    const isPossible = step !== 'raise_higher' || levelAbove(escalation.level) !== null
    return transition.by === by && transition.from.includes(escalation.state) && isPossible
  })
}

/** Waiting for an answer after its last day (rule AN35). */
export function isAnswerOverdue({ state, responseDue }: Escalation, today: string): boolean {
  return state === 'raised' && responseDue < today
}

/** Resolved or withdrawn (rule AN34). */
export function isOver({ state }: Pick<Escalation, 'state'>): boolean {
  return state === 'resolved' || state === 'withdrawn'
}

export function levelAbove(level: EscalationLevel): EscalationLevel | null {
  return ESCALATION_LEVELS[ESCALATION_LEVELS.indexOf(level) + 1] ?? null
}

function isAhead(day: string, today: string): boolean {
  return isDate(day) && day > today
}
