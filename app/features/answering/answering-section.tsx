import { Link } from '@remix-run/react'
import { ESCALATION_LEVEL_LABELS, ESCALATION_STATE_WORDS } from '../../domain/answering/escalation'
import { UPDATE_KIND_LABELS, UPDATE_PARTS } from '../../domain/answering/update'
import { formatInstant } from '../../domain/dates/format-date'
import { METRIC_ROLE_SHORT } from '../../domain/metrics/metric'
import type { AnsweringDetail } from '../../../server/services/answering/read-answered'
import { ButtonLink } from '../../ui/button'
import { AskedList } from './asked-list'
import { DataTag } from './data-tag'
import { pathOfMetric } from './paths'
import { SummaryLines } from './summary-lines'
import './answering.css'

interface AnsweringSectionProps extends AnsweringDetail {
  readonly strategyId: string
}

/** On the metric’s page: what is owed and asked now, what was given, and where help was asked for. */
export function AnsweringSection(props: AnsweringSectionProps) {
  const { strategyId, metric, answered, mayAnswer } = props
  const ids = { strategyId, metricId: metric.id }
  const root = pathOfMetric(strategyId, metric.id)
  return (
    <section aria-labelledby="answering">
      <h2 id="answering">What is asked and given</h2>
      <p>
        <DataTag data={answered.data} /> {answered.dataWords}
      </p>
      <p>
        <Link to={`${root}/role`}>{METRIC_ROLE_SHORT[metric.role]} metric</Link>.{' '}
        {answered.streakWords}
      </p>
      <AskedList {...ids} asked={answered.asked} mayAnswer={mayAnswer} />
      {mayAnswer ? (
        <p className="answering-links">
          <ButtonLink to={`${root}/update`}>Comment on a period</ButtonLink>
          <ButtonLink to={`${root}/countermeasures/new`}>Write a countermeasure summary</ButtonLink>
          <ButtonLink to={`/strategies/${strategyId}/escalations/new?metric=${metric.id}`}>
            Ask the next level for help
          </ButtonLink>
        </p>
      ) : null}
      <Updates {...props} />
      <SummaryLines {...ids} summaries={answered.summaries} />
      <Escalations {...props} />
    </section>
  )
}

const SHOWN = 3

function Updates({ answered: { updates } }: AnsweringSectionProps) {
  if (updates.length === 0) return null
  const [newest, older] = [updates.slice(0, SHOWN), updates.slice(SHOWN)]
  return (
    <>
      <UpdateLines updates={newest} />
      {older.length > 0 ? (
        <details className="answering-more">
          <summary>Earlier comments and updates ({older.length})</summary>
          <UpdateLines updates={older} />
        </details>
      ) : null}
    </>
  )
}

function UpdateLines({ updates }: { readonly updates: AnsweringDetail['answered']['updates'] }) {
  return (
    <ul className="answering-lines" aria-label="Comments and updates">
      {updates.map(({ id, kind, period, text, by, at }) => (
        <li key={id}>
          <span className="answering-words">
            {UPDATE_PARTS.map((part) => text[part] ?? '')
              .filter(Boolean)
              .join('\n')}
          </span>
          <span className="answering-detail">
            {UPDATE_KIND_LABELS[kind]} on {period.label}: {by.name}, {formatInstant(at)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Escalations({ strategyId, answered: { escalations } }: AnsweringSectionProps) {
  if (escalations.length === 0) return null
  return (
    <ul className="answering-lines" aria-label="Asks of the next level">
      {escalations.map(({ number, title, now }) => (
        <li key={number}>
          <Link to={`/strategies/${strategyId}/escalations/${number}`}>
            Escalation {number}: {title}
          </Link>
          <span className="answering-detail">
            {ESCALATION_LEVEL_LABELS[now.level]}. {ESCALATION_STATE_WORDS[now.state]}
          </span>
        </li>
      ))}
    </ul>
  )
}
