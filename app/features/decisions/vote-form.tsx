import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Ballot, CONSENT_CHOICES, type Decision } from '../../domain/decisions/decision'
import {
  CONSENT_LABELS,
  describeBallot,
  LEVEL_LABELS,
  METHOD_HINTS,
} from '../../domain/decisions/decision-words'
import { countOf } from '../../domain/decisions/count-words'
import { isVotingMethod } from '../../domain/decisions/decision'
import { mayAbstain, REASON_MAX } from '../../domain/decisions/parse-ballot'
import type { OwnSeat } from '../../../server/services/decisions/read-decisions'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { FieldNotes, fieldId } from '../../ui/field'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import { type Answered, refusedOf } from './answered'

interface VoteFormProps {
  readonly decision: Decision
  readonly own: OwnSeat
  readonly answered: Answered
}

/** One vote: cast, or changed until the close. */
export function VoteForm({ decision, own, answered }: VoteFormProps) {
  const { seat, last } = own
  const isSending = useNavigation().state !== 'idle'
  const busy = isSending ? { 'aria-disabled': true } : {}
  const { refusal, typed, errors } = refusedOf(answered, (form) => form['seatId'] === seat.id)
  const values = refusal ? typed : valuesOf(last?.ballot ?? null)
  const idOf = (name: string) => (refusal ? fieldId(name) : `${seat.id}-${name}`)
  const title = describeSeat(own)
  return (
    <section className="decision-vote" aria-labelledby={`vote-${seat.id}`}>
      <h2 id={`vote-${seat.id}`}>{title}</h2>
      <SoFar decision={decision} own={own} />
      <Form
        method="post"
        preventScrollReset
        noValidate
        onSubmit={(event) => {
          if (isSending) event.preventDefault()
        }}
      >
        {refusal ? <ErrorSummary problem={refusal} /> : null}
        <input type="hidden" name="intent" value="vote" />
        <input type="hidden" name="seatId" value={seat.id} />
        <Choices decision={decision} values={values} errors={errors} idOf={idOf} />
        <TextArea
          label="Reason"
          name="reason"
          id={idOf('reason')}
          hint={REASON_HINTS[decision.method] ?? 'Optional. It is kept with your vote.'}
          error={errors['reason']}
          maxLength={REASON_MAX}
          defaultValue={refusal ? typed['reason'] : last?.reason}
        />
        <Button variant="primary" {...busy}>
          <SendWords isSending={isSending} isChange={last !== null} />
        </Button>
      </Form>
    </section>
  )
}

function SendWords({ isSending, isChange }: { isSending: boolean; isChange: boolean }) {
  if (isSending) return 'Casting…'
  return isChange ? 'Change the vote' : 'Cast the vote'
}

function SoFar({ decision, own: { seat, last, isDeputy } }: Omit<VoteFormProps, 'answered'>) {
  return (
    <>
      {last ? (
        <p>
          Cast so far: <strong>{describeBallot(last.ballot, decision.rules.options)}</strong>. You
          may change it until voting closes.
        </p>
      ) : null}
      {isDeputy ? (
        <p>You stand in for {seat.casterName}. As soon as they vote, their vote counts.</p>
      ) : null}
    </>
  )
}

const REASON_HINTS: Partial<Record<Decision['method'], string>> = {
  consent: 'Needed for an objection.',
  sense_check: 'Needed from 0 to 2.',
}

function describeSeat({ seat, isDeputy }: OwnSeat): string {
  if (seat.kind !== 'person') return `Vote for ${seat.name}`
  return isDeputy ? `Vote for ${seat.name}` : 'Your vote'
}

interface ChoicesProps {
  readonly decision: Decision
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly idOf: (name: string) => string
}

