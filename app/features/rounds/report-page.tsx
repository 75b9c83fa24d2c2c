import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import {
  describeAnswer,
  describeOutcome,
  describeRate,
  nameKind,
  nameResponse,
  type ReportedComment,
  type ReportedSuggestion,
  type RoundReport,
} from '../../domain/rounds/report'
import { countFinished, describeProgress, type Round } from '../../domain/rounds/round'
import { DataTable } from '../../ui/data-table'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { PrintButton } from '../../ui/print-button'
import { Questions } from './my-task'
import { listFacts } from './round-page'
import './rounds.css'

export interface ReportPageProps {
  readonly strategyTitle: string
  readonly round: Round
  readonly report: RoundReport
  readonly madeAt: string
}

/** What was asked, who answered, every comment and suggestion, and what became of each. */
export function ReportPage({ strategyTitle, round, report, madeAt }: ReportPageProps) {
  const path = `/strategies/${round.strategyId}/review/${round.id}`
  const isClosed = round.state === 'closed'
  return (
    <article>
      <PageHeading
        title={`${isClosed ? 'Closing report' : 'Report so far'}: ${round.title}`}
        kicker={<Link to={path}>The round</Link>}
        lead={`${strategyTitle}. As of ${formatInstant(madeAt)}.`}
        action={<PrintButton label="Print this page" />}
      />
      <p className="round-links">
        <a href={`${path}/report/docx`}>Word document</a>
        <a href={`${path}/report/csv`}>Table (CSV)</a>
      </p>
      <Work report={report} strategyId={round.strategyId} />
      <h2>What was asked</h2>
      <Questions questions={round.questions} />
      <DefinitionList items={listFacts(round)} />
      <Responses round={round} report={report} />
      <Comments report={report} strategyId={round.strategyId} />
      <Suggestions report={report} strategyId={round.strategyId} />
    </article>
  )
}

interface OfReport {
  readonly report: RoundReport
  readonly strategyId: string
}

