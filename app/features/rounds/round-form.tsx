import { Form, useNavigation } from '@remix-run/react'
import type { Refusal } from '../../domain/outcome/outcome'
import {
  type AskedType,
  type Round,
  ROUND_KINDS,
  ROUND_KIND_LABELS,
} from '../../domain/rounds/round'
import { Button, ButtonLink } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { FieldNotes, fieldId } from '../../ui/field'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import './rounds.css'

interface Choice {
  readonly id: string
  readonly name: string
  readonly detail: string
}

export interface RoundFormProps {
  readonly strategyId: string
  readonly choices: Readonly<
    Record<'people' | 'organisations' | 'bodies' | 'guests', readonly Choice[]>
  >
  readonly editions: readonly number[]
  /** The draft that is changed; null: a new round. */
  readonly round: Round | null
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
    readonly asked: readonly string[]
  } | null
}

/** What is asked, of whom, by when and about which text; nobody is told before the round is opened. */
export function RoundForm({ strategyId, choices, editions, round, refused }: RoundFormProps) {
  const { typed, errors, asked } = startOf(round, refused)
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' })
  const root = `/strategies/${strategyId}/review`
  return (
    <>
      <PageHeading
        title={round ? 'Change the round' : 'New round'}
        lead="It is saved as a draft first. Nobody is told before you open it."
      />
      <Form method="post" noValidate className="round-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <TextField
          label="Name of the round"
          hint="For example: First reading by the boards"
          {...field('title')}
        />
        <SelectField
          label="Kind"
          {...field('kind')}
          options={ROUND_KINDS.map((kind) => ({ value: kind, label: ROUND_KIND_LABELS[kind] }))}
        />
        <TextArea
          label="Questions"
          hint="In plain words, each on its own line."
          rows={5}
          {...field('questions')}
        />
        <SelectField
          label="Text to be read"
          {...field('text')}
          options={[
            { value: 'draft', label: 'The draft, as it is when the round opens' },
            ...editions.map((number) => ({ value: String(number), label: `Edition ${number}` })),
          ]}
        />
        <DateField
          label="Last day for answers"
          name="dueOn"
          error={errors['dueOn']}
          defaultValue={dayOf(typed)}
        />
        <AskedFields choices={choices} asked={asked} error={errors['asked']} />
        <Buttons cancelTo={round ? `${root}/${round.id}` : root} />
      </Form>
    </>
  )
}

function Buttons({ cancelTo }: { readonly cancelTo: string }) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <div className="round-links">
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Saving…' : 'Save the draft'}
      </Button>
      <ButtonLink to={cancelTo}>Cancel</ButtonLink>
    </div>
  )
}

/** What the form begins with: what was refused, else the draft, else nothing. */
function startOf(round: Round | null, refused: RoundFormProps['refused']) {
  if (refused)
    return {
      typed: refused.typed,
      errors: refused.refusal.fields ?? {},
      asked: new Set(refused.asked),
    }
  const asked = round?.asked ?? []
  return {
    typed: typedOf(round),
    errors: {} as Readonly<Record<string, string>>,
    asked: new Set(asked.map(({ type, id }) => `${type}:${id}`)),
  }
}

function typedOf(round: Round | null): Readonly<Record<string, string>> {
  if (!round) return {}
  return {
    title: round.title,
    kind: round.kind,
    questions: round.questions.join('\n'),
    text: round.edition === null ? 'draft' : String(round.edition),
    dueOn: round.dueOn,
  }
}

/** What stands in the boxes of a refused form, as far as they can hold it. */
function dayOf(typed: Readonly<Record<string, string>>): string {
  if (typed['dueOn'] !== undefined) return typed['dueOn']
  return ['year', 'month', 'day'].map((part) => typed[`dueOn-${part}`] ?? '').join('-')
}

interface AskedFieldsProps extends Pick<RoundFormProps, 'choices'> {
  readonly asked: ReadonlySet<string>
  readonly error: string | undefined
}

function AskedFields({ choices, asked, error }: AskedFieldsProps) {
  const groups = [
    { type: 'organisation', title: 'Everybody of an organisation', options: choices.organisations },
    { type: 'body', title: 'Those who sign off for a body', options: choices.bodies },
    { type: 'person', title: 'Single people', options: choices.people },
    { type: 'guest', title: 'People without accounts', options: choices.guests },
  ] as const
  const id = fieldId('asked')
  return (
    <fieldset
      className={error ? 'field field-wrong round-choices' : 'field round-choices'}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>Who is asked</legend>
      <FieldNotes id={id} error={error} />
      {groups.map(({ type, title, options }) => (
        <ChoiceGroup key={type} type={type} title={title} options={options} asked={asked} />
      ))}
    </fieldset>
  )
}

interface ChoiceGroupProps {
  readonly type: AskedType
  readonly title: string
  readonly options: readonly Choice[]
  readonly asked: ReadonlySet<string>
}

function ChoiceGroup({ type, title, options, asked }: ChoiceGroupProps) {
  if (options.length === 0) return null
  const chosen = options.filter(({ id }) => asked.has(`${type}:${id}`)).length
  return (
    <details className="round-more" open={chosen > 0 || undefined}>
      <summary>
        {title}
        {chosen > 0 ? ` (${chosen} chosen)` : ''}
      </summary>
      {options.map(({ id, name, detail }) => (
        <label key={id} className="round-choice">
          <input
            type="checkbox"
            name="asked"
            value={`${type}:${id}`}
            defaultChecked={asked.has(`${type}:${id}`)}
          />
          <span>
            {name}
            <span className="round-detail">{detail}</span>
          </span>
        </label>
      ))}
    </details>
  )
}
