import { formatDate } from '../dates/format-date'
import { CLINICAL_AREAS, TARGET_POPULATIONS } from '../vocabularies/core20plus5'

export const CHALLENGE_STATES = ['asked', 'answered', 'enough', 'not_enough', 'withdrawn'] as const
export type ChallengeState = (typeof CHALLENGE_STATES)[number]

export const CHALLENGE_STATE_LABELS: Record<ChallengeState, string> = {
  asked: 'Waits for an answer',
  answered: 'Answered, not judged yet',
  enough: 'Answered',
  not_enough: 'Not answered enough',
  withdrawn: 'Withdrawn',
}

export const CHALLENGE_ACTIONS = [
  'ask',
  'answer',
  'enough',
  'not_enough',
  'publish',
  'unpublish',
  'withdraw',
] as const
export type ChallengeAction = (typeof CHALLENGE_ACTIONS)[number]

/** Stands in the form to begin with; it may be changed. */
export const FIRST_QUESTION =
  'How will this reach the most deprived 20 per cent and the groups your area chose?'

/** Core20PLUS5: whose lives, and which clinical areas. */
export const CHALLENGE_TAGS = [
  ...TARGET_POPULATIONS.filter(({ id }) => id !== 'everyone' && id !== 'other'),
  ...CLINICAL_AREAS,
]

export function nameTag(id: string): string {
  return CHALLENGE_TAGS.find((tag) => tag.id === id)?.label ?? id
}

/** Something an answer rests on: a link, or a source of the library as it was named then. */
export interface Evidence {
  readonly title: string
  /** http or https; empty when it is nowhere on the web. */
  readonly url: string
  /** Of the source library; null for a link. */
  readonly sourceId: string | null
}

/** One thing that was done; answers are among them. Kept for good. */
export interface ChallengeEvent {
  readonly id: string
  readonly action: ChallengeAction
  readonly personId: string
  readonly personName: string
  readonly organisationName: string
  /** The answer, or the reason. */
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface Challenge {
  readonly id: string
  readonly strategyId: string
  /** Null: the whole strategy. */
  readonly blockId: string | null
  /** What it is about, as it was called when it was asked. */
  readonly about: string
  readonly organisationId: string
  readonly organisationName: string
  readonly answererId: string
  readonly answererName: string
  readonly question: string
  readonly tags: readonly string[]
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly state: ChallengeState
  readonly publishedAt: string | null
  readonly askedById: string
  readonly askedByName: string
  readonly createdAt: string
  /** Oldest first. */
  readonly events: readonly ChallengeEvent[]
}

/** The newest answer; earlier ones stay among the events (SPEC.md CH5). */
export function answerOf({ events }: Pick<Challenge, 'events'>): ChallengeEvent | null {
  return events.findLast(({ action }) => action === 'answer') ?? null
}

/** The newest judgement of the newest answer. */
export function judgementOf({
  state,
  events,
}: Pick<Challenge, 'state' | 'events'>): ChallengeEvent | null {
  if (state !== 'enough' && state !== 'not_enough') return null
  return events.findLast(({ action }) => action === state) ?? null
}

export function isWaiting({ state }: Pick<Challenge, 'state'>): boolean {
  return state === 'asked' || state === 'not_enough'
}

/** Where it stands, in words; without an answer after its day it says so (SPEC.md CH9). */
export function describeState(
  challenge: Pick<Challenge, 'state' | 'dueOn'>,
  today: string,
): string {
  const { state, dueOn } = challenge
  if (state === 'asked' && dueOn < today) return `Not answered by ${formatDate(dueOn)}`
  return CHALLENGE_STATE_LABELS[state]
}