function Work({ report: { unanswered, undecided }, strategyId }: OfReport) {
  if (unanswered.length + undecided.length === 0)
    return (
      <Notice tone="success">
        Every comment has its answer and every suggestion its decision.
      </Notice>
    )
  const root = `/strategies/${strategyId}`
  return (
    <section aria-labelledby="report-work">
      <h2 id="report-work">Work that is left</h2>
      <p>
        {count(unanswered.length, 'comment waits', 'comments wait')} for an answer;{' '}
        {count(undecided.length, 'suggestion waits', 'suggestions wait')} for a decision.
      </p>
      <ul>
        {unanswered.map((comment) => (
          <li key={comment.threadId}>
            <Link to={`${root}/comments?show=all#thread-${comment.threadId}`}>
              {nameKind(comment)} of {comment.authorName} on {comment.place}
            </Link>
          </li>
        ))}
        {undecided.map((suggestion) => (
          <li key={suggestion.id}>
            <Link to={`${root}/suggestions?show=all#suggestion-${suggestion.id}`}>
              Suggestion of {suggestion.authorName} on {suggestion.about}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function Responses({ round, report }: { readonly round: Round; readonly report: RoundReport }) {
  const total = { asked: round.people.length, finished: countFinished(round.people) }
  return (
    <section aria-labelledby="report-responses">
      <h2 id="report-responses">Who answered</h2>
      <p>
        {describeProgress(round.people)} ({describeRate(total)}).
      </p>
      <DataTable caption="By organisation">
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">Finished</th>
            <th scope="col">Declined</th>
            <th scope="col">Response rate</th>
          </tr>
        </thead>
        <tbody>
          {report.organisations.map((row) => (
            <tr key={row.organisationName}>
              <th scope="row">{row.organisationName}</th>
              <td>
                {row.finished} of {row.asked}
              </td>
              <td>{row.declined}</td>
              <td>{describeRate(row)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <DataTable caption="By person">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Answer</th>
            <th scope="col">Opened the text</th>
            <th scope="col">Comments and suggestions</th>
          </tr>
        </thead>
        <tbody>
          {report.people.map((person) => (
            <tr key={person.personId}>
              <th scope="row">
                {person.name}
                <span className="round-detail">{person.organisationName}</span>
              </th>
              <td>
                {nameResponse(person)}
                {person.note ? <p className="round-note">{person.note}</p> : null}
              </td>
              <td>{person.readAt ? formatInstant(person.readAt) : 'No'}</td>
              <td>{person.said}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <h3>Did not answer</h3>
      <p>
        {report.silent.length === 0
          ? 'Nobody: all who were asked have answered.'
          : `${report.silent.map(({ name, organisationName }) => `${name} (${organisationName})`).join(', ')}.`}
      </p>
    </section>
  )
}

function Comments({ report: { comments }, strategyId }: OfReport) {
  return (
    <section aria-labelledby="report-comments">
      <h2 id="report-comments">Comments ({comments.length})</h2>
      {comments.length === 0 ? <p>Nobody who was asked commented.</p> : null}
      {comments.map((comment) => (
        <ReportComment key={comment.threadId} comment={comment} strategyId={strategyId} />
      ))}
    </section>
  )
}

interface ReportCommentProps {
  readonly comment: ReportedComment
  readonly strategyId: string
}

function ReportComment({ comment, strategyId }: ReportCommentProps) {
  const { threadId, place, quote, authorName, organisationName, text, replies, at } = comment
  return (
    <div className="report-item" id={`comment-${threadId}`}>
      <h3>
        <Link to={`/strategies/${strategyId}/comments?show=all#thread-${threadId}`}>
          {nameKind(comment)}: {place}
        </Link>
      </h3>
      {quote ? <p className="round-detail">On “{quote}”</p> : null}
      <p className="round-detail">
        {[authorName, organisationName].filter(Boolean).join(', ')}, {formatInstant(at)}
      </p>
      <p className="report-words">{text}</p>
      {replies.length === 0 ? null : (
        <ul className="report-replies">
          {replies.map((reply) => (
            <li key={`${reply.at} ${reply.authorName}`}>
              <span className="round-detail">
                {reply.authorName}, {formatInstant(reply.at)}
              </span>
              <p className="report-words">{reply.text}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="report-outcome">{describeAnswer(comment)}</p>
    </div>
  )
}

function Suggestions({ report: { suggestions }, strategyId }: OfReport) {
  return (
    <section aria-labelledby="report-suggestions">
      <h2 id="report-suggestions">Suggestions ({suggestions.length})</h2>
      {suggestions.length === 0 ? <p>Nobody who was asked suggested a change.</p> : null}
      {suggestions.map((suggestion) => (
        <ReportSuggestion key={suggestion.id} suggestion={suggestion} strategyId={strategyId} />
      ))}
    </section>
  )
}

interface ReportSuggestionProps {
  readonly suggestion: ReportedSuggestion
  readonly strategyId: string
}

function ReportSuggestion({ suggestion, strategyId }: ReportSuggestionProps) {
  const { id, change, about, before, after, reason, at } = suggestion
  const by = [suggestion.authorName, suggestion.organisationName].filter(Boolean).join(', ')
  return (
    <div className="report-item" id={`suggestion-${id}`}>
      <h3>
        <Link to={`/strategies/${strategyId}/suggestions?show=all#suggestion-${id}`}>
          {change}: {about}
        </Link>
      </h3>
      <p className="round-detail">
        {by}, {formatInstant(at)}
      </p>
      {before ? <p className="report-words">From: {before}</p> : null}
      {after ? <p className="report-words">To: {after}</p> : null}
      {reason ? <p className="report-words">Why: {reason}</p> : null}
      <p className="report-outcome">{describeOutcome(suggestion)}</p>
    </div>
  )
}
