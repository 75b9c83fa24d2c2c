import { AddFiles } from './sign-off-details'
import { nameEdition, numberEdition } from '../../domain/signoff/edition-label'
import type { ReactNode } from 'react'
import type { EditionSummary, SigningBody, SignOff } from '../../domain/signoff/agreement'
import type { StaleSignOffs } from '../../domain/signoff/stale-sign-offs'
import type { ProgressStep } from '../../domain/signoff/describe-progress'
import type { Step } from '../../domain/signoff/steps'
import type { Phase, PhaseChange } from '../../domain/signoff/phases'
import type { WritingChange } from '../../domain/signoff/suggesting-only'
import type { StrategyState } from '../../domain/strategy/strategy'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { DraftCourse } from './draft-course'
import { EditionFacts } from './edition-facts'
import { EditionHistory } from './edition-history'
import { ProgressSteps } from './progress-steps'
import { SignOffForm } from './sign-off-form'
import { BodyTable, SignOffTable } from './sign-off-table'
import { StaleTable } from './stale-table'
import type { RefusedForm } from './step-form'
import './agreement-page.css'

export interface AgreementPageProps {
  readonly strategy: {
    readonly id: string
    readonly state: StrategyState
    readonly slug: string
    readonly phase: Phase
    readonly suggestingOnly: boolean
  }
  readonly editions: readonly EditionSummary[]
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
  readonly progress: readonly ProgressStep[]
  readonly steps: readonly Step[]
  readonly signable: readonly SigningBody[]
  readonly provable: readonly string[]
  readonly stale: StaleSignOffs | null
  readonly phaseChanges: readonly PhaseChange[]
  readonly writingChanges: readonly WritingChange[]
  readonly refused: RefusedForm | null
  /** A quiet menu beside the page's one action. */
  readonly exportMenu?: ReactNode
}

/** Where the strategy stands on its way to being agreed, and what this person may do about it. */
export function AgreementPage(props: AgreementPageProps) {
  const { strategy, editions, bodies, signOffs, progress, signable, refused } = props
  const [edition] = editions
  return (
    <>
      <PageHeading
        title="Agreement"
        lead={describeNow(progress)}
        action={
          <>
            {props.exportMenu}
            <PrimaryAction {...props} edition={edition} />
          </>
        }
      />
      {refused && !isBesideItsForm(refused, signable) ? <Refused refused={refused} /> : null}
      <section aria-labelledby="agreement-steps">
        <h2 id="agreement-steps" className="agreement-heading">
          Where we are
        </h2>
        <ProgressSteps steps={progress} />
      </section>
      <DraftCourse {...props} />
      {edition ? (
        <section aria-labelledby="agreement-edition">
          <h2 id="agreement-edition" className="agreement-heading">
            {nameEdition(edition)}
          </h2>
          <EditionFacts strategyId={strategy.id} slug={strategy.slug} edition={edition} />
          <SecondaryActions {...props} edition={edition} />
          <SignOffTable bodies={bodies} signOffs={signOffs} edition={edition} />
          <AddFiles {...props} />
          {signable.map((body) => (
            <SignOffForm key={body.id} body={body} edition={edition} refused={refused} takesFiles />
          ))}
        </section>
      ) : (
        <NoEdition bodies={bodies} />
      )}
      {props.stale ? <StaleTable strategy={strategy} bodies={bodies} stale={props.stale} /> : null}
      {editions.length > 0 ? <EditionHistory strategyId={strategy.id} editions={editions} /> : null}
    </>
  )
}

function isBesideItsForm(refused: RefusedForm, signable: readonly SigningBody[]): boolean {
  return signable.some(
    (body) => refused.intent === 'sign_off' && body.id === refused.typed['bodyId'],
  )
}

/** The form that was refused is no longer offered: what was typed into it is given back. */
function Refused({ refused }: { readonly refused: RefusedForm }) {
  const typed = ['reason', 'minuteReference', 'changeNote', 'urgentReason'].flatMap(
    (name) => refused.typed[name] || [],
  )
  return (
    <Notice tone="error" live>
      <p>{refused.refusal.message}</p>
      {typed.map((text) => (
        <p key={text} className="agreement-reason">
          You had written: {text}
        </p>
      ))}
    </Notice>
  )
}

function describeNow(progress: readonly ProgressStep[]): string {
  const now = progress.find((step) => step.status === 'now')
  return now?.detail ?? 'The strategy has been agreed and published.'
}

interface WithEdition extends AgreementPageProps {
  readonly edition: EditionSummary | undefined
}

function PrimaryAction({ steps, signable, edition }: WithEdition) {
  if (signable.length > 0 && edition) {
    return (
      <ButtonLink to={`#sign-off-${signable[0]?.id}`} variant="primary" reloadDocument>
        Sign off edition {numberEdition(edition)}
      </ButtonLink>
    )
  }
  if (steps.includes('publish')) {
    return (
      <ButtonLink to="?step=publish" variant="primary">
        Publish the approved edition
      </ButtonLink>
    )
  }
  if (steps.includes('approve_publication')) {
    return (
      <ButtonLink to="?step=approve_publication" variant="primary">
        Approve the urgent publication
      </ButtonLink>
    )
  }
  if (steps.includes('submit')) {
    return (
      <ButtonLink to="?step=submit" variant="primary">
        Submit the draft
      </ButtonLink>
    )
  }
  return null
}

/** What may be done besides the page's one primary action. */
function SecondaryActions({ steps, signable }: WithEdition) {
  const isPublishShown = steps.includes('publish') && signable.length > 0
  const canReturn = steps.includes('return_to_drafting')
  const canStart = steps.includes('start_next_draft')
  const canWithdraw = steps.includes('withdraw')
  if (!isPublishShown && !canReturn && !canStart && !canWithdraw) return null
  return (
    <p className="agreement-actions">
      {isPublishShown ? (
        <ButtonLink to="?step=publish">Publish the approved edition</ButtonLink>
      ) : null}
      {canReturn ? <ButtonLink to="?step=return_to_drafting">Return to drafting</ButtonLink> : null}
      {canStart ? <ButtonLink to="?step=start_next_draft">Start the next draft</ButtonLink> : null}
      {canWithdraw ? (
        <ButtonLink to="?step=withdraw">Withdraw the published edition</ButtonLink>
      ) : null}
    </p>
  )
}

function NoEdition({ bodies }: { readonly bodies: readonly SigningBody[] }) {
  return (
    <section className="agreement-bodies" aria-labelledby="agreement-bodies">
      <h2 id="agreement-bodies" className="agreement-heading">
        Who will be asked
      </h2>
      <EmptyState title="No edition yet">
        Submitting the draft freezes its text as a numbered edition. Each body below then signs off
        that very text, and nothing else.
      </EmptyState>
      <BodyTable bodies={bodies} />
    </section>
  )
}
