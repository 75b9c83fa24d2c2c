import { Form, useNavigation } from '@remix-run/react'
import {
  DEFINITION_LABELS,
  type DefinitionField,
  FIXED_BY_VALUES,
} from '../../domain/metrics/definition'
import type { AreaRef, Metric } from '../../domain/metrics/metric'
import { countOf } from '../../domain/numbers/format-number'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button, ButtonLink } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { DefinitionList } from '../../ui/definition-list'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import { CHOICES, HINTS } from './definition-words'
import { startDefinition } from './start-definition'
import './definition-form.css'

export interface RefusedForm {
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

interface DefinitionFormProps {
  /** Null: a new one. */
  readonly metric: Metric | null
  readonly areas: readonly AreaRef[]
  readonly values: number
  readonly seen: string
  readonly refused: RefusedForm | null
  /** Where to go without saving. */
  readonly backPath: string
}

/** What each control needs of the form. */
interface Fields {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly areas: readonly AreaRef[]
}

const MORE = [
  'numerator',
  'denominator',
  'decimals',
  'sex',
  'age',
  'caveats',
  'rationale',
  'methodology',
  'disclosure',
  'sourceId',
  'licence',
] as const satisfies readonly DefinitionField[]
const KEEPING = [
  'scope',
  'chasm',
  'tags',
  'lagDays',
  'wantedSince',
] as const satisfies readonly DefinitionField[]

/** What a metric is: the usual fields first, the rest behind two headings. A refused form keeps what was typed. */
export function DefinitionForm(props: DefinitionFormProps) {
  const { metric, areas, values, refused, backPath } = props
  const start = { ...startDefinition(metric), seen: props.seen }
  const fields = readFields(refused ?? { typed: start }, areas)
  const { typed, errors } = fields
  return (
    <Form method="post" noValidate className="definition-form">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <input type="hidden" name="seen" value={typed['seen']} />
      <Text field="plainTitle" fields={fields} />
      <Text field="title" fields={fields} />
      <Text field="code" fields={fields} />
      <Words field="definition" fields={fields} rows={4} />
      {metric && values > 0 ? (
        <FixedFields metric={metric} values={values} />
      ) : (
        <ShapeFields fields={fields} />
      )}
      <Choice field="polarity" fields={fields} />
      <Text field="source" fields={fields} />
      <More title="More about what it measures" names={MORE} fields={fields}>
        <Words field="numerator" fields={fields} rows={2} />
        <Words field="denominator" fields={fields} rows={2} />
        <Text field="decimals" fields={fields} />
        <Text field="sex" fields={fields} />
        <Text field="age" fields={fields} />
        <Words field="caveats" fields={fields} rows={2} />
        <Words field="rationale" fields={fields} rows={2} />
        <Words field="methodology" fields={fields} rows={3} />
        <Words field="disclosure" fields={fields} rows={2} />
        <Text field="sourceId" fields={fields} />
        <Text field="licence" fields={fields} />
      </More>
      <More title="Where it belongs, and when values are wanted" names={KEEPING} fields={fields}>
        <Choice field="scope" fields={fields} />
        <Choice field="chasm" fields={fields} emptyLabel="None of them" />
        <Text field="tags" fields={fields} />
        <Text field="lagDays" fields={fields} />
        <DateField
          label={`${DEFINITION_LABELS.wantedSince} (optional)`}
          name="wantedSince"
          hint={HINTS.wantedSince}
          error={errors['wantedSince']}
          defaultValue={['year', 'month', 'day']
            .map((part) => typed[`wantedSince-${part}`] ?? '')
            .join('-')}
        />
      </More>
      <SendButtons words={metric ? 'Save' : 'Add metric'} backPath={backPath} />
    </Form>
  )
}

function readFields(
  { refusal, typed }: { refusal?: Refusal; typed: Fields['typed'] },
  areas: Fields['areas'],
): Fields {
  return { typed, errors: refusal?.fields ?? {}, areas }
}

function SendButtons({ words, backPath }: { readonly words: string; readonly backPath: string }) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <p className="definition-form-buttons">
      <Button variant="primary" name="intent" value="save" aria-disabled={isSending || undefined}>
        {words}
      </Button>
      <ButtonLink to={backPath}>Cancel</ButtonLink>
    </p>
  )
}

