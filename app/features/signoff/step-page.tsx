import type { LabelChoice } from '../../domain/signoff/edition-label'
import type { EditionSummary, SigningBody } from '../../domain/signoff/agreement'
import type { Phase } from '../../domain/signoff/phases'
import type { Readiness } from '../../domain/signoff/readiness'
import type { Step } from '../../domain/signoff/steps'
import {
  ApprovePublicationPage,
  NextDraftPage,
  PublishPage,
  ReturnPage,
  WithdrawPage,
} from './other-steps'
import { OpenWritingPage, PhasePage, SuggestOnlyPage } from './course-steps'
import type { RefusedForm } from './step-form'
import { SubmitPage } from './submit-page'

interface StepPageProps {
  readonly unowned: readonly { readonly id: string; readonly sentence: string }[]
  readonly step: Step
  readonly strategy: { readonly id: string; readonly slug: string; readonly phase: Phase }
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
  readonly bodies: readonly SigningBody[]
  /** For submitting. */
  readonly readiness: (Readiness & { readonly labels: LabelChoice }) | null
  readonly refused: RefusedForm | null
  /** This person submitted the edition that would be published. */
  readonly isOwnSubmission: boolean
}

/** The page of one step, which says what will happen. */
export function StepPage(props: StepPageProps) {
  const { step, strategy, editions, refused } = props
  const [newest] = editions
  if (step === 'submit') return <Submit {...props} />
  if (isCourse(step)) return <CourseStep step={step} phase={strategy.phase} refused={refused} />
  const edition = STATE_OF[step] ? editions.find(({ state }) => state === STATE_OF[step]) : newest
  if (!edition) return null
  const about = { edition, refused, slug: strategy.slug }
  switch (step) {
    case 'publish':
      return (
        <PublishPage
          {...about}
          strategyId={strategy.id}
          isOwnSubmission={props.isOwnSubmission}
          unowned={props.unowned}
        />
      )
    case 'approve_publication':
      return <ApprovePublicationPage {...about} />
    case 'withdraw':
      return <WithdrawPage {...about} />
    case 'return_to_drafting':
      return <ReturnPage {...about} />
    case 'start_next_draft':
      return <NextDraftPage {...about} />
  }
}

type CourseStepName = 'change_phase' | 'suggest_only' | 'open_writing'

function isCourse(step: Step): step is CourseStepName {
  return step === 'change_phase' || step === 'suggest_only' || step === 'open_writing'
}

interface CourseStepProps {
  readonly step: CourseStepName
  readonly phase: Phase
  readonly refused: RefusedForm | null
}

function CourseStep({ step, phase, refused }: CourseStepProps) {
  if (step === 'change_phase') return <PhasePage phase={phase} refused={refused} />
  if (step === 'suggest_only') return <SuggestOnlyPage refused={refused} />
  return <OpenWritingPage refused={refused} />
}

/** The edition a step is about; the others are about the newest. */
const STATE_OF: Partial<Record<Step, EditionSummary['state']>> = {
  publish: 'approved',
  approve_publication: 'published',
  withdraw: 'published',
}

function Submit({ strategy, editions, bodies, readiness, refused }: StepPageProps) {
  if (!readiness) return null
  return (
    <SubmitPage
      strategyId={strategy.id}
      phase={strategy.phase}
      nextNumber={numberAfter(editions[0])}
      bodies={bodies}
      readiness={readiness}
      refused={refused}
    />
  )
}

function numberAfter(edition: EditionSummary | undefined): number {
  return (edition?.number ?? 0) + 1
}
