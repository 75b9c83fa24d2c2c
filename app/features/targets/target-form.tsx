import { Form, Link, useNavigation } from '@remix-run/react'
import type { Metric } from '../../domain/metrics/metric'
import type { Period } from '../../domain/metrics/period'
import type { Refusal } from '../../domain/outcome/outcome'
import {
  type NamedChoice,
  STEP_FIELDS,
  type SetTarget,
  type TargetChoices,
} from '../../domain/targets/parse-target'
import { TARGET_KIND_LABELS, type TargetKind } from '../../domain/targets/target'
import { Button, ButtonLink } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import { startTarget } from './start-target'
import './target-form.css'

interface TargetFormProps {
  readonly kind: TargetKind
  readonly metric: Metric
  readonly choices: TargetChoices
  readonly periods: readonly Period[]
  readonly set: SetTarget | null
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
  readonly metricPath: string
}

/** What the field components need of the form. */
interface Fields {
  readonly typed: Readonly<Record<string, string>>
  readonly field: (name: string) => {
    name: string
    error: string | undefined
    defaultValue: string
  }
  readonly metric: Metric
  readonly choices: TargetChoices
}

/** The fields of one kind of target. A refused form keeps what was typed. */
export function TargetForm(props: TargetFormProps) {
  const { kind, metric, choices, set, refused, metricPath } = props
  const typed = refused?.typed ?? startTarget(kind, set, { metric, periods: props.periods })
  const errors = refused?.refusal.fields ?? {}
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' })
  const fields: Fields = { typed, field, metric, choices }
  return (
    <Form method="post" noValidate className="target-form">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <p>
        <b>{TARGET_KIND_LABELS[kind]}</b>. <Link to="?">Choose another kind</Link>
      </p>
      <input type="hidden" name="kind" value={kind} />
      <KindFields kind={kind} fields={fields} />
      {kind === 'direction_only' ? null : (
        <>
          <DateField
            label="To be reached by"
            name="due"
            error={errors['due']}
            defaultValue={joinDay(typed, 'due')}
          />
          <BaselineFields kind={kind} fields={fields} periods={props.periods} />
          <StepFields fields={fields} errors={errors} />
        </>
      )}
      <TextArea
        label="Why this target (optional)"
        hint="Where it was agreed, or what it rests on."
        {...field('reason')}
        rows={2}
      />
      <SendButtons metricPath={metricPath} />
    </Form>
  )
}

function SendButtons({ metricPath }: Pick<TargetFormProps, 'metricPath'>) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <p className="target-form-buttons">
      <Button variant="primary" name="intent" value="set" aria-disabled={isSending || undefined}>
        Save target
      </Button>
      <ButtonLink to={metricPath}>Cancel</ButtonLink>
    </p>
  )
}

function KindFields({ kind, fields }: { readonly kind: TargetKind; readonly fields: Fields }) {
  const { field, metric, choices } = fields
  switch (kind) {
    case 'absolute_by_date':
      return <Figure label="Value to reach" fields={fields} name="value" suffix={metric.unit} />
    case 'relative_change_by_date':
      return (
        <Figure
          label="Change"
          hint="Per cent of the baseline: -20 is a fifth less."
          fields={fields}
          name="change"
          suffix="%"
        />
      )
    case 'gap_to_comparator':
      return (
        <>
          <Choice label="Compared with" {...field('comparator')} choices={choices.areas} />
          <GapField fields={fields} />
        </>
      )
    case 'gap_between_groups':
      return (
        <>
          <Choice
            label="Group that fares worse"
            {...field('firstGroup')}
            choices={choices.groups}
          />
          <Choice
            label="Compared with the group"
            {...field('secondGroup')}
            choices={choices.groups}
          />
          <GapField fields={fields} />
        </>
      )
    case 'benchmark_percentile':
      return (
        <>
          <Choice label="Among" {...field('benchmarkLevel')} choices={choices.levels} />
          <Figure
            label="The best"
            hint="25 is the top quarter. What that takes moves with the other areas."
            fields={fields}
            name="top"
            suffix="% of areas"
          />
        </>
      )
    case 'direction_only':
      return (
        <p>
          The page will say that nobody can measure whether this is reached. Set a number as soon as
          one can be agreed.
        </p>
      )
  }
}

function GapField({ fields }: { readonly fields: Fields }) {
  return (
    <Figure
      label="Gap that would be small enough"
      hint="How far on the worse side is still enough. 0 is no gap; below 0 is ahead."
      fields={fields}
      name="gap"
      suffix={fields.metric.unit}
    />
  )
}

interface FigureProps {
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly suffix: string
  readonly fields: Fields
}

function Figure({ label, hint, name, suffix, fields }: FigureProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      {...fields.field(name)}
      suffix={suffix}
      width="short"
      inputMode="text"
      autoComplete="off"
    />
  )
}

interface ChoiceProps {
  readonly label: string
  readonly name: string
  readonly error: string | undefined
  readonly defaultValue: string
  readonly choices: readonly NamedChoice[]
}

function Choice({ choices, ...field }: ChoiceProps) {
  const hint =
    choices.length === 0 ? 'There are none with values yet. Import or add values first.' : undefined
  return (
    <SelectField
      {...field}
      hint={hint}
      emptyLabel="Choose one"
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

interface BaselineProps {
  readonly kind: TargetKind
  readonly fields: Fields
  readonly periods: readonly Period[]
}

function BaselineFields({ kind, fields, periods }: BaselineProps) {
  const isNeeded = kind === 'relative_change_by_date'
  return (
    <fieldset className="target-form-group">
      <legend>{isNeeded ? 'Baseline' : 'Baseline (optional)'}</legend>
      <p className="target-form-hint">
        Where it set out from. With one, the page can say whether it is on course.
      </p>
      <Figure
        label={kind.startsWith('gap') ? 'Gap then' : 'Value then'}
        name="baseline"
        suffix={fields.metric.unit}
        fields={fields}
      />
      <SelectField
        label="In"
        {...fields.field('baselinePeriod')}
        emptyLabel="Choose a period"
        options={periods.map(({ start, label }) => ({ value: start, label }))}
      />
    </fieldset>
  )
}

interface StepProps {
  readonly fields: Fields
  readonly errors: Readonly<Record<string, string>>
}

/** Open once a step is set or wrong: most targets have none. */
function StepFields({ fields, errors }: StepProps) {
  const { typed } = fields
  const isUsed = STEP_FIELDS.some(
    (at) => typed[`stepValue${at}`] || errors[`stepValue${at}`] || errors[`stepOn${at}`],
  )
  return (
    <details open={isUsed || undefined}>
      <summary>Steps on the way</summary>
      {STEP_FIELDS.map((at) => (
        <fieldset key={at} className="target-form-group">
          <legend>Step {at}</legend>
          <Figure
            label="Value"
            name={`stepValue${at}`}
            suffix={fields.metric.unit}
            fields={fields}
          />
          <DateField
            label="By"
            name={`stepOn${at}`}
            error={errors[`stepOn${at}`]}
            defaultValue={joinDay(typed, `stepOn${at}`)}
          />
        </fieldset>
      ))}
    </details>
  )
}

function joinDay(typed: Readonly<Record<string, string>>, name: string): string {
  return ['year', 'month', 'day'].map((part) => typed[`${name}-${part}`] ?? '').join('-')
}