/** What values are read by, while there are none. */
function ShapeFields({ fields }: { readonly fields: Fields }) {
  return (
    <>
      <Choice field="valueType" fields={fields} emptyLabel="Choose one" />
      <Text field="unit" fields={fields} />
      <Choice field="frequency" fields={fields} emptyLabel="Choose one" />
      <Choice field="yearType" fields={fields} />
      <SelectField
        label={DEFINITION_LABELS.areaId}
        {...controlOf('areaId', fields)}
        emptyLabel="Choose one"
        options={fields.areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

/** Shown, not offered: the values there are would come to mean something else (rule ME45). */
function FixedFields({ metric, values }: { readonly metric: Metric; readonly values: number }) {
  const shown = startDefinition(metric)
  const items = FIXED_BY_VALUES.map((field) => ({
    term: DEFINITION_LABELS[field],
    value:
      field === 'areaId'
        ? metric.area.name
        : (CHOICES[field]?.find(({ value }) => value === shown[field])?.label ?? shown[field]),
  }))
  return (
    <section className="definition-form-fixed" aria-label="What cannot change">
      <DefinitionList items={items} columns={2} />
      <p>
        These stay as they are: {countOf(values, 'value')} of this metric would come to mean
        something else. To measure it another way, add a new metric and{' '}
        <a href="#give-up">give this one up</a>.
      </p>
    </section>
  )
}

interface MoreProps {
  readonly title: string
  readonly names: readonly DefinitionField[]
  readonly fields: Fields
  readonly children: React.ReactNode
}

/** Closed until it is asked for, or something in it is wrong. */
function More({ title, names, fields, children }: MoreProps) {
  const isWrong = names.some((name) => fields.errors[name])
  return (
    <details open={isWrong || undefined} className="definition-form-more">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

interface ControlProps {
  readonly field: DefinitionField
  readonly fields: Fields
}

function controlOf(field: DefinitionField, { typed, errors }: Fields) {
  return {
    name: field,
    hint: HINTS[field],
    error: errors[field],
    defaultValue: typed[field] ?? '',
  }
}

const REQUIRED: readonly DefinitionField[] = ['title', 'code', 'definition', 'unit', 'source']

function labelOf(field: DefinitionField): string {
  return REQUIRED.includes(field)
    ? DEFINITION_LABELS[field]
    : `${DEFINITION_LABELS[field]} (optional)`
}

const SHORT: readonly DefinitionField[] = ['code', 'decimals', 'lagDays']
const MEDIUM: readonly DefinitionField[] = ['unit', 'sex', 'age', 'sourceId']

function widthOf(field: DefinitionField) {
  if (SHORT.includes(field)) return 'short'
  return MEDIUM.includes(field) ? 'medium' : 'full'
}

function Text({ field, fields }: ControlProps) {
  return (
    <TextField
      label={labelOf(field)}
      {...controlOf(field, fields)}
      width={widthOf(field)}
      autoComplete="off"
    />
  )
}

function Words({ field, fields, rows }: ControlProps & { readonly rows: number }) {
  return <TextArea label={labelOf(field)} {...controlOf(field, fields)} rows={rows} />
}

function Choice({ field, fields, emptyLabel }: ControlProps & { readonly emptyLabel?: string }) {
  return (
    <SelectField
      label={DEFINITION_LABELS[field]}
      {...controlOf(field, fields)}
      {...(emptyLabel === undefined ? {} : { emptyLabel })}
      options={CHOICES[field] ?? []}
    />
  )
}
