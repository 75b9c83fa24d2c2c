import type { EditionSummary } from '../../domain/signoff/agreement'
import { shortenHash } from '../../domain/signoff/agreement-words'
import { TextArea } from '../../ui/text-field'
import { type RefusedForm, StepForm } from './step-form'

interface EditionStepProps {
  readonly edition: EditionSummary
  readonly refused: RefusedForm | null
}

export function ReturnPage({ edition, refused }: EditionStepProps) {
  return (
    <StepForm
      title={`Return edition ${edition.number} to drafting`}
      lead="Editors can change the text again."
      intent="return_to_drafting"
      submitLabel="Return to drafting"
      refused={refused}
    >
      <input type="hidden" name="editionHash" value={edition.hash} />
      <ul>
        <li>
          Edition {edition.number} ends. It stays on record with every sign-off it has received.
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

export function PublishPage({
  edition,
  slug,
  refused,
}: EditionStepProps & { readonly slug: string }) {
  return (
    <StepForm
      title={`Publish edition ${edition.number}`}
      lead="Anybody will be able to read it."
      intent="publish"
      submitLabel={`Publish edition ${edition.number}`}
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
    </StepForm>
  )
}

export function NextDraftPage({ edition, refused }: EditionStepProps) {
  return (
    <StepForm
      title="Start the next draft"
      lead={`Editors can change the text again. It begins as edition ${edition.number} reads now.`}
      intent="start_next_draft"
      submitLabel="Start the next draft"
      refused={refused}
    >
      <ul>
        <li>
          Edition {edition.number} stays exactly as it is
          {edition.state === 'published' ? ', and stays public' : ''}.
        </li>
        <li>A later edition is agreed by every body anew.</li>
      </ul>
    </StepForm>
  )
}
