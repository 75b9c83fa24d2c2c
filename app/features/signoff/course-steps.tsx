import { type Phase, PHASE_HINTS, PHASE_LABELS, phasesAfter } from '../../domain/signoff/phases'
import { FieldNotes } from '../../ui/field'
import { TextArea } from '../../ui/text-field'
import { type RefusedForm, StepForm } from './step-form'
import './draft-course.css'

interface PhasePageProps {
  readonly phase: Phase
  readonly refused: RefusedForm | null
}

export function PhasePage({ phase, refused }: PhasePageProps) {
  const errors = refused?.refusal.fields ?? {}
  return (
    <StepForm
      title="Change the phase of the draft"
      lead={`It is in ${PHASE_LABELS[phase].toLowerCase()} now.`}
      intent="change_phase"
      submitLabel="Change the phase"
      refused={refused}
    >
      <ul>
        <li>The phase, your name and the time are shown above every page of the strategy.</li>
        <li>A version of the text as it is now is kept. Nothing in the text changes.</li>
      </ul>
      <fieldset
        className="course-choice"
        aria-describedby={errors['to'] ? 'field-to-error' : undefined}
      >
        <legend className="field-label">The draft comes to</legend>
        <FieldNotes id="field-to" error={errors['to']} />
        {phasesAfter(phase).map((to, index) => (
          <label key={to} className="course-option">
            <input
              type="radio"
              id={index === 0 ? 'field-to' : undefined}
              name="to"
              value={to}
              required
              defaultChecked={refused?.typed['to'] === to}
            />
            <span>
              {PHASE_LABELS[to]}
              <span className="course-option-hint">{PHASE_HINTS[to]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        name="note"
        label="Note"
        hint="What people should know or do now. Needed when the draft goes back to drafting."
        error={errors['note']}
        defaultValue={refused?.typed['note']}
      />
    </StepForm>
  )
}

export function SuggestOnlyPage({ refused }: { readonly refused: RefusedForm | null }) {
  return (
    <StepForm
      title="Put the draft into suggesting only"
      lead="Nobody’s edits are taken until you open it again."
      intent="suggest_only"
      submitLabel="Put into suggesting only"
      refused={refused}
    >
      <ul>
        <li>Editors who have the text open can no longer type in it, within a second.</li>
        <li>
          Everything that was saved stays. What somebody typed at the last moment and was not saved
          stays on their page, to be sent as a suggestion.
        </li>
        <li>You and the editors can still accept suggestions.</li>
      </ul>
      <TextArea
        name="reason"
        label="Why only suggestions are taken"
        hint="Shown above the text, and kept on record."
        error={refused?.refusal.fields?.['reason']}
        defaultValue={refused?.typed['reason']}
      />
    </StepForm>
  )
}

export function OpenWritingPage({ refused }: { readonly refused: RefusedForm | null }) {
  return (
    <StepForm
      title="Open the draft for writing again"
      lead="The chair and editors can type in the text again, at once."
      intent="open_writing"
      submitLabel="Open for writing"
      refused={refused}
    >
      <p>Suggestions that wait stay where they are.</p>
      <TextArea
        name="reason"
        label="Note (optional)"
        hint="Kept on record."
        error={refused?.refusal.fields?.['reason']}
        defaultValue={refused?.typed['reason']}
      />
    </StepForm>
  )
}
