import { Form, useNavigation } from '@remix-run/react'
import type { Decision } from '../../domain/decisions/decision'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { fieldId } from '../../ui/field'
import { TextArea, TextField } from '../../ui/text-field'
import { type Answered, refusedOf } from './answered'

/** Closing early and cancelling, each opened by a summary that says which. */
export function EndForms({ answered }: { readonly answered: Answered }) {
  return (
    <section className="decision-ends" aria-labelledby="decision-ends">
      <h2 id="decision-ends">End it now</h2>
      <EndForm intent="close" title="Close voting" answered={answered}>
        Nobody can vote afterwards, and it cannot be opened again. The result is counted at once and
        told to everybody who was asked.
      </EndForm>
      <EndForm intent="cancel" title="Cancel the decision" answered={answered}>
        Nothing is decided. The votes that were cast stay on record.
      </EndForm>
    </section>
  )
}

interface EndFormProps {
  readonly intent: 'close' | 'cancel'
  readonly title: string
  readonly answered: Answered
  readonly children: string
}

function EndForm({ intent, title, answered, children }: EndFormProps) {
  const isSending = useNavigation().state !== 'idle'
  const { refusal, typed, errors } = refusedOf(answered, (form) => form['intent'] === intent)
  const idOf = (name: string) => (refusal ? fieldId(name) : `${intent}-${name}`)
  return (
    <details open={refusal !== null || undefined}>
      <summary>{title}</summary>
      <Form method="post" preventScrollReset noValidate>
        {refusal ? <ErrorSummary problem={refusal} /> : null}
        <p>{children}</p>
        <input type="hidden" name="intent" value={intent} />
        <TextArea
          label="Why now"
          name="reason"
          id={idOf('reason')}
          rows={2}
          error={errors['reason']}
          defaultValue={typed['reason']}
        />
        {intent === 'close' ? (
          <StatementFields typed={typed} errors={errors} idOf={idOf} isOptional />
        ) : null}
        <Button variant="danger" aria-disabled={isSending || undefined}>
          {title}
        </Button>
      </Form>
    </details>
  )
}

interface StatementFieldsProps {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly idOf: (name: string) => string
  readonly isOptional?: boolean
  readonly hasReference?: boolean
}

function StatementFields(props: StatementFieldsProps) {
  const { typed, errors, idOf, isOptional = false, hasReference = false } = props
  return (
    <>
      <TextArea
        label={
          isOptional ? 'What the outcome means (optional, may follow)' : 'What the outcome means'
        }
        name="statement"
        id={idOf('statement')}
        hint="It is kept in the record and cannot be changed."
        error={errors['statement']}
        defaultValue={typed['statement']}
      />
      {hasReference ? null : (
        <TextField
          label="Minute reference (optional)"
          name="minuteReference"
          id={idOf('minuteReference')}
          width="medium"
          error={errors['minuteReference']}
          defaultValue={typed['minuteReference']}
        />
      )}
    </>
  )
}

interface StatementFormProps {
  readonly decision: Decision
  readonly answered: Answered
}

/** Said once, after the close. */
export function StatementForm({ decision, answered }: StatementFormProps) {
  const { refusal, typed, errors } = refusedOf(answered, (form) => form['intent'] === 'state')
  return (
    <section className="decision-form" aria-labelledby="decision-statement">
      <h2 id="decision-statement">Say what the outcome means</h2>
      <Form method="post" preventScrollReset noValidate>
        {refusal ? <ErrorSummary problem={refusal} /> : null}
        <input type="hidden" name="intent" value="state" />
        <StatementFields
          typed={typed}
          errors={errors}
          idOf={fieldId}
          hasReference={decision.minuteReference !== ''}
        />
        <Button variant="primary">Record the statement</Button>
      </Form>
    </section>
  )
}
