import type { LabelChoice } from '../../../app/domain/signoff/edition-label'
import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { checkReadiness, type Readiness } from '../../../app/domain/signoff/readiness'
import { isApprovingBody } from '../../../app/domain/signoff/sign-off'
import type { AgreementAdapters } from './agreement-store'
import { buildEditionContent } from './build-edition-content'
import { chooseEditionLabels } from './choose-edition-labels'
import { findAgreed } from './take-step'

export interface SubmissionPreview extends Readiness {
  readonly labels: LabelChoice
}

/** What would happen if the draft were submitted now. Changes nothing. */
export async function previewSubmission(
  adapters: Pick<AgreementAdapters, 'agreement' | 'documents'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<SubmissionPreview>> {
  const found = await findAgreed(adapters.agreement, actor, { strategyId, right: 'submit' })
  if (!found.ok) return found
  const readers = { documents: adapters.documents, sources: adapters.agreement }
  const draft = await buildEditionContent(readers, strategyId)
  if (!draft) return refuse('not_found', NOT_FOUND)
  const bodies = await adapters.agreement.listBodies(found.value.facts.partnershipId)
  const editions = await adapters.agreement.listEditions(strategyId)
  const { content } = draft
  return done({
    ...checkReadiness(draft, bodies.some(isApprovingBody)),
    labels: await chooseEditionLabels(adapters.agreement, { editions, content }),
  })
}
