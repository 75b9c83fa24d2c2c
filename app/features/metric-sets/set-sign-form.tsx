import { Form, useNavigation } from '@remix-run/react'
import type { SetBody } from '../../domain/metric-sets/metric-set'
import type { Refusal } from '../../domain/outcome/outcome'
import { nameResult, shortenHash } from '../../domain/signoff/agreement-words'
import { needsReason, resultsFor } from '../../domain/signoff/sign-off'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { FieldNotes, fieldId } from '../../ui/field'
import { TextArea } from '../../ui/text-field'

export interface RefusedAnswer {
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

interface SetSignFormProps {
  readonly body: SetBody
  readonly version: { readonly number: number; readonly sha256: string }
  /** What this body's form was answered. */
  readonly refused: RefusedAnswer | null
}

/** One body's answer to the text with this fingerprint. */
export function SetSignForm({ body, version, refused }: SetSignFormProps) {
  const errors = refused?.refusal.fields ?? {}
  const isSending = useNavigation().state === 'submitting'
  // What is wrong links to the plain names; another body's form keeps its own.
  const idOf = (name: string) => (refused ? fieldId(name) : `${body.id}-${name}`)
  return (
    <section className="set-sign" aria-labelledby={`answer-${body.id}`}>
      <h3 id={`answer-${body.id}`}>Answer for {body.name}</h3>
      <p>
        You record what {body.name} decided about version {version.number}, fingerprint{' '}
        <strong>{shortenHash(version.sha256)}</strong>. It is kept with your name and cannot be
        changed afterwards.
      </p>
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="bodyId" value={body.id} />
        <input type="hidden" name="sha256" value={version.sha256} />
        <Answers
          body={body}
          id={idOf('result')}
          typed={refused?.typed['result'] ?? ''}
          error={errors['result']}
        />
        <TextArea
          label="Reason or comments"
          name="reason"
          id={idOf('reason')}
          hint={describeReason(body)}
          error={errors['reason']}
          defaultValue={refused?.typed['reason'] ?? ''}
          rows={2}
        />
        <Button variant="primary" aria-disabled={isSending || undefined}>
          Record the answer
        </Button>
      </Form>
    </section>
  )
}

interface AnswersProps {
  readonly body: SetBody
  /** Of the first answer. */
  readonly id: string
  readonly typed: string
  readonly error: string | undefined
}

function Answers({ body, id, typed, error }: AnswersProps) {
  return (
    <fieldset
      className={error ? 'field field-wrong set-answers' : 'field set-answers'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">What did the body decide?</legend>
      <FieldNotes id={id} error={error} />
      {resultsFor(body.verb).map((result, at) => (
        <label key={result} className="set-choice-option">
          <input
            type="radio"
            id={at === 0 ? id : undefined}
            name="result"
            value={result}
            defaultChecked={typed === result}
          />
          {nameResult(body.verb, result)}
        </label>
      ))}
    </fieldset>
  )
}

function describeReason({ verb }: SetBody): string {
  const needing = resultsFor(verb)
    .filter(needsReason)
    .map((result) => nameResult(verb, result).toLowerCase())
  return needing.length === 0 ? 'Optional.' : `Needed when the answer is: ${needing.join('; ')}.`
}
