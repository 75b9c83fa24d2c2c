import { Form, useNavigation } from '@remix-run/react'
import type { Metric } from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import type { Period } from '../../domain/metrics/period'
import type { Refusal } from '../../domain/outcome/outcome'
import { formatForField, formatValue } from '../../domain/numbers/format-number'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import './observation-form.css'

interface ObservationFormProps {
  readonly metric: Metric
  readonly periods: readonly Period[]
  /** Current observations. */
  readonly current: readonly Observation[]
  readonly correcting: string | null
  readonly answer: { readonly refusal: Refusal; readonly typed: TypedObservation } | null
}

/** Adds a value, or corrects one with a reason. A refused form keeps what was typed. */
export function ObservationForm({
  metric,
  periods,
  current,
  correcting,
  answer,
}: ObservationFormProps) {
  const isSending = useNavigation().state === 'submitting'
  const typed = answer?.typed ?? startForm({ metric, periods, current, correcting })
  const errors = answer?.refusal.fields ?? {}
  const existing = current.find((row) => row.period.start === typed.period)
  // A clash turns the form into a correction of the value it clashed with.
  const isCorrecting = existing !== undefined && (typed.corrects !== '' || answer !== null)
  const title = isCorrecting ? `Correct ${existing.period.label}` : 'Add a value'
  const suffix = metric.unit
  return (
    <section className="observation-form" aria-labelledby="record">
      <h2 id="record">{title}</h2>
      <Form method="post" preventScrollReset noValidate>
        {answer ? <ErrorSummary problem={answer.refusal} /> : null}
        <input type="hidden" name="intent" value="record" />
        <input type="hidden" name="corrects" value={isCorrecting ? existing.id : ''} />
        {isCorrecting ? (
          <p>
            It is {formatValue(existing, metric)} now. The old value is kept and shown beside the
            new one.
            <input type="hidden" name="period" value={existing.period.start} />
          </p>
        ) : (
          <SelectField
            label="Period"
            name="period"
            error={errors['period']}
            defaultValue={typed.period}
            options={listOptions({ metric, periods, current })}
          />
        )}
        <TextField
          label={isCorrecting ? 'Right value' : 'Value'}
          name="value"
          inputMode="decimal"
          autoComplete="off"
          width="short"
          suffix={suffix}
          error={errors['value']}
          defaultValue={typed.value}
        />
        <p className="observation-form-check">
          <input
            type="checkbox"
            id="suppressed"
            name="suppressed"
            defaultChecked={typed.suppressed}
          />
          <label htmlFor="suppressed">Suppressed: too few people to publish a number</label>
        </p>
        <Details typed={typed} errors={errors} suffix={suffix} />
        <TextArea
          label="Note (optional)"
          name="note"
          rows={2}
          error={errors['note']}
          defaultValue={typed.note}
        />
        {isCorrecting ? (
          <TextArea
            label="Why is it corrected?"
            name="reason"
            rows={2}
            error={errors['reason']}
            defaultValue={typed.reason}
          />
        ) : null}
        <p className="observation-form-buttons">
          <Button variant="primary" aria-disabled={isSending}>
            {isCorrecting ? 'Save correction' : 'Save value'}
          </Button>
          {isCorrecting ? <ButtonLink to="?#record">Add another period instead</ButtonLink> : null}
        </p>
      </Form>
    </section>
  )
}

interface DetailsProps {
  readonly typed: TypedObservation
  readonly errors: Readonly<Record<string, string>>
  readonly suffix: string
}

/** What most values do not need; open when it has something in it or something wrong with it. */
function Details({ typed, errors, suffix }: DetailsProps) {
  const fields = ['lower95', 'upper95', 'numerator', 'denominator'] as const
  const isOpen = fields.some((field) => typed[field] !== '' || errors[field])
  const field = (name: (typeof fields)[number], label: string, unit?: string) => (
    <TextField
      label={label}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      width="short"
      suffix={unit}
      error={errors[name]}
      defaultValue={typed[name]}
    />
  )
  return (
    <details className="observation-form-more" open={isOpen}>
      <summary>Interval, numerator and denominator</summary>
      <div className="observation-form-grid">
        {field('lower95', 'Lower end of the 95% interval', suffix)}
        {field('upper95', 'Upper end of the 95% interval', suffix)}
        {field('numerator', 'Numerator')}
        {field('denominator', 'Denominator')}
      </div>
    </details>
  )
}

type Start = Pick<ObservationFormProps, 'metric' | 'periods' | 'current' | 'correcting'>

/** The newest period without a value, or the value to correct. */
function startForm({ metric, periods, current, correcting }: Start): TypedObservation {
  const has = new Map(current.map((row) => [row.period.start, row]))
  const existing = correcting === null ? undefined : has.get(correcting)
  const free = periods.filter((period) => !has.has(period.start)).at(0) ?? periods[0]
  const show = (value: number | null | undefined) => formatForField(value ?? null, metric.decimals)
  return {
    period: existing?.period.start ?? free?.start ?? '',
    value: show(existing?.value),
    suppressed: existing?.suppressed ?? false,
    lower95: show(existing?.lower95),
    upper95: show(existing?.upper95),
    numerator: formatForField(existing?.numerator ?? null, 0),
    denominator: formatForField(existing?.denominator ?? null, 0),
    note: existing?.note ?? '',
    corrects: existing?.id ?? '',
    reason: '',
  }
}

function listOptions({ metric, periods, current }: Pick<Start, 'metric' | 'periods' | 'current'>) {
  const has = new Map(current.map((row) => [row.period.start, row]))
  return periods.map(({ start, label }) => {
    const row = has.get(start)
    return { value: start, label: row ? `${label} (has ${formatValue(row, metric)})` : label }
  })
}
