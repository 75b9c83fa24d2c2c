import { Form, useNavigation } from '@remix-run/react'
import type { EditionSummary, SigningBody } from '../../domain/signoff/agreement'
import { nameResult, shortenHash } from '../../domain/signoff/agreement-words'
import { needsReason, resultsFor } from '../../domain/signoff/sign-off'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { FieldNotes, fieldId } from '../../ui/field'
import { TextArea, TextField } from '../../ui/text-field'
import type { RefusedForm } from './step-form'
import './sign-off-form.css'

interface SignOffFormProps {
  readonly body: SigningBody
  readonly edition: EditionSummary
  readonly refused: RefusedForm | null
}

/** One body's answer to the text with this fingerprint. */
export function SignOffForm({ body, edition, refused }: SignOffFormProps) {
  const isMine = refused?.intent === 'sign_off' && refused.typed['bodyId'] === body.id
  const problem = isMine ? refused.refusal : null
  const typed: Readonly<Record<string, string>> = isMine ? refused.typed : {}
  const isSending = useNavigation().state !== 'idle'
  return (
    <section
      id={`sign-off-${body.id}`}
      className="sign-off-form"
      aria-labelledby={`sign-off-title-${body.id}`}
    >
      <h3 id={`sign-off-title-${body.id}`}>Sign off for {body.name}</h3>
      <p>
        You record what {body.name} decided about edition {edition.number}, fingerprint{' '}
        <strong>{shortenHash(edition.hash)}</strong>. It is kept with your name and cannot be
        changed afterwards.
      </p>
      <Form method="post" preventScrollReset>
        {problem ? <ErrorSummary problem={problem} /> : null}
        <input type="hidden" name="intent" value="sign_off" />
        <input type="hidden" name="bodyId" value={body.id} />
        <input type="hidden" name="editionHash" value={edition.hash} />
        <ResultChoice
          body={body}
          typed={typed['result'] ?? ''}
          error={problem?.fields?.['result']}
        />
        <TextArea
          name="reason"
          id={`${body.id}-reason`}
          label="Reason or comments"
          hint={describeReason(body)}
          error={problem?.fields?.['reason']}
          defaultValue={typed['reason']}
        />
        <TextField
          name="minuteReference"
          id={`${body.id}-minute`}
          label="Minute reference (optional)"
          hint="For example: HWB 14 May 2027, item 6"
          width="medium"
          error={problem?.fields?.['minuteReference']}
          defaultValue={typed['minuteReference']}
        />
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Recording…' : 'Record the sign-off'}
        </Button>
      </Form>
    </section>
  )
}

interface ResultChoiceProps {
  readonly body: SigningBody
  readonly typed: string
  readonly error: string | undefined
}

function ResultChoice({ body, typed, error }: ResultChoiceProps) {
  const id = `${fieldId('result')}-${body.id}`
  return (
    <fieldset
      className={error ? 'field field-wrong sign-off-choice' : 'field sign-off-choice'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">What did the body decide?</legend>
      <FieldNotes id={id} error={error} />
      {resultsFor(body.verb).map((result) => (
        <label key={result} className="sign-off-option">
          <input
            type="radio"
            name="result"
            value={result}
            required
            defaultChecked={typed === result}
          />
          {nameResult(body.verb, result)}
        </label>
      ))}
    </fieldset>
  )
}

function describeReason(body: SigningBody): string {
  const needing = resultsFor(body.verb)
    .filter(needsReason)
    .map((result) => nameResult(body.verb, result).toLowerCase())
  if (needing.length === 0) return 'Optional.'
  return `Needed when the answer is: ${needing.join('; ')}.`
}
