import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { AgreementAdapters } from './agreement-store'
import { checkHash, latestFor, takeStep } from './take-step'

export interface PublishInput {
  readonly strategyId: string
  readonly editionHash: string
}

/** Makes the approved edition public; the one that was public before is superseded and stays on record. */
export async function publishEdition(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: PublishInput,
): Promise<Outcome<{ slug: string }>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'publish',
    step: 'publish',
    work: async ({ tx, actor, at, editions }) => {
      const edition = checkHash(latestFor('publish', editions), input.editionHash)
      if (!edition.ok) return edition
      const { id, number, hash } = edition.value
      for (const older of editions.filter((candidate) => candidate.state === 'published')) {
        await tx.moveEdition(older.id, { state: 'superseded', at })
      }
      await tx.moveEdition(id, { state: 'published', at })
      // The next draft may have been started already; it stays a draft.
      if (tx.facts.state === 'approved') await tx.setStrategyState('published')
      const data = { strategyId, number, hash }
      await tx.audit({
        at,
        actorId: actor.personId,
        action: 'edition.published',
        subject: id,
        data,
      })
      return done({ slug: tx.facts.slug })
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
