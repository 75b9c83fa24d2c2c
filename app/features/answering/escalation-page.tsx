import { Link } from '@remix-run/react'
import {
  ESCALATION_LEVEL_LABELS,
  ESCALATION_STATE_WORDS,
  ESCALATION_STEP_WORDS,
} from '../../domain/answering/escalation'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { EscalationView } from '../../../server/services/answering/escalations'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { EscalationSteps } from './escalation-steps'
import { EscalationTag } from './escalation-tag'
import { pathOfMetric } from './paths'
import type { Refused } from './refused'
import './answering.css'

export interface EscalationPageProps extends EscalationView {
  readonly strategyId: string
  /** Sent or answered just now. */
  readonly isSaved: boolean
  readonly refused: Refused | null
}

/** What was asked of the next level, how it stands, what this person may do, and everything said so far. */
export function EscalationPage(props: EscalationPageProps) {
  const { strategyId, escalation, isOverdue, isSaved } = props
  const { number, title, now } = escalation
  return (
    <>
      <PageHeading
        title={title}
        kicker={<Link to={`/strategies/${strategyId}/escalations`}>Escalation {number}</Link>}
        lead={<EscalationTag now={now} isOverdue={isOverdue} />}
      />
      {isSaved ? (
        <Notice tone="success" live>
          <p>Sent. {ESCALATION_STATE_WORDS[now.state]}.</p>
        </Notice>
      ) : null}
      <p className="answering-words">{now.ask}</p>
      <DefinitionList items={listFacts(props)} />
      <EscalationSteps {...props} />
      <section aria-labelledby="story">
        <h2 id="story">What happened</h2>
        <ol className="answering-lines">
          {escalation.history.map(({ step, level, words, support, responseDue, state, by, at }) => (
            <li key={at}>
              <span>
                <strong>
                  {ESCALATION_STEP_WORDS[step]}
                  {state === 'raised'
                    ? `: ${ESCALATION_LEVEL_LABELS[level].toLowerCase()} asked, answer by ${formatDate(responseDue)}`
                    : ''}
                </strong>
              </span>
              {words ? <span className="answering-words">{words}</span> : null}
              {support ? <span className="answering-words">Support given: {support}</span> : null}
              <span className="answering-detail">
                {by.name}, {formatInstant(at)}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function listFacts({ strategyId, escalation, asked, asking }: EscalationPageProps) {
  const { metric, area, now } = escalation
  const names = (people: EscalationPageProps['asked']) =>
    people.map(({ name }) => name).join(', ') || 'Nobody'
  return [
    {
      term: 'About',
      value: metric ? (
        <Link to={pathOfMetric(strategyId, metric.id)}>{metric.plainTitle}</Link>
      ) : (
        area.name
      ),
    },
    { term: 'Asks', value: `${ESCALATION_LEVEL_LABELS[now.from]}: ${names(asking)}` },
    { term: 'Is asked', value: `${ESCALATION_LEVEL_LABELS[now.level]}: ${names(asked)}` },
    { term: 'Last day for an answer', value: formatDate(now.responseDue) },
  ]
}
