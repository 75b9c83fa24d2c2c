import { Form, Link } from '@remix-run/react'
import { formatShortDate } from '../../domain/dates/format-date'
import {
  arrangeLog,
  dayTaken,
  LOG_FILTERS,
  type LogQuery,
} from '../../domain/decisions/decision-log'
import {
  describeQuorum,
  describeTime,
  METHOD_LABELS,
  OUTCOME_LABELS,
  STATUS_LABELS,
} from '../../domain/decisions/decision-words'
import type { ShownDecision } from '../../../server/services/decisions/read-decisions'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { PrintButton } from '../../ui/print-button'
import { SelectField } from '../../ui/select-field'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { Tag } from '../../ui/tag'
import { TextField } from '../../ui/text-field'
import './decisions.css'

const FILTER_LABELS = {
  all: 'All',
  open: 'Open',
  closed: 'Closed',
  cancelled: 'Cancelled',
} as const

export interface DecisionsPageProps {
  readonly decisions: readonly ShownDecision[]
  readonly mayOpen: boolean
  readonly query: LogQuery
}

/** What is being decided, and what was. */
export function DecisionsPage({ decisions, mayOpen, query }: DecisionsPageProps) {
  const { open, log } = arrangeLog(decisions, query)
  return (
    <>
      <PageHeading
        title="Decisions"
        lead="What is put to a vote, and the record of what was decided."
        action={
          mayOpen ? (
            <ButtonLink to="new" variant="primary">
              Open a decision
            </ButtonLink>
          ) : null
        }
      />
      {decisions.length === 0 ? (
        <EmptyState title="No decisions yet">
          The chair and editors put a question to a vote, or record what a meeting decided. Each
          stays here with its votes and its reasons.
        </EmptyState>
      ) : (
        <>
          <Filter {...query} />
          {open.length + log.length === 0 ? <p>No decision fits.</p> : null}
          <OpenDecisions decisions={open as readonly ShownDecision[]} />
          <Log decisions={log as readonly ShownDecision[]} />
          <p className="decisions-actions">
            <ButtonLink to="csv" reloadDocument>
              Export as CSV
            </ButtonLink>
            <PrintButton label="Print" />
          </p>
        </>
      )}
    </>
  )
}

function Filter({ filter, words }: LogQuery) {
  return (
    <Form method="get" className="decisions-filter" preventScrollReset>
      <TextField label="Words" name="words" type="search" defaultValue={words} />
      <SelectField
        label="State"
        name="state"
        defaultValue={filter}
        options={LOG_FILTERS.map((value) => ({ value, label: FILTER_LABELS[value] }))}
      />
      <Button>Filter</Button>
    </Form>
  )
}

interface Rows {
  readonly decisions: readonly ShownDecision[]
}

function OpenDecisions({ decisions }: Rows) {
  if (decisions.length === 0) return null
  const heads = ['Question', 'Method', 'Time', 'Votes'].map((words) => ({ words }))
  return (
    <section aria-labelledby="decisions-open">
      <h2 id="decisions-open">Open</h2>
      <StackingTable caption="Open decisions, those that wait for your vote first" heads={heads}>
        {decisions.map((decision) => (
          <StackingRow key={decision.id} name={<Name decision={decision} />}>
            <StackingCell label="Method">{METHOD_LABELS[decision.method]}</StackingCell>
            <StackingCell>{describeTime(decision, decision.status)}</StackingCell>
            <StackingCell>
              {decision.voted} of {decision.entitled} have voted
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </section>
  )
}

function Name({ decision }: { readonly decision: ShownDecision }) {
  return (
    <span id={`decision-${decision.id}`}>
      <Link to={decision.id}>{decision.question}</Link>{' '}
      {decision.isMine ? <Tag tone="brand">Your vote</Tag> : null}
    </span>
  )
}

function Log({ decisions }: Rows) {
  if (decisions.length === 0) return null
  const heads = ['Question', 'Outcome', 'Method', 'Date', 'Minutes'].map((words) => ({ words }))
  return (
    <section aria-labelledby="decisions-log">
      <h2 id="decisions-log">Decision log</h2>
      <StackingTable caption="Decisions that have ended, newest first" heads={heads}>
        {decisions.map((decision) => (
          <StackingRow key={decision.id} name={<Name decision={decision} />}>
            <StackingCell label="Outcome">
              {decision.outcome ? OUTCOME_LABELS[decision.outcome] : STATUS_LABELS[decision.status]}
              <span className="decisions-detail">{decision.outcomeWords}</span>
            </StackingCell>
            <StackingCell label="Method">
              {METHOD_LABELS[decision.method]}
              <span className="decisions-detail">{describeTurnout(decision)}</span>
            </StackingCell>
            <StackingCell label="Date">{formatShortDate(dayTaken(decision))}</StackingCell>
            <StackingCell label="Minutes">{decision.minuteReference || 'None'}</StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </section>
  )
}

function describeTurnout({ method, bodyName, voted, entitled, rules }: ShownDecision): string {
  if (method === 'meeting') return bodyName
  return `${voted} of ${entitled} voted; quorum: ${describeQuorum(rules.quorum).toLowerCase()}`
}
