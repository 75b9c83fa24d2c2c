import { Form, useNavigation } from '@remix-run/react'
import type { ChallengeStep } from '../../domain/challenges/take-step'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/text-field'
import type { ChallengePageProps } from './challenge-page'

interface StepWords {
  readonly step: Exclude<ChallengeStep, 'answer'>
  readonly summary: string
  readonly about: string
  readonly reason: string
  readonly button: string
  readonly isHarm?: boolean
}

const WORDS: readonly StepWords[] = [
  {
    step: 'enough',
    summary: 'The answer is enough…',
    about: 'The challenge is then shown as answered. The partner is told.',
    reason: 'Why (optional)',
    button: 'Take as answered',
  },
  {
    step: 'not_enough',
    summary: 'The answer is not enough…',
    about: 'The partner is told your reason and may answer again.',
    reason: 'What is missing',
    button: 'Say that it is not enough',
  },
  {
    step: 'publish',
    summary: 'Publish the question and answer…',
    about:
      'Anyone can read them beside the published strategy: the question, the organisation, the newest answer with its evidence and your judgement. People are not named.',
    reason: 'Why (optional)',
    button: 'Publish',
  },
  {
    step: 'unpublish',
    summary: 'Take it off the public page…',
    about: 'It stays here with your reason, and may be published again.',
    reason: 'Why it is taken off',
    button: 'Take it off the public page',
    isHarm: true,
  },
  {
    step: 'withdraw',
    summary: 'Withdraw the challenge…',
    about: 'Nobody can answer any more. It stays in the list with your reason.',
    reason: 'Why it is withdrawn',
    button: 'Withdraw the challenge',
    isHarm: true,
  },
]

/** What this person may do now; each says first what will happen. */
export function ChallengeSteps({ steps, refused }: ChallengePageProps) {
  const isSending = useNavigation().state !== 'idle'
  const open = WORDS.filter(({ step }) => steps.includes(step))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="challenge-steps">
      <h2 id="challenge-steps">What you can do</h2>
      {open.map(({ step, summary, about, reason, button, isHarm }) => (
        <details key={step} className="challenge-more" open={refused?.step === step || undefined}>
          <summary>{summary}</summary>
          <Form method="post" noValidate>
            <input type="hidden" name="step" value={step} />
            <p>{about}</p>
            <TextArea
              label={reason}
              name="reason"
              id={`reason-${step}`}
              error={refused?.step === step ? refused.refusal.fields?.['reason'] : undefined}
              defaultValue={refused?.step === step ? refused.typed['reason'] : ''}
            />
            <Button variant={isHarm ? 'danger' : 'quiet'} aria-disabled={isSending || undefined}>
              {button}
            </Button>
          </Form>
        </details>
      ))}
    </section>
  )
}
