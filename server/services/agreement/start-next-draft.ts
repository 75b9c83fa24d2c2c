import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { AgreementAdapters } from './agreement-store'
import { beginDrafting } from './begin-drafting'
import { takeStep } from './take-step'

/** Opens the text for writing again; the agreed edition, public or not, stays what it is. */
export async function startNextDraft(
  adapters: AgreementAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<void>> {
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'submit',
    step: 'start_next_draft',
    work: async ({ tx, actor, at, editions }) => {
      await tx.setStrategyState('drafting')
      await tx.unfreezeDocument()
      await beginDrafting(tx, { id: adapters.newId(), personId: actor.personId, at })
      const data = { after: editions[0]?.number ?? 0 }
      await tx.audit({
        at,
        actorId: actor.personId,
        action: 'draft.started',
        subject: strategyId,
        data,
      })
      return done(undefined)
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
