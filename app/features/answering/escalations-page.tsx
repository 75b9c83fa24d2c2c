import { Form, Link } from '@remix-run/react'
import {
  ESCALATION_LEVELS,
  ESCALATION_LEVEL_LABELS,
  ESCALATION_STATES,
  ESCALATION_STATE_WORDS,
} from '../../domain/answering/escalation'
import { formatDate } from '../../domain/dates/format-date'
import type {
  EscalationInbox,
  ListedEscalation,
} from '../../../server/services/answering/escalations'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { EscalationTag } from './escalation-tag'
import './answering.css'

interface EscalationsPageProps extends EscalationInbox {
  readonly strategyId: string
  readonly filter: { readonly level: string; readonly state: string }
}

/** Everything asked of the next levels; what waits for this person first. */
export function EscalationsPage(props: EscalationsPageProps) {
  const { strategyId, escalations, levels, filter } = props
  const shown = escalations.filter(
    ({ now }) =>
      (filter.level === '' || now.level === filter.level) &&
      (filter.state === '' || now.state === filter.state),
  )
  const mine = shown.filter(({ waitsForMe }) => waitsForMe)
  const others = shown.filter(({ waitsForMe }) => !waitsForMe)
  return (
    <>
      <PageHeading title="Escalations" lead={describeLevels(levels)} />
      <FilterForm filter={filter} />
      {escalations.length === 0 ? (
        <EmptyState title="No help was asked for yet">
          <p>
            A place asks the partnership, the partnership its region, the region the national level:
            what is needed, and by when. The way to ask begins on a metric’s page.
          </p>
        </EmptyState>
      ) : null}
      {escalations.length > 0 && shown.length === 0 ? <p>None fit this choice.</p> : null}
      <EscalationGroup id="mine" title="Waits for you" strategyId={strategyId} list={mine} />
      <EscalationGroup id="others" title="All others" strategyId={strategyId} list={others} />
    </>
  )
}

function describeLevels(levels: EscalationInbox['levels']): string {
  if (levels.length === 0) return 'What was asked of the next level, by when, and what came of it.'
  const names = levels.map((level) => ESCALATION_LEVEL_LABELS[level].toLowerCase())
  return `You answer at this level: ${names.join(', ')}.`
}

function FilterForm({ filter }: Pick<EscalationsPageProps, 'filter'>) {
  return (
    <Form method="get" className="answering-links">
      <SelectField
        label="Level that is asked"
        name="level"
        emptyLabel="All levels"
        defaultValue={filter.level}
        options={ESCALATION_LEVELS.map((level) => ({
          value: level,
          label: ESCALATION_LEVEL_LABELS[level],
        }))}
      />
      <SelectField
        label="State"
        name="state"
        emptyLabel="All states"
        defaultValue={filter.state}
        options={ESCALATION_STATES.map((state) => ({
          value: state,
          label: ESCALATION_STATE_WORDS[state],
        }))}
      />
      <Button>Show</Button>
    </Form>
  )
}

interface EscalationGroupProps {
  readonly id: string
  readonly title: string
  readonly strategyId: string
  readonly list: readonly ListedEscalation[]
}

function EscalationGroup({ id, title, strategyId, list }: EscalationGroupProps) {
  if (list.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="answering-lines">
        {list.map((one) => (
          <li key={one.number}>
            <Link to={`/strategies/${strategyId}/escalations/${one.number}`}>
              {one.number}: {one.title}
            </Link>
            <span>
              <EscalationTag now={one.now} isOverdue={one.isOverdue} />
            </span>
            <span className="answering-detail">
              {ESCALATION_LEVEL_LABELS[one.now.from]} asks{' '}
              {ESCALATION_LEVEL_LABELS[one.now.level].toLowerCase()}, about{' '}
              {one.metric?.plainTitle ?? one.area.name}; answer due{' '}
              {formatDate(one.now.responseDue)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
