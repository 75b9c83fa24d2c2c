import { Form, useNavigation } from '@remix-run/react'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import type { Period } from '../../domain/metrics/period'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'

interface ValueFormProps {
  readonly metric: { readonly id: string; readonly plainTitle: string; readonly unit: string }
  readonly strategyId: string
  /** Newest first. */
  readonly open: readonly Period[]
  readonly next: Period | null
  readonly refused: { readonly refusal: Refusal; readonly typed: TypedObservation } | null
}

/** The three things most values need; everything else is on the metric’s own page. */
export function ValueForm({ metric, strategyId, open, next, refused }: ValueFormProps) {
  const isSending = useNavigation().state === 'submitting'
  const { typed, errors } = begin(refused)
  const isNextOver = open.some(({ start }) => start === next?.start)
  return (
    <Form method="post" noValidate className="answering-value">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <input type="hidden" name="metric" value={metric.id} />
      <input type="hidden" name="strategy" value={strategyId} />
      <SelectField
        label="Period"
        name="period"
        error={errors['period']}
        defaultValue={typed.period ?? (isNextOver ? next?.start : open[0]?.start)}
        options={open.map(({ start, label }) => ({ value: start, label }))}
      />
      <TextField
        label="Value"
        name="value"
        inputMode="decimal"
        autoComplete="off"
        width="short"
        suffix={metric.unit}
        error={errors['value']}
        defaultValue={typed.value}
      />
      <p className="answering-check">
        <input
          type="checkbox"
          id="suppressed"
          name="suppressed"
          defaultChecked={typed.suppressed}
        />
        <label htmlFor="suppressed">Suppressed: too few people to publish a number</label>
      </p>
      <TextArea
        label="Note (optional)"
        name="note"
        rows={2}
        error={errors['note']}
        defaultValue={typed.note}
      />
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Saving…' : 'Save value'}
      </Button>
    </Form>
  )
}

function begin(refused: ValueFormProps['refused']) {
  const typed: Partial<TypedObservation> = refused?.typed ?? {}
  const errors: Readonly<Record<string, string>> = refused?.refusal.fields ?? {}
  return { typed, errors }
}
