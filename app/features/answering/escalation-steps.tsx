import { Form, useNavigation } from '@remix-run/react'
import {
  ESCALATION_LEVEL_LABELS,
  ESCALATION_STEPS,
  type Escalation,
  type EscalationStep,
  levelAbove,
} from '../../domain/answering/escalation'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea } from '../../ui/text-field'
import type { EscalationPageProps } from './escalation-page'
import { beginForm, readTypedDay } from './refused'

interface StepWords {
  readonly summary: string
  readonly words: string
  readonly button: string
}

const WORDS: Record<EscalationStep, StepWords> = {
  accept: { summary: 'Accept, and help…', words: 'What happens now', button: 'Accept' },
  return: {
    summary: 'Return it with a reason…',
    words: 'Why, and what would change it',
    button: 'Return it',
  },
  raise_again: { summary: 'Ask again…', words: 'What is asked now', button: 'Ask again' },
  raise_higher: {
    summary: 'Raise it higher…',
    words: 'What this level cannot do itself',
    button: 'Raise it higher',
  },
  resolve: { summary: 'Say that it is resolved…', words: 'What came of it', button: 'Resolve' },
  withdraw: { summary: 'Withdraw it…', words: 'Why (optional)', button: 'Withdraw' },
}

/** The steps this person may take now. */
export function EscalationSteps(props: EscalationPageProps) {
  const { steps, escalation, refused } = props
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">What you can do</h2>
      {steps.map((step) => (
        <StepForm
          key={`${step}-${escalation.history.length}`}
          step={step}
          now={escalation.now}
          refused={refused?.typed['step'] === step ? refused : null}
        />
      ))}
    </section>
  )
}

interface StepFormProps {
  readonly step: EscalationStep
  readonly now: Escalation
  readonly refused: EscalationPageProps['refused']
}

function StepForm({ step, now, refused }: StepFormProps) {
  const isSending = useNavigation().state !== 'idle'
  const { summary, words, button } = WORDS[step]
  const { typed, errors } = beginForm(refused)
  return (
    <details className="answering-more" open={refused !== null || undefined}>
      <summary>{summary}</summary>
      <Form method="post" noValidate>
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="step" value={step} />
        {step === 'raise_higher' ? <AskedNext now={now} /> : null}
        <TextArea
          label={words}
          name="words"
          id={`words-${step}`}
          error={errors['words']}
          defaultValue={typed['words']}
        />
        {step === 'accept' ? (
          <TextArea
            label="Support given (optional)"
            hint="Money, people, time or a decision, and from whom."
            name="support"
            id="support-accept"
            rows={2}
            error={errors['support']}
            defaultValue={typed['support']}
          />
        ) : null}
        {ESCALATION_STEPS[step].to === 'raised' ? (
          <DateField
            label="Last day for an answer"
            name="responseDue"
            id={`responseDue-${step}`}
            error={errors['responseDue']}
            defaultValue={readTypedDay(typed, 'responseDue')}
          />
        ) : null}
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {button}
        </Button>
      </Form>
    </details>
  )
}

function AskedNext({ now }: { readonly now: Escalation }) {
  const next = levelAbove(now.level)
  return next ? <p>Asked next: {ESCALATION_LEVEL_LABELS[next].toLowerCase()}.</p> : null
}
