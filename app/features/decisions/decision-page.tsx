import { Link } from '@remix-run/react'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import {
  describeBallot,
  describeQuorum,
  describeTime,
  METHOD_HINTS,
  METHOD_LABELS,
  OUTCOME_LABELS,
  STATUS_LABELS,
} from '../../domain/decisions/decision-words'
import type { DecisionView } from '../../../server/services/decisions/read-decisions'
import { ButtonLink } from '../../ui/button'
import { type Definition, DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import type { Answered } from './answered'
import { DecisionResult, DecisionVotes } from './decision-result'
import { EndForms, StatementForm } from './end-forms'
import { VoteForm } from './vote-form'
import './decisions.css'

export interface DecisionPageProps extends DecisionView {
  readonly answered: Answered
}

/** One decision: voting while it is open, its record afterwards. */
export function DecisionPage(props: DecisionPageProps) {
  const { decision, own, answered } = props
  const root = `/strategies/${decision.strategyId}/decisions`
  return (
    <>
      <p>
        <Link to={root}>All decisions</Link>
      </p>
      <PageHeading
        title={decision.question}
        kicker={`${METHOD_LABELS[decision.method]} · ${decision.outcome ? OUTCOME_LABELS[decision.outcome] : STATUS_LABELS[decision.status]}`}
        lead={describeLead(props)}
      />
      {answered?.ok ? (
        <Notice tone="success" live>
          {answered.message}
        </Notice>
      ) : null}
      <OrphanRefusal {...props} />
      <Question decision={decision} />
      {decision.outcome ? <Outcome {...props} /> : null}
      {decision.state === 'open' ? <OwnVotes {...props} own={own} /> : null}
      <Votes {...props} />
      <Facts {...props} />
      <NextSteps {...props} />
    </>
  )
}

function Question({ decision: { context, about } }: Pick<DecisionPageProps, 'decision'>) {
  return (
    <>
      {context ? <p className="decision-words">{context}</p> : null}
      {about ? (
        <p>
          <Link to={about}>What this is about</Link>
        </p>
      ) : null}
    </>
  )
}

/** As far as they may be seen. */
function Votes({ decision, result, seats, casts }: DecisionPageProps) {
  if (!result && decision.state === 'open')
    return (
      <p>
        How votes stand is hidden until voting closes. Afterwards everybody in the partnership sees
        who voted how, and why.
      </p>
    )
  if (!result) return null
  return (
    <>
      {decision.state === 'closed' || result.cast > 0 ? (
        <DecisionResult decision={decision} result={result} />
      ) : null}
      <DecisionVotes decision={decision} seats={seats} casts={casts} />
    </>
  )
}

function NextSteps({ decision, mayEnd, mayOpen, answered }: DecisionPageProps) {
  const { id, strategyId, state, statement, supersededBy } = decision
  if (state === 'open') return mayEnd ? <EndForms answered={answered} /> : null
  return (
    <>
      {mayEnd && state === 'closed' && statement === '' ? (
        <StatementForm decision={decision} answered={answered} />
      ) : null}
      {mayOpen && !supersededBy ? (
        <p className="decision-actions">
          <ButtonLink to={`/strategies/${strategyId}/decisions/new?supersedes=${id}`}>
            Decide this anew
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

function describeLead({ decision }: DecisionPageProps): string {
  if (decision.method === 'meeting')
    return `Decided by ${decision.bodyName} on ${formatDate(decision.heldOn ?? '')}.`
  const time = describeTime(decision, decision.status)
  return `${decision.voted} of ${decision.entitled} have voted. ${time}.`
}

/** The form that was refused is no longer offered: what was typed into it is given back. */
function OrphanRefusal({ answered, own, decision }: DecisionPageProps) {
  if (!answered || answered.ok) return null
  const { refusal, intent, typed } = answered
  const isShown =
    intent === 'vote'
      ? own.some(({ mayCast, seat }) => mayCast && seat.id === typed['seatId'])
      : intent === 'state'
        ? decision.state === 'closed' && decision.statement === ''
        : decision.state === 'open'
  if (isShown) return null
  const words = ['reason', 'statement'].flatMap((name) => typed[name] || [])
  return (
    <Notice tone="error" live>
      <p>{refusal.message}</p>
      {words.map((text) => (
        <p key={text}>You had written: {text}</p>
      ))}
    </Notice>
  )
}

function OwnVotes({ decision, own, answered }: DecisionPageProps) {
  if (own.length === 0) return <p>You are not among those who vote on this.</p>
  return own.map((one) =>
    one.mayCast ? (
      <VoteForm
        key={`${one.seat.id}-${one.last?.number ?? 0}`}
        decision={decision}
        own={one}
        answered={answered}
      />
    ) : (
      <p key={one.seat.id}>
        {decision.status === 'not_yet'
          ? `You vote for ${one.seat.name} once voting opens.`
          : one.isDeputy
            ? `${one.seat.casterName} has voted for ${one.seat.name}, so no deputy is needed.`
            : `Voting has closed${one.last ? `; you voted ${describeBallot(one.last.ballot, decision.rules.options)}` : ''}.`}
      </p>
    ),
  )
}

function Outcome({ decision }: DecisionPageProps) {
  const { statement, minuteReference, dissent, closeReason } = decision
  return (
    <section aria-labelledby="decision-outcome">
      <h2 id="decision-outcome">Outcome</h2>
      <p className="decision-words">
        <strong>{decision.outcomeWords}</strong>
      </p>
      {statement ? <p className="decision-words">{statement}</p> : null}
      {dissent ? <p className="decision-words">Dissent: {dissent}</p> : null}
      {minuteReference ? <p>Minutes: {minuteReference}</p> : null}
      {closeReason ? <p className="decision-words">Closed early: {closeReason}</p> : null}
    </section>
  )
}

function Facts({ decision, seats }: DecisionPageProps) {
  const { method, state, closeReason, supersedes, supersededBy } = decision
  const link = (other: { id: string; question: string }) => (
    <Link to={`../decisions/${other.id}`}>{other.question}</Link>
  )
  const voting: Definition[] =
    method === 'meeting'
      ? []
      : [
          { term: 'How it is decided', value: METHOD_HINTS[method] },
          { term: 'Quorum', value: describeQuorum(decision.rules.quorum) },
          { term: 'Opens', value: formatInstant(decision.opensAt) },
          { term: 'Closes', value: formatInstant(decision.closesAt) },
          { term: 'Who votes', value: seats.map(nameSeat).join('; ') },
        ]
  const items: Definition[] = [
    ...voting,
    { term: method === 'meeting' ? 'Recorded by' : 'Opened by', value: decision.openedByName },
    ...(state === 'cancelled' ? [{ term: 'Why it was cancelled', value: closeReason }] : []),
    ...(supersedes ? [{ term: 'Supersedes', value: link(supersedes) }] : []),
    ...(supersededBy ? [{ term: 'Superseded by', value: link(supersededBy) }] : []),
  ]
  return (
    <section aria-labelledby="decision-facts">
      <h2 id="decision-facts">About this decision</h2>
      <DefinitionList items={items} />
    </section>
  )
}

function nameSeat({ kind, name, casterName, deputyName }: DecisionView['seats'][number]): string {
  const by = kind === 'person' ? '' : `, by ${casterName}`
  return `${name}${by}${deputyName ? ` (deputy ${deputyName})` : ''}`
}
