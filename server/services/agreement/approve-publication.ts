import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { checkSecondApproval } from '../../../app/domain/signoff/publication'
import type { AgreementAdapters } from './agreement-store'
import { checkHash, latestFor, takeStep } from './take-step'

/** The second approval of an edition that was published as urgent (SPEC.md SO29). */
export async function approvePublication(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: { readonly strategyId: string; readonly editionHash: string },
): Promise<Outcome<void>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'publish',
    step: 'approve_publication',
    work: async ({ tx, actor, at, editions }) => {
      const edition = checkHash(latestFor('approve_publication', editions), input.editionHash)
      if (!edition.ok) return edition
      const { personId } = actor
      const allowed = checkSecondApproval(edition.value, personId)
      if (!allowed.ok) return allowed
      const { id, number, hash } = edition.value
      await tx.keepSecondApproval(id, { personId, at })
      await tx.audit({
        at,
        actorId: personId,
        action: 'edition.publication_approved',
        subject: id,
        data: { strategyId, number, hash },
      })
      return done(undefined)
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
