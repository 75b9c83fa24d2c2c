import type { Actor } from '../../../app/domain/access/actor'
import type { Telling } from '../../../app/domain/notices/telling'

interface Told {
  readonly actor: Actor
  readonly strategyId: string
  readonly number: number
  readonly bodyName: string
  readonly about: string
}

/** To each once, and never to who did it (amendments AM9). */
function tellEach(
  personIds: readonly string[],
  { actor, strategyId, number }: Told,
  words: Pick<Telling, 'about' | 'sentences'>,
): Telling[] {
  return [...new Set(personIds)]
    .filter((personId) => personId !== actor.personId)
    .map((personId) => ({
      kind: 'amendment',
      personId,
      strategyId,
      ...words,
      path: `/strategies/${encodeURIComponent(strategyId)}/amendments/${number}`,
    }))
}

export function tellProposed(penHolderIds: readonly string[], told: Told): Telling[] {
  const { actor, number, bodyName, about } = told
  return tellEach(penHolderIds, told, {
    about: `${bodyName} proposes amendment ${number}`,
    sentences: [
      `${actor.name}, ${actor.organisationName}, has entered amendment ${number} of ${bodyName}. It is about ${about}.`,
      'Read it beside the text and decide on it here:',
    ],
  })
}

export function tellDecided(
  signatoryIds: readonly string[],
  told: Told,
  { outcome, reason }: { readonly outcome: string; readonly reason: string },
): Telling[] {
  const { actor, number, bodyName, about } = told
  return tellEach(signatoryIds, told, {
    about: `Amendment ${number}: ${outcome.toLowerCase()}`,
    sentences: [
      `Amendment ${number} of ${bodyName}, about ${about}, was decided by ${actor.name}, ${actor.organisationName}: ${outcome.toLowerCase()}.`,
      ...(reason ? [`The reason given: ${reason}`] : []),
    ],
  })
}
