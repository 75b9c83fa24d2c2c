import { EvidenceField, MeetingFields } from './meeting-fields'
import { numberEdition } from '../../domain/signoff/edition-label'
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
  /** Files can be sent with it. */
  readonly takesFiles?: boolean
}

/** One body's answer to the text with this fingerprint. */
export function SignOffForm({ body, edition, refused, takesFiles = false }: SignOffFormProps) {
  const mine = findMine(refused, body)
  const isMine = mine !== null
  const isSending = useNavigation().state !== 'idle'
  return (
    <section
      id={`sign-off-${body.id}`}
      className="sign-off-form"
      aria-labelledby={`sign-off-title-${body.id}`}
    >
      <h3 id={`sign-off-title-${body.id}`}>Sign off for {body.name}</h3>
      <p>
        You record what {body.name} decided about edition {numberEdition(edition)}, fingerprint{' '}
        <strong>{shortenHash(edition.hash)}</strong>. It is kept with your name and cannot be
        changed afterwards.
      </p>
      <Form
        method="post"
        encType={takesFiles ? 'multipart/form-data' : undefined}
        preventScrollReset
        onSubmit={(event) => {
          if (isSending) event.preventDefault()
        }}
      >
        {mine ? <ErrorSummary problem={mine.refusal} /> : null}
        <input type="hidden" name="intent" value="sign_off" />
        <input type="hidden" name="bodyId" value={body.id} />
        <input type="hidden" name="editionHash" value={edition.hash} />
        <SignOffFields
          body={body}
          takesFiles={takesFiles}
          typed={mine?.typed ?? {}}
          errors={mine?.refusal.fields ?? {}}
          // The summary of what is wrong links to the plain names; another body's form keeps its own.
          idOf={(name) => (isMine ? fieldId(name) : `${body.id}-${name}`)}
        />
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Recording…' : 'Record the sign-off'}
        </Button>
      </Form>
    </section>
  )
}

function findMine(refused: RefusedForm | null, body: SigningBody): RefusedForm | null {
  const isMine = refused?.intent === 'sign_off' && refused.typed['bodyId'] === body.id
  return isMine ? refused : null
}

interface SignOffFieldsProps {
  readonly body: SigningBody
  readonly takesFiles: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly idOf: (name: string) => string
}

function SignOffFields(props: SignOffFieldsProps) {
  const { body, takesFiles, typed, errors, idOf } = props
  return (
    <>
      <ResultChoice
        id={idOf('result')}
        body={body}
        typed={typed['result'] ?? ''}
        error={errors['result']}
      />
      <TextArea
        name="reason"
        id={idOf('reason')}
        label="Reason or comments"
        hint={describeReason(body)}
        error={errors['reason']}
        defaultValue={typed['reason']}
      />
      <TextField
        name="minuteReference"
        id={idOf('minuteReference')}
        label="Minute reference (optional)"
        hint="For example: HWB 14 May 2027, item 6"
        width="medium"
        error={errors['minuteReference']}
        defaultValue={typed['minuteReference']}
      />
      <MeetingFields {...props} />
      {takesFiles ? <EvidenceField id={idOf('evidence')} error={errors['evidence']} /> : null}
    </>
  )
}

interface ResultChoiceProps {
  /** Of the first answer. */
  readonly id: string
  readonly body: SigningBody
  readonly typed: string
  readonly error: string | undefined
}

function ResultChoice({ id, body, typed, error }: ResultChoiceProps) {
  return (
    <fieldset
      className={error ? 'field field-wrong sign-off-choice' : 'field sign-off-choice'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">What did the body decide?</legend>
      <FieldNotes id={id} error={error} />
      {resultsFor(body.verb).map((result, index) => (
        <label key={result} className="sign-off-option">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
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
