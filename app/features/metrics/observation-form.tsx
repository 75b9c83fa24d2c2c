import { Form, useNavigation } from '@remix-run/react'
import type { Metric } from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import type { Period } from '../../domain/metrics/period'
import type { Refusal } from '../../domain/outcome/outcome'
import { formatValue } from '../../domain/numbers/format-number'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import { findDue, startObservation } from './start-observation'
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
export function ObservationForm(props: ObservationFormProps) {
  const { metric, current, answer } = props
  const typed = answer?.typed ?? startObservation(props)
  const errors = answer?.refusal.fields ?? {}
  const corrected = findCorrected(current, { typed, wasRefused: answer !== null })
  return (
    <section className="observation-form" aria-labelledby="record">
      <h2 id="record">{corrected ? `Correct ${corrected.period.label}` : 'Add a value'}</h2>
      <Form method="post" preventScrollReset noValidate>
        {answer ? <ErrorSummary problem={answer.refusal} /> : null}
        <input type="hidden" name="intent" value="record" />
        {corrected ? (
          <CorrectedValue corrected={corrected} metric={metric} />
        ) : (
          <PeriodField {...props} chosen={typed.period} error={errors['period']} />
        )}
        <TextField
          label={corrected ? 'Right value' : 'Value'}
          name="value"
          inputMode="decimal"
          autoComplete="off"
          width="short"
          suffix={metric.unit}
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
        <Details typed={typed} errors={errors} suffix={metric.unit} />
        <TextArea
          label="Note (optional)"
          name="note"
          rows={2}
          error={errors['note']}
          defaultValue={typed.note}
        />
        <FormEnd isCorrection={corrected !== undefined} typed={typed} error={errors['reason']} />
      </Form>
    </section>
  )
}

interface FormEndProps {
  readonly isCorrection: boolean
  readonly typed: TypedObservation
  readonly error: string | undefined
}

function FormEnd({ isCorrection, typed, error }: FormEndProps) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      {isCorrection ? (
        <TextArea
          label="Why is it corrected?"
          name="reason"
          rows={2}
          error={error}
          defaultValue={typed.reason}
        />
      ) : null}
      <p className="observation-form-buttons">
        <Button variant="primary" aria-disabled={isSending}>
          {isCorrection ? 'Save correction' : 'Save value'}
        </Button>
        {isCorrection ? <ButtonLink to="?#record">Add another period instead</ButtonLink> : null}
      </p>
    </>
  )
}

/** A clash turns the form into a correction of the value it clashed with. */
function findCorrected(
  current: readonly Observation[],
  { typed, wasRefused }: { typed: TypedObservation; wasRefused: boolean },
): Observation | undefined {
  if (typed.corrects === '' && !wasRefused) return undefined
  return current.find((row) => row.period.start === typed.period)
}

function CorrectedValue({
  corrected,
  metric,
}: {
  readonly corrected: Observation
  readonly metric: Metric
}) {
  return (
    <p>
      It is {formatValue(corrected, metric)} now. The old value is kept and shown beside the new
      one.
      <input type="hidden" name="period" value={corrected.period.start} />
      <input type="hidden" name="corrects" value={corrected.id} />
    </p>
  )
}

interface PeriodFieldProps extends Pick<ObservationFormProps, 'metric' | 'periods' | 'current'> {
  readonly chosen: string
  readonly error: string | undefined
}

function PeriodField({ metric, periods, current, chosen, error }: PeriodFieldProps) {
  const has = new Map(current.map((row) => [row.period.start, row]))
  const options = periods.map(({ start, label }) => {
    const row = has.get(start)
    return { value: start, label: row ? `${label} (has ${formatValue(row, metric)})` : label }
  })
  const isUpToDate = findDue(periods, current) === undefined
  return (
    <SelectField
      label="Period"
      name="period"
      error={error}
      hint={
        isUpToDate ? 'Every period that is over has a value. Choose one to correct it.' : undefined
      }
      defaultValue={chosen}
      options={options}
    />
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
