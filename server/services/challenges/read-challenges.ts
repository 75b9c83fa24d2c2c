import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  answerOf,
  type Challenge,
  describeState,
  type Evidence,
  judgementOf,
} from '../../../app/domain/challenges/challenge'
import { type ChallengeStep, stepsFor } from '../../../app/domain/challenges/take-step'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findChallenged } from './ask-challenge'
import type { Answerer, ChallengeAdapters, ChallengedBlock, ChallengeKey } from './challenge-store'
import { takerOf } from './step-challenge'

export interface ListedChallenges {
  readonly challenges: readonly Challenge[]
  readonly mayChallenge: boolean
  readonly slug: string
  readonly isPublic: boolean
  /** YYYY-MM-DD */
  readonly today: string
}

export async function listChallenges(
  adapters: ChallengeAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedChallenges>> {
  const found = await findChallenged(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { strategy } = found.value
  return done({
    challenges: await adapters.challenges.list(strategyId),
    mayChallenge: has(actor, 'challenge', strategy),
    slug: strategy.slug,
    isPublic: strategy.isPublic,
    today: dayOfInstant(adapters.now()),
  })
}

export interface ChallengeFormView {
  readonly answerers: readonly Answerer[]
  readonly blocks: readonly ChallengedBlock[]
}

export async function readChallengeForm(
  adapters: ChallengeAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ChallengeFormView>> {
  const found = await findChallenged(adapters, actor, { strategyId, right: 'challenge' })
  if (!found.ok) return found
  const { challenges, now } = adapters
  const [answerers, blocks] = await Promise.all([
    challenges.listAnswerers(found.value.strategy.partnershipId, now()),
    challenges.listBlocks(strategyId),
  ])
  return done({ answerers, blocks })
}

export interface ChallengeView {
  readonly challenge: Challenge
  /** What this person may do now. */
  readonly steps: readonly ChallengeStep[]
  /** What an answer may rest on; empty for who does not answer. */
  readonly sources: readonly { readonly id: string; readonly title: string }[]
  readonly slug: string
  readonly isPublic: boolean
  readonly today: string
}

export async function readChallenge(
  adapters: ChallengeAdapters,
  actor: Actor | null,
  { strategyId, challengeId }: ChallengeKey,
): Promise<Outcome<ChallengeView>> {
  const found = await findChallenged(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const challenge = await adapters.challenges.find(strategyId, challengeId)
  if (!challenge) return refuse('not_found', NOT_FOUND)
  const { partnershipId, slug, isPublic } = found.value.strategy
  const steps = stepsFor(challenge, takerOf(found.value))
  const sources = steps.includes('answer') ? await adapters.sources.listSources(partnershipId) : []
  return done({
    challenge,
    steps,
    sources: sources.map(({ id, title }) => ({ id, title })),
    slug,
    isPublic,
    today: dayOfInstant(adapters.now()),
  })
}

/** Challenges that wait for this person's answer. */
export async function listWaitingChallenges(
  { challenges }: ChallengeAdapters,
  actor: Actor,
): Promise<Outcome<Challenge[]>> {
  const allowed = mayDo(actor, 'read', actor)
  return allowed.ok
    ? done(await challenges.listWaiting(actor.partnershipId, actor.personId))
    : allowed
}

/** What anybody may read: organisations are named, people are not (SPEC.md CH9). */
export interface PublicChallenge {
  readonly id: string
  readonly about: string
  readonly organisationName: string
  readonly question: string
  readonly tags: readonly string[]
  readonly dueOn: string
  readonly stateWords: string
  readonly answer: { readonly text: string; readonly at: string } | null
  readonly evidence: readonly Evidence[]
  /** Why the answer was or was not enough. */
  readonly reason: string
}

export interface PublicPage {
  readonly strategyTitle: string
  readonly partnershipName: string
  readonly challenges: readonly PublicChallenge[]
}

export async function readPublicChallenges(
  { challenges, now }: ChallengeAdapters,
  slug: string,
): Promise<Outcome<PublicPage>> {
  const published = await challenges.listPublished(slug)
  if (!published) return refuse('not_found', NOT_FOUND)
  const today = dayOfInstant(now())
  return done({
    ...published,
    challenges: published.challenges.map((challenge) => toPublic(challenge, today)),
  })
}

function toPublic(challenge: Challenge, today: string): PublicChallenge {
  const { id, about, organisationName, question, tags, dueOn } = challenge
  const answer = answerOf(challenge)
  return {
    id,
    about,
    organisationName,
    question,
    tags,
    dueOn,
    stateWords: describeState(challenge, today),
    answer: answer && { text: answer.text, at: answer.at },
    evidence: answer?.evidence ?? [],
    reason: judgementOf(challenge)?.text ?? '',
  }
}
