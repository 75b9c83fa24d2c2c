import { Form } from '@remix-run/react'
import { formatDate } from '../../domain/dates/format-date'
import type { Metric } from '../../domain/metrics/metric'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea } from '../../ui/text-field'
import type { RefusedForm } from './definition-form'

interface GiveUpFormProps {
  readonly metric: Pick<Metric, 'retiredOn' | 'plainTitle'>
  readonly refused: RefusedForm | null
}

/** Giving a metric up asks why, and can be taken back: nothing is deleted. */
export function GiveUpForm({ metric, refused }: GiveUpFormProps) {
  const { retiredOn, plainTitle } = metric
  return (
    <section aria-labelledby="give-up" className="give-up">
      <h2 id="give-up">{retiredOn ? 'Given up' : 'Give it up'}</h2>
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <p>
        {retiredOn
          ? `Given up on ${formatDate(retiredOn)}. Its values are still here; lists show it only when asked.`
          : 'When nobody needs it any more. Its values stay, objectives that use it still show them, and it can be taken back.'}
      </p>
      <Form method="post" noValidate>
        {retiredOn ? (
          <Button name="intent" value="take_back">
            Follow it again
          </Button>
        ) : (
          <details open={refused ? true : undefined}>
            <summary>Give up {plainTitle}</summary>
            <TextArea
              label="Why"
              name="reason"
              hint="It stays on record: say what replaces it, if anything does."
              error={refused?.refusal.fields?.['reason']}
              defaultValue={refused?.typed['reason'] ?? ''}
              rows={2}
            />
            <Button variant="danger" name="intent" value="give_up">
              Give this metric up
            </Button>
          </details>
        )}
      </Form>
    </section>
  )
}
