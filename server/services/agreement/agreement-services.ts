import { addEvidence, type EvidenceInput } from './evidence'
import type { Actor } from '../../../app/domain/access/actor'
import type { AgreementAdapters } from './agreement-store'
import { approvePublication } from './approve-publication'
import { changePhase, type PhaseInput } from './change-phase'
import { listWaiting } from './list-waiting'
import { previewSubmission } from './preview-submission'
import { publishEdition, type PublishInput } from './publish-edition'
import { readAgreement } from './read-agreement'
import { readEdition } from './read-edition'
import { returnToDrafting, type ReturnInput } from './return-to-drafting'
import { setSuggestingOnly, type WritingInput } from './set-suggesting-only'
import { signOffEdition, type SignOffInput } from './sign-off-edition'
import { startNextDraft } from './start-next-draft'
import { submitEdition, type SubmitInput } from './submit-edition'
import { withdrawEdition } from './withdraw-edition'

export function createAgreementServices(adapters: AgreementAdapters) {
  return {
    readAgreement: (actor: Actor | null, strategyId: string) =>
      readAgreement(adapters, actor, strategyId),
    previewSubmission: (actor: Actor | null, strategyId: string) =>
      previewSubmission(adapters, actor, strategyId),
    readEdition: (actor: Actor | null, input: { strategyId: string; number: number }) =>
      readEdition(adapters, actor, input),
    submitEdition: (actor: Actor | null, input: SubmitInput) =>
      submitEdition(adapters, actor, input),
    signOffEdition: (actor: Actor | null, input: SignOffInput) =>
      signOffEdition(adapters, actor, input),
    returnToDrafting: (actor: Actor | null, input: ReturnInput) =>
      returnToDrafting(adapters, actor, input),
    publishEdition: (actor: Actor | null, input: PublishInput) =>
      publishEdition(adapters, actor, input),
    approvePublication: (actor: Actor | null, input: Parameters<typeof approvePublication>[2]) =>
      approvePublication(adapters, actor, input),
    withdrawEdition: (actor: Actor | null, input: Parameters<typeof withdrawEdition>[2]) =>
      withdrawEdition(adapters, actor, input),
    startNextDraft: (actor: Actor | null, strategyId: string) =>
      startNextDraft(adapters, actor, strategyId),
    changePhase: (actor: Actor | null, input: PhaseInput) => changePhase(adapters, actor, input),
    setSuggestingOnly: (actor: Actor | null, input: WritingInput) =>
      setSuggestingOnly(adapters, actor, input),
    addEvidence: (actor: Actor | null, input: EvidenceInput) => addEvidence(adapters, actor, input),
    listWaiting: (actor: Actor) => listWaiting(adapters, actor),
  }
}

export type AgreementServices = ReturnType<typeof createAgreementServices>
