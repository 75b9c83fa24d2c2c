import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { parsePhase, parsePhaseNote } from '../../../app/domain/signoff/parse-course'
import { checkPhaseChange, type Phase } from '../../../app/domain/signoff/phases'
import type { AgreementAdapters } from './agreement-store'
import { findAgreed } from './take-step'

export interface PhaseInput {
  readonly strategyId: string
  readonly to: unknown
  readonly note: unknown
}

/** Brings the draft to another phase, and keeps who did so and why (SPEC.md SO32–SO35). */
export async function changePhase(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: PhaseInput,
): Promise<Outcome<{ phase: Phase }>> {
  const { strategyId } = input
  const found = await findAgreed(adapters.agreement, actor, { strategyId, right: 'change_phase' })
  if (!found.ok) return found
  const to = parsePhase(input.to)
  if (!to.ok) return to
  const note = parsePhaseNote(input.note)
  if (!note.ok) return note
  const { personId } = found.value.actor
  const outcome = await adapters.agreement.transact(strategyId, async (tx) => {
    const { phase } = tx.facts
    const allowed = checkPhaseChange(tx.facts, { to: to.value, note: note.value })
    if (!allowed.ok) return allowed
    const at = adapters.now()
    const change = { from: phase, to: to.value, note: note.value }
    await tx.setPhase({ ...change, id: adapters.newId(), personId, at })
    await tx.audit({
      at,
      actorId: personId,
      action: 'draft.phase_changed',
      subject: strategyId,
      data: change,
    })
    return done({ phase: to.value })
  })
  if (outcome?.ok) adapters.notices.changed(strategyId, 'state')
  return outcome ?? refuse('not_found', NOT_FOUND)
}
