import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'

/** A form that was refused, with everything typed into it. */
export interface RefusedForm {
  readonly intent: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

interface StepFormProps {
  readonly title: string
  readonly lead: string
  readonly intent: string
  readonly submitLabel: string
  readonly refused: RefusedForm | null
  /** What will happen, then the fields. */
  readonly children: ReactNode
  /** Something stands in the way: the step is shown but not offered. */
  readonly isStopped?: boolean
}

/** A page that says what will happen before anything does. */
export function StepForm(props: StepFormProps) {
  const { title, lead, intent, submitLabel, refused, children, isStopped } = props
  const isSending = useNavigation().state !== 'idle'
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <Form
        method="post"
        onSubmit={(event) => {
          if (isSending) event.preventDefault()
        }}
      >
        {refused?.intent === intent ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="intent" value={intent} />
        {children}
        <p className="agreement-actions">
          {isStopped ? null : (
            <Button variant="primary" aria-disabled={isSending || undefined}>
              {isSending ? 'Working…' : submitLabel}
            </Button>
          )}
          <Link className="button button-quiet" to=".">
            {isStopped ? 'Back to agreement' : 'Cancel'}
          </Link>
        </p>
      </Form>
    </>
  )
}
