import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Challenge, CHALLENGE_STATE_LABELS, type ChallengeState } from './challenge'

export const CHALLENGE_STEPS = [
  'answer',
  'enough',
  'not_enough',
  'publish',
  'unpublish',
  'withdraw',
] as const
export type ChallengeStep = (typeof CHALLENGE_STEPS)[number]

export interface StepTaker {
  readonly personId: string
  /** Holds the right to challenge (access AC23). */
  readonly mayChallenge: boolean
  readonly isChair: boolean
}

const FROM: Record<ChallengeStep, readonly ChallengeState[]> = {
  answer: ['asked', 'answered', 'not_enough', 'enough'],
  enough: ['answered', 'not_enough'],
  not_enough: ['answered', 'enough'],
  publish: ['asked', 'answered', 'enough', 'not_enough'],
  unpublish: ['asked', 'answered', 'enough', 'not_enough', 'withdrawn'],
  withdraw: ['asked', 'answered', 'enough', 'not_enough'],
}

const AFTER: Partial<Record<ChallengeStep, ChallengeState>> = {
  answer: 'answered',
  enough: 'enough',
  not_enough: 'not_enough',
  withdraw: 'withdrawn',
}

type Facts = Pick<Challenge, 'state' | 'publishedAt' | 'answererId' | 'answererName' | 'askedById'>

/** May this person take this step now? Answers the state it leads to (SPEC.md CH4–CH8). */
export function takeStep(
  step: ChallengeStep,
  challenge: Facts,
  taker: StepTaker,
): Outcome<ChallengeState> {
  const person = checkPerson(step, challenge, taker)
  if (!person.ok) return person
  const { state, publishedAt } = challenge
  if (!FROM[step].includes(state)) return refuse('conflict', refuseState(step, state))
  if (step === 'publish' && publishedAt !== null)
    return refuse('conflict', 'This challenge is published already. Nothing was changed.')
  if (step === 'unpublish' && publishedAt === null)
    return refuse('conflict', 'This challenge is not published. Nothing was changed.')
  return done(AFTER[step] ?? state)
}

function refuseState(step: ChallengeStep, state: ChallengeState): string {
  if ((step === 'enough' || step === 'not_enough') && state === 'asked')
    return 'There is no answer to judge yet. Nothing was changed.'
  return `This challenge stands at “${CHALLENGE_STATE_LABELS[state]}”, so nothing was changed.`
}

function checkPerson(step: ChallengeStep, challenge: Facts, taker: StepTaker): Outcome<void> {
  if (step === 'answer') {
    if (taker.personId === challenge.answererId) return done(undefined)
    return refuse('forbidden', `Only ${challenge.answererName} was asked to answer this.`)
  }
  const isAsker = taker.personId === challenge.askedById || taker.isChair
  if (taker.mayChallenge && isAsker) return done(undefined)
  return refuse('forbidden', 'Only who asked, or the chair, may do this.')
}

export function stepsFor(challenge: Facts, taker: StepTaker): ChallengeStep[] {
  return CHALLENGE_STEPS.filter((step) => takeStep(step, challenge, taker).ok)
}
