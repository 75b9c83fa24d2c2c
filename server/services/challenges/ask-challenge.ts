import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type FormFields, parseChallenge } from '../../../app/domain/challenges/parse-challenge'
import { tellAnswerer } from '../../../app/domain/challenges/reminders'
import { dayOfInstant, formatDate } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { ChallengeAdapters, ChallengedStrategy } from './challenge-store'

export interface Found {
  readonly actor: Actor
  readonly strategy: ChallengedStrategy
}

export async function findChallenged(
  { challenges }: Pick<ChallengeAdapters, 'challenges'>,
  actor: Actor | null,
  { strategyId, right }: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<Found>> {
  const strategy = await challenges.findStrategy(strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}

/** Puts a question to one organisation; the person who is to answer is told (SPEC.md CH1–CH4). */
export async function askChallenge(
  adapters: ChallengeAdapters,
  actor: Actor | null,
  { strategyId, form }: { readonly strategyId: string; readonly form: FormFields },
): Promise<Outcome<{ challengeId: string }>> {
  const found = await findChallenged(adapters, actor, { strategyId, right: 'challenge' })
  if (!found.ok) return found
  const { challenges, now, newId } = adapters
  const at = now()
  const asked = parseChallenge(form, dayOfInstant(at))
  if (!asked.ok) return asked
  const { strategy, actor: asker } = found.value
  const place = await findPlace(adapters, strategy, { ...asked.value, at })
  if (!place.ok) return place
  const id = newId()
  const { personId, organisationName: organisation, name } = asker
  const { question, dueOn, blockId } = asked.value
  const about = blockId === null ? 'the whole strategy' : place.value.about
  await challenges.ask(
    {
      ...asked.value,
      ...place.value,
      id,
      strategyId,
      askedById: personId,
      event: { id: newId(), action: 'ask', personId, organisation, text: '', evidence: [], at },
    },
    {
      telling: tellAnswerer(
        { ...asked.value, id, strategyId },
        {
          about: `You are asked to answer a challenge by ${formatDate(dueOn)}`,
          sentences: [`${name}, ${organisation}, asks about ${about}: ${question}`],
        },
      ),
      audit: {
        at,
        actorId: personId,
        action: 'challenge.asked',
        subject: id,
        data: { strategyId, organisationId: place.value.organisationId },
      },
    },
  )
  return done({ challengeId: id })
}

interface Place {
  readonly answererId: string
  readonly blockId: string | null
  readonly at: Date
}

async function findPlace(
  { challenges }: ChallengeAdapters,
  strategy: ChallengedStrategy,
  { answererId, blockId, at }: Place,
): Promise<Outcome<{ about: string; organisationId: string }>> {
  const [answerers, blocks] = await Promise.all([
    challenges.listAnswerers(strategy.partnershipId, at),
    challenges.listBlocks(strategy.id),
  ])
  const answerer = answerers.find(({ personId }) => personId === answererId)
  if (!answerer) return invalid('answererId', 'Choose a member of the partnership.')
  const block = blocks.find(({ id }) => id === blockId)
  if (blockId !== null && !block)
    return invalid('blockId', 'Choose a block that is in the text, or the whole strategy.')
  return done({
    about: block?.name ?? 'The whole strategy',
    organisationId: answerer.organisationId,
  })
}

function invalid(field: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was asked yet; what you typed is still here.`, {
    [field]: message,
  })
}
