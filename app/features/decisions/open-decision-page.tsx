import { Form, useNavigation } from '@remix-run/react'
import { hasOptions, MAJORITIES, type Method, type Voters } from '../../domain/decisions/decision'
import { MAJORITY_LABELS, METHOD_HINTS, METHOD_LABELS } from '../../domain/decisions/decision-words'
import type { Electorate } from '../../domain/decisions/electorate'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import { ElectorateFields } from './electorate-fields'
import './decisions.css'

export interface OpenDecisionPageProps {
  readonly method: Method
  readonly voters: Voters
  readonly electorate: Electorate
  readonly supersedes: {
    readonly id: string
    readonly question: string
    readonly context: string
  } | null
  /** Makes a form that is sent twice one decision. */
  readonly requestKey: string
  /** The day the close is set to before anybody types one. */
  readonly usualClose: string
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** The form of one decision. */
export function OpenDecisionPage(props: OpenDecisionPageProps) {
  const { method, voters, supersedes, requestKey, refused } = props
  const isSending = useNavigation().state !== 'idle'
  const isMeeting = method === 'meeting'
  const label = isMeeting ? 'Record the decision' : 'Open the decision'
  return (
    <>
      <PageHeading
        title={isMeeting ? 'Record a decision' : `Open a decision: ${METHOD_LABELS[method]}`}
        lead={METHOD_HINTS[method]}
      />
      <Form
        method="post"
        noValidate
        className="decision-form"
        onSubmit={(event) => {
          if (isSending) event.preventDefault()
        }}
      >
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="key" value={requestKey} />
        <input type="hidden" name="method" value={method} />
        <input type="hidden" name="voters" value={voters} />
        {supersedes ? <input type="hidden" name="supersedes" value={supersedes.id} /> : null}
        <QuestionFields {...props} />
        {isMeeting ? <MeetingFields {...props} /> : <VotingFields {...props} />}
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : label}
        </Button>
      </Form>
    </>
  )
}

type Typed = OpenDecisionPageProps

function fieldOf({ refused }: Pick<Typed, 'refused'>, name: string, start = '') {
  return {
    name,
    error: refused?.refusal.fields?.[name],
    defaultValue: refused ? (refused.typed[name] ?? '') : start,
  }
}

/** The date in a refused form, as its boxes had it. */
function dateOf({ refused }: Pick<Typed, 'refused'>, name: string, start: string | null) {
  const typed = ['year', 'month', 'day'].map((part) => refused?.typed[`${name}-${part}`] ?? '')
  const [year = '', month = '', day = ''] = typed
  const isWhole = typed.every((part) => part !== '')
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return {
    name,
    error: refused?.refusal.fields?.[name],
    defaultValue: refused ? (isWhole ? value : null) : start,
  }
}

function QuestionFields(props: Typed) {
  return (
    <>
      <TextField
        label="Question"
        {...fieldOf(props, 'question', props.supersedes?.question)}
        hint="As it will stand in the log."
      />
      <TextArea
        label="Context (optional)"
        {...fieldOf(props, 'context', props.supersedes?.context)}
      />
      <TextField
        label="Address of what it is about (optional)"
        {...fieldOf(props, 'about')}
        hint="Copied from the page of a block, a thread or an amendment."
      />
    </>
  )
}

function VotingFields(props: Typed) {
  const { method, voters, electorate, refused } = props
  return (
    <>
      {hasOptions(method) ? (
        <TextArea
          label="Options"
          {...fieldOf(props, 'options', method === 'majority' ? 'For\nAgainst' : '')}
          hint="2 to 20, one a line."
          rows={5}
        />
      ) : null}
      {method === 'majority' ? (
        <SelectField
          label="Majority"
          {...fieldOf(props, 'majority', 'simple')}
          options={MAJORITIES.map((value) => ({ value, label: MAJORITY_LABELS[value] }))}
        />
      ) : null}
      {method === 'dot' ? <DotFields {...props} /> : null}
      <ElectorateFields
        voters={voters}
        electorate={electorate}
        typed={refused?.typed ?? null}
        errors={refused?.refusal.fields ?? {}}
      />
      <TextField
        label="Quorum (optional)"
        {...fieldOf(props, 'quorum')}
        hint="A number of votes like 8, or a share like 50%. Abstentions count towards it."
        width="short"
      />
      <TimeFields {...props} />
      <SelectField
        label="While it is open"
        {...fieldOf(props, 'isHidden', 'yes')}
        hint="After it closes, the record says who voted how."
        options={[
          { value: 'yes', label: 'Votes are hidden until it closes' },
          { value: 'no', label: 'Votes are seen as they come, with names' },
        ]}
      />
    </>
  )
}

function DotFields(props: Typed) {
  return (
    <>
      <TextField
        label="Dots each (optional)"
        {...fieldOf(props, 'dots')}
        hint="Without a number: a third of the options, rounded up."
        inputMode="numeric"
        width="short"
      />
      <TextField
        label="Most dots on one option (optional)"
        {...fieldOf(props, 'cap')}
        inputMode="numeric"
        width="short"
      />
    </>
  )
}

function TimeFields(props: Typed) {
  return (
    <>
      <DateField
        label="Closes on"
        {...dateOf(props, 'closes', props.usualClose)}
        hint="You may close it earlier."
      />
      <TextField label="Closes at" {...fieldOf(props, 'closes-time', '17:00')} width="short" />
      <DateField
        label="Opens on (optional)"
        {...dateOf(props, 'opens', null)}
        hint="Leave empty to open it now."
      />
      <TextField label="Opens at" {...fieldOf(props, 'opens-time', '09:00')} width="short" />
    </>
  )
}

function MeetingFields(props: Typed) {
  return (
    <>
      <TextField label="Body" {...fieldOf(props, 'bodyName')} width="medium" />
      <DateField label="Day of the meeting" {...dateOf(props, 'heldOn', null)} />
      <TextField
        label="Minute reference"
        {...fieldOf(props, 'minuteReference')}
        hint="For example: HWB 14 May 2027, item 6"
        width="medium"
      />
      <TextArea label="Outcome" {...fieldOf(props, 'outcomeWords')} />
      <TextArea
        label="Dissent (optional)"
        {...fieldOf(props, 'dissent')}
        hint="Who disagreed or abstained, and why."
      />
    </>
  )
}
