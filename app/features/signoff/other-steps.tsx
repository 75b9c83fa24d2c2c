import { Link } from '@remix-run/react'
import { nameEdition, numberEdition } from '../../domain/signoff/edition-label'
import type { EditionSummary } from '../../domain/signoff/agreement'
import { shortenHash } from '../../domain/signoff/agreement-words'
import { Notice } from '../../ui/notice'
import { TextArea } from '../../ui/text-field'
import { type RefusedForm, StepForm } from './step-form'

interface EditionStepProps {
  readonly edition: EditionSummary
  readonly refused: RefusedForm | null
}

export function ReturnPage({ edition, refused }: EditionStepProps) {
  return (
    <StepForm
      title={`Return edition ${numberEdition(edition)} to drafting`}
      lead="Editors can change the text again."
      intent="return_to_drafting"
      submitLabel="Return to drafting"
      refused={refused}
    >
      <input type="hidden" name="editionHash" value={edition.hash} />
      <ul>
        <li>
          {nameEdition(edition)} ends. It stays on record with every sign-off it has received.
        </li>
        <li>
          The bodies will be asked again about the next edition: a sign-off belongs to one text.
        </li>
      </ul>
      <TextArea
        name="reason"
        label="Why it goes back"
        hint="Kept on record and shown with the edition."
        error={refused?.refusal.fields?.['reason']}
        defaultValue={refused?.typed['reason']}
      />
    </StepForm>
  )
}

interface PublishPageProps extends EditionStepProps {
  readonly strategyId: string
  readonly slug: string
  /** Metrics nobody answers for: they stand in the way. */
  readonly unowned: readonly { readonly id: string; readonly sentence: string }[]
  /** This person submitted it, so only the urgent way is open. */
  readonly isOwnSubmission: boolean
}

export function PublishPage(props: PublishPageProps) {
  const { edition, slug, refused, isOwnSubmission } = props
  return (
    <StepForm
      title={`Publish edition ${numberEdition(edition)}`}
      lead="Anybody will be able to read it."
      intent="publish"
      submitLabel={`Publish edition ${numberEdition(edition)}`}
      refused={refused}
    >
      <input type="hidden" name="editionHash" value={edition.hash} />
      <ul>
        <li>
          The approved text, fingerprint <strong>{shortenHash(edition.hash)}</strong>, is shown at{' '}
          <code>/published/{slug}</code>.
        </li>
        <li>An edition that is public now is superseded by it and stays on record.</li>
        <li>Comments and drafts stay inside the partnership.</li>
      </ul>
      <UnownedMetrics {...props} />
      {isOwnSubmission ? (
        <Notice tone="info" title="You submitted this edition">
          Somebody else publishes it: the chair or an administrator. If it cannot wait, publish it
          as urgent below.
        </Notice>
      ) : null}
      <Urgent refused={refused} />
    </StepForm>
  )
}

/** What has to be done before anybody can publish, each with the way there. */
function UnownedMetrics({ strategyId, unowned }: PublishPageProps) {
  if (unowned.length === 0) return null
  return (
    <Notice tone="warning" title="These metrics need a lead first">
      <ul>
        {unowned.map(({ id, sentence }) => (
          <li key={id}>
            <Link to={`/strategies/${strategyId}/metrics/${id}#lead`}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Urgent({ refused }: Pick<EditionStepProps, 'refused'>) {
  return (
    <fieldset className="agreement-urgent">
      <legend className="field-label">If it cannot wait</legend>
      <label className="agreement-urgent-choice">
        <input
          type="checkbox"
          name="isUrgent"
          value="yes"
          defaultChecked={refused?.typed['isUrgent'] === 'yes'}
        />{' '}
        Publish as urgent: somebody else approves it afterwards
      </label>
      <TextArea
        name="urgentReason"
        label="Why it cannot wait"
        hint="Only for an urgent publication. Kept on record with the edition."
        rows={2}
        error={refused?.refusal.fields?.['urgentReason']}
        defaultValue={refused?.typed['urgentReason']}
      />
    </fieldset>
  )
}

export function ApprovePublicationPage({ edition, refused }: EditionStepProps) {
  return (
    <StepForm
      title={`Approve the publication of edition ${numberEdition(edition)}`}
      lead={`It was published as urgent by ${edition.publishedByName ?? 'somebody'}, without waiting for a second person.`}
      intent="approve_publication"
      submitLabel="Approve the publication"
      refused={refused}
    >
      <input type="hidden" name="editionHash" value={edition.hash} />
      <p>The reason given: {edition.urgentReason}</p>
      <ul>
        <li>Your approval is kept with the edition. It stays public as it is.</li>
        <li>If it should not be public, withdraw it instead.</li>
      </ul>
    </StepForm>
  )
}

export function WithdrawPage({
  edition,
  slug,
  refused,
}: EditionStepProps & { readonly slug: string }) {
  return (
    <StepForm
      title={`Withdraw edition ${numberEdition(edition)}`}
      lead="It is no longer public."
      intent="withdraw"
      submitLabel={`Withdraw edition ${numberEdition(edition)}`}
      refused={refused}
    >
      <input type="hidden" name="editionHash" value={edition.hash} />
      <ul>
        <li>
          <code>/published/{slug}</code> no longer shows it. Copies people have made stay with them.
        </li>
        <li>The edition stays on record with every sign-off. It cannot be published again.</li>
      </ul>
      <TextArea
        name="reason"
        label="Why it is withdrawn"
        hint="Kept on record and shown with the edition."
        error={refused?.refusal.fields?.['reason']}
        defaultValue={refused?.typed['reason']}
      />
    </StepForm>
  )
}

export function NextDraftPage({ edition, refused }: EditionStepProps) {
  return (
    <StepForm
      title="Start the next draft"
      lead={`Editors can change the text again. It begins as edition ${numberEdition(edition)} reads now.`}
      intent="start_next_draft"
      submitLabel="Start the next draft"
      refused={refused}
    >
      <ul>
        <li>
          {nameEdition(edition)} stays exactly as it is
          {edition.state === 'published' ? ', and stays public' : ''}.
        </li>
        <li>A later edition is agreed by every body anew.</li>
      </ul>
    </StepForm>
  )
}
