import { Link } from '@remix-run/react'
import { SUMMARY_STATE_WORDS, type SummaryState } from '../../domain/answering/countermeasure'
import { formatDate } from '../../domain/dates/format-date'
import { pathOfMetric } from './paths'

interface SummaryLinesProps {
  readonly strategyId: string
  readonly metricId: string
  readonly summaries: readonly {
    readonly number: number
    readonly problem: string
    readonly state: SummaryState
    readonly due: string
  }[]
}

/** The countermeasure summaries of a metric, each with how it stands. */
export function SummaryLines({ strategyId, metricId, summaries }: SummaryLinesProps) {
  if (summaries.length === 0) return null
  const root = `${pathOfMetric(strategyId, metricId)}/countermeasures`
  return (
    <ul className="answering-lines" aria-label="Countermeasure summaries">
      {summaries.map(({ number, problem, state, due }) => (
        <li key={number}>
          <Link to={`${root}/${number}`}>
            Countermeasure summary {number}
            {problem ? `: ${problem}` : ''}
          </Link>
          <span className="answering-detail">
            {SUMMARY_STATE_WORDS[state]}
            {due && state === 'under_way' ? `, until ${formatDate(due)}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
