import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { parseWritingReason } from '../../../app/domain/signoff/parse-course'
import { checkWritingChange } from '../../../app/domain/signoff/suggesting-only'
import type { AgreementAdapters } from './agreement-store'
import { findAgreed } from './take-step'

export interface WritingInput {
  readonly strategyId: string
  readonly suggestingOnly: boolean
  readonly reason: unknown
}

/**
 * Puts the whole draft into suggesting only, or opens it again (SPEC.md SO39–SO41). The document's row says so from the
 * commit on: what was stored before stays, what arrives later is refused, on every node.
 */
export async function setSuggestingOnly(
  adapters: AgreementAdapters,
  actor: Actor | null,
  { strategyId, suggestingOnly, reason: typed }: WritingInput,
): Promise<Outcome<void>> {
  const found = await findAgreed(adapters.agreement, actor, { strategyId, right: 'suggest_only' })
  if (!found.ok) return found
  const reason = parseWritingReason(typed)
  if (!reason.ok) return reason
  const { personId } = found.value.actor
  const outcome = await adapters.agreement.transact(strategyId, async (tx) => {
    const wanted = { suggestingOnly, reason: reason.value }
    const allowed = checkWritingChange(tx.facts, wanted)
    if (!allowed.ok) return allowed
    const at = adapters.now()
    await tx.setSuggestingOnly({ ...wanted, id: adapters.newId(), personId, at })
    await tx.audit({
      at,
      actorId: personId,
      action: suggestingOnly ? 'draft.suggesting_only' : 'draft.opened_for_writing',
      subject: strategyId,
      data: { reason: reason.value },
    })
    return done(undefined)
  })
  if (outcome?.ok) adapters.notices.changed(strategyId, 'state')
  return outcome ?? refuse('not_found', NOT_FOUND)
}
