import { nameEdition } from '../../../app/domain/signoff/edition-label'
import type { MarkReason } from '../../../app/domain/history/version'
import { PHASE_LABELS } from '../../../app/domain/signoff/phases'
import type { AgreementServices } from '../agreement/agreement-services'
import type { HistoryAdapters } from './history-adapters'

export interface Step {
  readonly strategyId: string
  readonly reason: Exclude<MarkReason, ''>
  readonly note?: string
  readonly personId: string | null
}

/** Keeps the text as it is at a step of the agreement, or of a restore. SPEC.md, HI3. */
export async function keepStep(
  {
    strategies,
    versions,
    history,
    newId,
    now,
    notices,
  }: Pick<HistoryAdapters, 'strategies' | 'versions' | 'history' | 'newId' | 'now' | 'notices'>,
  { strategyId, reason, note = '', personId }: Step,
): Promise<number | null> {
  const strategy = await strategies.findStrategy(strategyId)
  if (!strategy) return null
  const { documentId } = strategy
  const seq = await versions.keep(documentId)
  const isRestore = reason === 'before_restore' || reason === 'restored'
  await history.insertMark({
    id: newId(),
    documentId,
    seq,
    kind: isRestore ? 'restore' : 'state',
    name: '',
    note,
    reason,
    personId,
    at: now(),
  })
  notices.changed(strategyId, 'versions')
  return Number(seq)
}

/**
 * The steps of the agreement, each of which leaves a version. A step that was taken stays taken when its version cannot
 * be kept: an automatic one will hold the text.
 */
export function keepAtSteps(
  agreement: AgreementServices,
  keep: (step: Step) => Promise<unknown>,
  complain: (error: unknown) => void,
): AgreementServices {
  const keepQuietly = (step: Step) => keep(step).catch(complain)
  return {
    ...agreement,
    async submitEdition(actor, input) {
      const outcome = await agreement.submitEdition(actor, input)
      const note = outcome.ok ? nameEdition(outcome.value) : ''
      if (outcome.ok)
        await keepQuietly({ ...stepOf(input.strategyId, actor), reason: 'submitted', note })
      return outcome
    },
    async signOffEdition(actor, input) {
      const outcome = await agreement.signOffEdition(actor, input)
      if (outcome.ok && outcome.value.approved)
        await keepQuietly({ ...stepOf(input.strategyId, actor), reason: 'approved' })
      return outcome
    },
    async returnToDrafting(actor, input) {
      const outcome = await agreement.returnToDrafting(actor, input)
      if (outcome.ok) await keepQuietly({ ...stepOf(input.strategyId, actor), reason: 'returned' })
      return outcome
    },
    async publishEdition(actor, input) {
      const outcome = await agreement.publishEdition(actor, input)
      if (outcome.ok) await keepQuietly({ ...stepOf(input.strategyId, actor), reason: 'published' })
      return outcome
    },
    async changePhase(actor, input) {
      const outcome = await agreement.changePhase(actor, input)
      if (outcome.ok) {
        const note = PHASE_LABELS[outcome.value.phase]
        await keepQuietly({ ...stepOf(input.strategyId, actor), reason: 'phase', note })
      }
      return outcome
    },
    async startNextDraft(actor, strategyId) {
      const outcome = await agreement.startNextDraft(actor, strategyId)
      if (outcome.ok) await keepQuietly({ ...stepOf(strategyId, actor), reason: 'next_draft' })
      return outcome
    },
  }
}

function stepOf(strategyId: string, actor: { readonly personId: string } | null) {
  return { strategyId, personId: actor?.personId ?? null }
}
