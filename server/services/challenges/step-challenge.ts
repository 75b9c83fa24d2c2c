import type { Actor } from '../../../app/domain/access/actor'
import { has, NOT_FOUND } from '../../../app/domain/access/rights'
import type { Challenge, Evidence } from '../../../app/domain/challenges/challenge'
import {
  type FormFields,
  type GivenAnswer,
  parseAnswer,
  parseReason,
} from '../../../app/domain/challenges/parse-challenge'
import { tellAnswerer } from '../../../app/domain/challenges/reminders'
import {
  type ChallengeStep,
  type StepTaker,
  takeStep,
} from '../../../app/domain/challenges/take-step'
import type { Telling } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { describeSource } from '../../../app/domain/sources/source'
import { findChallenged, type Found } from './ask-challenge'
import type { ChallengeAdapters, ChallengeChange, ChallengeKey } from './challenge-store'

export interface StepInput extends ChallengeKey {
  readonly step: ChallengeStep
  readonly form: FormFields
}

export function takerOf({ actor, strategy }: Found): StepTaker {
  return {
    personId: actor.personId,
    mayChallenge: has(actor, 'challenge', strategy),
    isChair: actor.role === 'chair',
  }
}

/** One step about a challenge, decided while it is held (SPEC.md CH4–CH8). */
export async function stepChallenge(
  adapters: ChallengeAdapters,
  actor: Actor | null,
  { strategyId, challengeId, step, form }: StepInput,
): Promise<Outcome<{ challengeId: string }>> {
  const found = await findChallenged(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const said = await readSaid(adapters, found.value, { step, form })
  if (!said.ok) return said
  const written = await adapters.challenges.change({ strategyId, challengeId }, async (held) => {
    const state = takeStep(step, held, takerOf(found.value))
    if (!state.ok) return state
    return done(
      writeChange(adapters, found.value, { held, step, state: state.value, ...said.value }),
    )
  })
  if (!written) return refuse('not_found', NOT_FOUND)
  return written.ok ? done({ challengeId }) : written
}

const NEEDS_REASON: readonly ChallengeStep[] = ['not_enough', 'unpublish', 'withdraw']

interface Said {
  readonly text: string
  readonly evidence: readonly Evidence[]
}

async function readSaid(
  adapters: ChallengeAdapters,
  found: Found,
  { step, form }: Pick<StepInput, 'step' | 'form'>,
): Promise<Outcome<Said>> {
  if (step === 'answer') {
    const answer = parseAnswer(form)
    if (!answer.ok) return answer
    const evidence = await listEvidence(adapters, found, answer.value)
    return done({ text: answer.value.text, evidence })
  }
  const reason = parseReason(form.get('reason'), NEEDS_REASON.includes(step))
  return reason.ok ? done({ text: reason.value, evidence: [] }) : reason
}

/** A source keeps the name it has now: what was said stays as it was said. */
async function listEvidence(
  { sources }: ChallengeAdapters,
  { strategy }: Found,
  { links, sourceIds }: GivenAnswer,
): Promise<Evidence[]> {
  const known = sourceIds.length > 0 ? await sources.listSources(strategy.partnershipId) : []
  return [
    ...known
      .filter(({ id }) => sourceIds.includes(id))
      .map((source) => ({ title: describeSource(source), url: source.url, sourceId: source.id })),
    ...links.map((url) => ({ title: url, url, sourceId: null })),
  ]
}

interface Taken extends Said {
  readonly held: Challenge
  readonly step: ChallengeStep
  readonly state: Challenge['state']
}

const AUDITED: Record<ChallengeStep, string> = {
  answer: 'answered',
  enough: 'accepted',
  not_enough: 'refused',
  publish: 'published',
  unpublish: 'unpublished',
  withdraw: 'withdrawn',
}

function writeChange(
  { now, newId }: ChallengeAdapters,
  { actor, strategy }: Found,
  { held, step, state, text, evidence }: Taken,
): ChallengeChange {
  const at = afterLast(held, now())
  const { personId, organisationName: organisation } = actor
  const kept = held.publishedAt === null ? null : new Date(held.publishedAt)
  return {
    state,
    publishedAt: step === 'publish' ? at : step === 'unpublish' ? null : kept,
    event: { id: newId(), action: step, personId, organisation, text, evidence, at },
    tellings: tellOf(held, { step, text, personId }),
    audit: {
      at,
      actorId: personId,
      action: `challenge.${AUDITED[step]}`,
      subject: held.id,
      data: { strategyId: strategy.id },
    },
  }
}

/** The story is told in the order of its times: a step is never of the same millisecond as the one before. */
function afterLast({ events }: Challenge, at: Date): Date {
  const last = Date.parse(events.at(-1)?.at ?? '')
  return last >= at.getTime() ? new Date(last + 1) : at
}

const JUDGED: Partial<Record<ChallengeStep, string>> = {
  enough: 'Your answer to a challenge was taken as enough',
  not_enough: 'Your answer to a challenge is not enough',
}

/** Who answered is told of the judgement; who asked, of the answer. */
function tellOf(
  held: Challenge,
  { step, text, personId }: { step: ChallengeStep; text: string; personId: string },
): Telling[] {
  if (step === 'answer') {
    const told = tellAnswerer(held, {
      about: `${held.organisationName} answered a challenge`,
      sentences: [`The question: ${held.question}`, 'Say whether the answer is enough.'],
    })
    return held.askedById === personId ? [] : [{ ...told, personId: held.askedById }]
  }
  const about = JUDGED[step]
  if (about === undefined || held.answererId === personId) return []
  const reason = text === '' ? [] : [`The reason given: ${text}`]
  return [tellAnswerer(held, { about, sentences: [`The question: ${held.question}`, ...reason] })]
}
