import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { parseReturnReason } from '../../../app/domain/signoff/parse-sign-off'
import type { AgreementAdapters } from './agreement-store'
import { beginDrafting } from './begin-drafting'
import { checkHash, takeStep } from './take-step'

export interface ReturnInput {
  readonly strategyId: string
  readonly editionHash: string
  readonly reason: unknown
}

/** Ends a submitted edition and opens the text again; what bodies said about it stays on record. */
export async function returnToDrafting(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: ReturnInput,
): Promise<Outcome<void>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'return_to_drafting',
    step: 'return_to_drafting',
    work: async ({ tx, actor, at, editions }) => {
      const reason = parseReturnReason(input.reason)
      if (!reason.ok) return reason
      const edition = checkHash(editions[0], input.editionHash)
      if (!edition.ok) return edition
      const { id, number, hash } = edition.value
      await tx.moveEdition(id, { state: 'returned', at, reason: reason.value })
      await tx.setStrategyState('drafting')
      await tx.unfreezeDocument()
      await beginDrafting(tx, { id: adapters.newId(), personId: actor.personId, at })
      const data = { strategyId, number, hash, reason: reason.value }
      await tx.audit({ at, actorId: actor.personId, action: 'edition.returned', subject: id, data })
      return done(undefined)
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
