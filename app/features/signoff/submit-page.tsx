import { Link } from '@remix-run/react'
import type { SigningBody } from '../../domain/signoff/agreement'
import { listPhases, type Phase, PHASE_LABELS, phasesSkipped } from '../../domain/signoff/phases'
import type { LabelChoice } from '../../domain/signoff/edition-label'
import type { Gap, Readiness } from '../../domain/signoff/readiness'
import { joinNames } from '../../domain/signoff/sign-off'
import { Notice } from '../../ui/notice'
import { FieldNotes } from '../../ui/field'
import { TextArea } from '../../ui/text-field'
import { type RefusedForm, StepForm } from './step-form'
import './draft-course.css'

interface SubmitPageProps {
  readonly strategyId: string
  readonly phase: Phase
  readonly nextNumber: number
  readonly bodies: readonly SigningBody[]
  readonly readiness: Readiness & { readonly labels: LabelChoice }
  readonly refused: RefusedForm | null
}

export function SubmitPage({
  strategyId,
  phase,
  nextNumber,
  bodies,
  readiness,
  refused,
}: SubmitPageProps) {
  const isStopped = readiness.stops.length > 0
  const required = bodies.filter((body) => body.required)
  return (
    <StepForm
      title="Submit the draft"
      lead={`The text as it is now becomes edition ${nextNumber}.`}
      intent="submit"
      submitLabel={`Submit edition ${nextNumber}`}
      refused={refused}
      isStopped={isStopped}
    >
      {isStopped ? <Stops stops={readiness.stops} /> : null}
      <Skipped phase={phase} />
      <h2 className="agreement-heading">What will happen</h2>
      <ul>
        <li>
          The text is frozen. Nobody can edit it while it is being agreed; comments stay possible.
        </li>
        <li>
          It is stored with its links, metric values and names, and gets a fingerprint that proves
          the text.
        </li>
        <li>{joinNames(required)} are asked to sign off; the other bodies are invited to.</li>
        <li>The chair can return it to drafting, with a reason.</li>
      </ul>
      <Gaps strategyId={strategyId} gaps={readiness.gaps} />
      <KindChoice labels={readiness.labels} refused={refused} />
      <TextArea
        name="changeNote"
        label={
          nextNumber === 1
            ? 'Note for the bodies (optional)'
            : 'What changed since the last edition (optional)'
        }
        hint="Shown with the edition. It is not part of the fingerprint."
        defaultValue={refused?.typed['changeNote']}
        error={refused?.refusal.fields?.['changeNote']}
      />
    </StepForm>
  )
}

function KindChoice({
  labels,
  refused,
}: {
  readonly labels: LabelChoice
  readonly refused: RefusedForm | null
}) {
  const { major, minor, whyNotMinor } = labels
  const error = refused?.refusal.fields?.['kind']
  if (minor === null) return <p>It is called {major}, a major edition: the first of its kind.</p>
  const isMinorOpen = whyNotMinor.length === 0
  return (
    <>
      <fieldset className="course-choice" aria-describedby={error ? 'field-kind-error' : undefined}>
        <legend className="field-label">How large is the change?</legend>
        <FieldNotes id="field-kind" error={error} />
        <label className="course-option">
          <input
            type="radio"
            id="field-kind"
            name="kind"
            value="major"
            defaultChecked={refused?.typed['kind'] !== 'minor'}
          />
          <span>
            Major edition, {major}
            <span className="course-option-hint">
              Where everybody is heading has changed: vision, priorities, objectives or their links.
            </span>
          </span>
        </label>
        {isMinorOpen ? (
          <label className="course-option">
            <input
              type="radio"
              name="kind"
              value="minor"
              defaultChecked={refused?.typed['kind'] === 'minor'}
            />
            <span>
              Minor edition, {minor}
              <span className="course-option-hint">
                Only the text around them has changed. Say below what. The same bodies are asked.
              </span>
            </span>
          </label>
        ) : null}
      </fieldset>
      {isMinorOpen ? null : <WhyNotMinor minor={minor} reasons={whyNotMinor} />}
    </>
  )
}

function WhyNotMinor({
  minor,
  reasons,
}: {
  readonly minor: string
  readonly reasons: readonly string[]
}) {
  return (
    <details className="draft-course-history">
      <summary>Why it cannot be a minor edition, {minor}</summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

function Skipped({ phase }: { readonly phase: Phase }) {
  const skipped = phasesSkipped(phase)
  if (skipped.length === 0) return null
  return (
    <Notice tone="warning" title={`The draft is in ${PHASE_LABELS[phase].toLowerCase()}`}>
      <p>Submitting it now skips {listPhases(skipped)}. That is kept on record with the edition.</p>
    </Notice>
  )
}

function Stops({ stops }: { readonly stops: readonly string[] }) {
  return (
    <Notice tone="error" title="The draft cannot be submitted yet">
      <ul>
        {stops.map((stop) => (
          <li key={stop}>{stop}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Gaps({
  strategyId,
  gaps,
}: {
  readonly strategyId: string
  readonly gaps: readonly Gap[]
}) {
  if (gaps.length === 0)
    return (
      <Notice tone="success">
        Every objective has a lead, a metric, a baseline, a target and a date.
      </Notice>
    )
  return (
    <>
      <h2 className="agreement-heading">What is still missing</h2>
      <p>You can submit without these. The bodies will see them too.</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.kind + gap.id}>
            <Link to={addressOf(strategyId, gap)}>{gap.title}</Link>: {gap.missing.join(', ')}
          </li>
        ))}
      </ul>
    </>
  )
}

function addressOf(strategyId: string, gap: Gap): string {
  const root = `/strategies/${strategyId}`
  return gap.kind === 'metric' ? `${root}/metrics/${gap.id}` : `${root}#block-${gap.id}`
}
