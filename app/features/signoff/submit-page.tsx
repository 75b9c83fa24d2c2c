import { Link } from '@remix-run/react'
import type { SigningBody } from '../../domain/signoff/agreement'
import type { Gap, Readiness } from '../../domain/signoff/readiness'
import { joinNames } from '../../domain/signoff/sign-off'
import { Notice } from '../../ui/notice'
import { TextArea } from '../../ui/text-field'
import { type RefusedForm, StepForm } from './step-form'

interface SubmitPageProps {
  readonly strategyId: string
  readonly nextNumber: number
  readonly bodies: readonly SigningBody[]
  readonly readiness: Readiness
  readonly refused: RefusedForm | null
}

export function SubmitPage({
  strategyId,
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