function Choices(props: ChoicesProps) {
  const { method, rules } = props.decision
  switch (method) {
    case 'consent':
      return (
        <Radios
          {...props}
          choices={CONSENT_CHOICES.map((id) => ({ id, label: CONSENT_LABELS[id] }))}
        />
      )
    case 'sense_check':
      return (
        <Radios {...props} choices={LEVEL_LABELS.map((label, id) => ({ id: String(id), label }))} />
      )
    case 'majority':
      return <Radios {...props} choices={[...rules.options, { id: 'abstain', label: 'Abstain' }]} />
    case 'score':
      return (
        <Each {...props} name="score" empty="Choose" places={scoresFrom(5)}>
          Score every option from 0 to 5, 5 is best.
        </Each>
      )
    case 'dot':
      return <Dots {...props} />
    case 'ranked':
      return (
        <Each
          {...props}
          name="rank"
          empty="Not ranked"
          places={rules.options.map((_, index) => String(index + 1))}
        >
          1 is what you want most. Options you leave out come last.
        </Each>
      )
    case 'meeting':
      return null
  }
}

function scoresFrom(most: number): string[] {
  return Array.from({ length: most + 1 }, (_, score) => String(most - score))
}

interface RadiosProps extends ChoicesProps {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

function Radios({ decision, values, errors, idOf, choices }: RadiosProps) {
  const id = idOf('choice')
  const error = errors['choice']
  return (
    <fieldset
      className={error ? 'field field-wrong decision-choice' : 'field decision-choice'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">{METHOD_HINTS[decision.method]}</legend>
      <FieldNotes id={id} error={error} />
      {choices.map((choice, index) => (
        <label key={choice.id} className="decision-option">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name="choice"
            value={choice.id}
            defaultChecked={values['choice'] === choice.id}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

interface EachProps extends ChoicesProps {
  readonly name: 'score' | 'rank'
  readonly empty: string
  readonly places: readonly string[]
  readonly children: ReactNode
}

function Each({ decision, values, errors, idOf, name, empty, places, children }: EachProps) {
  return (
    <>
      <p>{children}</p>
      {decision.rules.options.map(({ id, label }) => {
        const field = `${name}-${id}`
        return (
          <SelectField
            key={id}
            label={label}
            name={field}
            id={idOf(field)}
            error={errors[field]}
            emptyLabel={empty}
            defaultValue={values[field] ?? ''}
            options={places.map((value) => ({ value, label: value }))}
          />
        )
      })}
      <Abstain decision={decision} values={values} />
    </>
  )
}

function Dots({ decision, values, errors, idOf }: ChoicesProps) {
  const { options, dots, cap } = decision.rules
  return (
    <>
      <p>
        You have {countOf(dots, 'dot')} to place
        {dots === 1 ? '' : `, ${cap === 1 ? 'one' : `up to ${cap}`} on each option`}.
      </p>
      {options.map(({ id, label }) => (
        <TextField
          key={id}
          label={label}
          name={`dots-${id}`}
          id={idOf(`dots-${id}`)}
          error={errors[`dots-${id}`]}
          defaultValue={values[`dots-${id}`] ?? ''}
          inputMode="numeric"
          width="short"
          suffix="dots"
          autoComplete="off"
        />
      ))}
      <Abstain decision={decision} values={values} />
    </>
  )
}

function Abstain({ decision, values }: Pick<ChoicesProps, 'decision' | 'values'>) {
  if (!isVotingMethod(decision.method) || !mayAbstain(decision.method)) return null
  return (
    <label className="decision-option">
      <input
        type="checkbox"
        name="abstain"
        value="yes"
        defaultChecked={values['abstain'] === 'yes'}
      />
      Abstain instead
    </label>
  )
}

/** A vote that was cast, as its form has it. */
function valuesOf(ballot: Ballot | null): Record<string, string> {
  switch (ballot?.type) {
    case undefined:
      return {}
    case 'abstain':
      return { choice: 'abstain', abstain: 'yes' }
    case 'consent':
      return { choice: ballot.choice }
    case 'option':
      return { choice: ballot.optionId }
    case 'level':
      return { choice: String(ballot.level) }
    case 'scores':
      return named('score', Object.entries(ballot.scores))
    case 'dots':
      return named('dots', Object.entries(ballot.dots))
    case 'ranking':
      return named(
        'rank',
        ballot.order.map((id, index) => [id, index + 1]),
      )
  }
}

function named(name: string, values: readonly (readonly [string, number])[]) {
  return Object.fromEntries(values.map(([id, value]) => [`${name}-${id}`, String(value)]))
}
