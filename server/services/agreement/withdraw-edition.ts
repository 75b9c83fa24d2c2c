import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { parseWithdrawalReason } from '../../../app/domain/signoff/parse-sign-off'
import type { AgreementAdapters } from './agreement-store'
import { checkHash, latestFor, takeStep } from './take-step'

/** Takes a published edition from the public; it stays on record with the reason (SPEC.md SO30). */
export async function withdrawEdition(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: { readonly strategyId: string; readonly editionHash: string; readonly reason: unknown },
): Promise<Outcome<void>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'publish',
    step: 'withdraw',
    work: async ({ tx, actor, at, editions }) => {
      const reason = parseWithdrawalReason(input.reason)
      if (!reason.ok) return reason
      const edition = checkHash(latestFor('withdraw', editions), input.editionHash)
      if (!edition.ok) return edition
      const { id, number, hash } = edition.value
      await tx.moveEdition(id, { state: 'withdrawn', at, reason: reason.value })
      // The text stays frozen until the next draft is started.
      if (tx.facts.state === 'published') await tx.setStrategyState('approved')
      await tx.audit({
        at,
        actorId: actor.personId,
        action: 'edition.withdrawn',
        subject: id,
        data: { strategyId, number, hash, reason: reason.value },
      })
      return done(undefined)
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
