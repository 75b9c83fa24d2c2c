import type { EditionSummary, SigningBody } from '../../domain/signoff/agreement'
import type { Readiness } from '../../domain/signoff/readiness'
import type { Step } from '../../domain/signoff/steps'
import { NextDraftPage, PublishPage, ReturnPage } from './other-steps'
import type { RefusedForm } from './step-form'
import { SubmitPage } from './submit-page'

interface StepPageProps {
  readonly step: Step
  readonly strategy: { readonly id: string; readonly slug: string }
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
  readonly bodies: readonly SigningBody[]
  /** For submitting. */
  readonly readiness: Readiness | null
  readonly refused: RefusedForm | null
}

/** The page of one step, which says what will happen. */
export function StepPage({ step, strategy, editions, bodies, readiness, refused }: StepPageProps) {
  const [edition] = editions
  switch (step) {
    case 'submit':
      return readiness ? (
        <SubmitPage
          strategyId={strategy.id}
          nextNumber={numberAfter(edition)}
          bodies={bodies}
          readiness={readiness}
          refused={refused}
        />
      ) : null
    case 'publish': {
      const approved = editions.find((candidate) => candidate.state === 'approved')
      return approved ? (
        <PublishPage edition={approved} slug={strategy.slug} refused={refused} />
      ) : null
    }
    case 'return_to_drafting':
      return edition ? <ReturnPage edition={edition} refused={refused} /> : null
    case 'start_next_draft':
      return edition ? <NextDraftPage edition={edition} refused={refused} /> : null
  }
}

function numberAfter(edition: EditionSummary | undefined): number {
  return (edition?.number ?? 0) + 1
}
