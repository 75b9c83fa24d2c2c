import { Link } from '@remix-run/react'
import {
  COUNTERMEASURE_PARTS,
  COUNTERMEASURE_QUESTIONS,
  type CountermeasurePart,
  type CountermeasureSummary,
  SUMMARY_STATE_WORDS,
} from '../../domain/answering/countermeasure'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { SummaryView } from '../../../server/services/answering/summaries'
import { ButtonLink } from '../../ui/button'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { Tag } from '../../ui/tag'
import { pathOfMetric } from './paths'
import './answering.css'

interface SummaryPageProps extends SummaryView {
  readonly strategyId: string
  readonly stored: NonNullable<SummaryView['stored']>
  readonly isSaved: boolean
}

/** One countermeasure summary: how it stands, what it says, and every earlier wording. */
export function SummaryPage(props: SummaryPageProps) {
  const { strategyId, metric, stored, state, missing, mayWrite, isSaved } = props
  const root = pathOfMetric(strategyId, metric.id)
  return (
    <>
      <PageHeading
        title={`Countermeasure summary ${stored.number}`}
        kicker={<Link to={root}>{metric.plainTitle}</Link>}
        lead={
          <Tag tone={state === 'effect_due' ? 'concern' : 'neutral'}>
            {SUMMARY_STATE_WORDS[state]}
          </Tag>
        }
        action={
          mayWrite ? (
            <ButtonLink to={`${root}/countermeasures/${stored.number}/edit`} variant="primary">
              {state === 'effect_due' ? 'Say what came of it' : 'Write further'}
            </ButtonLink>
          ) : null
        }
      />
      {isSaved ? (
        <Notice tone="success" live>
          <p>Saved. {describeMissing(missing)}</p>
        </Notice>
      ) : (
        <p>{describeMissing(missing)}</p>
      )}
      <DefinitionList items={listParts(props)} />
      <Earlier {...props} />
    </>
  )
}

function describeMissing(missing: readonly CountermeasurePart[]): string {
  if (missing.length === 0) return 'Every part is written.'
  const questions = missing.map((part) => COUNTERMEASURE_QUESTIONS[part])
  return `Still to be written: ${questions.join(' ')}`
}

function listParts({ stored: { summary }, ownerName }: SummaryPageProps) {
  const parts = COUNTERMEASURE_PARTS.map((part) => ({
    term: COUNTERMEASURE_QUESTIONS[part],
    value: sayPart(part, summary, ownerName) || 'Not written yet',
  }))
  return summary.effect ? [...parts, { term: 'What came of it?', value: summary.effect }] : parts
}

function sayPart(part: CountermeasurePart, summary: CountermeasureSummary, ownerName: string) {
  if (part === 'owner') return ownerName
  if (part === 'due') return summary.due && formatDate(summary.due)
  const text = part === 'contributors' ? summary.contributors.join('\n') : summary[part]
  return text && <span className="answering-words">{text}</span>
}

function Earlier({ revisions }: SummaryPageProps) {
  const earlier = revisions.slice(0, -1).reverse()
  const last = revisions.at(-1)
  return (
    <>
      {last ? (
        <p className="answering-detail">
          Saved by {last.by.name}, {formatInstant(last.at)}
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <details className="answering-more">
          <summary>Earlier wordings ({earlier.length})</summary>
          <ol reversed>
            {earlier.map(({ summary, by, at }) => (
              <li key={at}>
                <p className="answering-detail">
                  {by.name}, {formatInstant(at)}
                </p>
                <p className="answering-words">{sayAll(summary)}</p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  )
}

function sayAll(summary: CountermeasureSummary): string {
  const { problem, performance, contributors, rootCause, action, effect } = summary
  const said = [problem, performance, ...contributors, rootCause, action, effect].filter(Boolean)
  return said.length > 0 ? said.join('\n') : 'Nothing was written.'
}
