import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { Refusal } from '../../domain/outcome/outcome'
import { RESPONSE_WORDS } from '../../domain/rounds/report'
import {
  describeProgress,
  nameText,
  type Round,
  ROUND_KIND_LABELS,
  type RoundAction,
  type RoundInvitee,
} from '../../domain/rounds/round'
import { type Definition, DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { MyTask, Questions } from './my-task'
import { pathToText } from './path-to-text'
import { DraftActions, RoundActions } from './round-actions'
import { RoundPeople } from './round-people'
import { RoundTag } from './rounds-page'
import './rounds.css'

export interface RefusedStep {
  readonly intent: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

export interface RoundPageProps {
  readonly round: Round
  readonly mayRun: boolean
  readonly wouldAsk: readonly RoundInvitee[]
  readonly personId: string
  readonly today: string
  readonly refused: RefusedStep | null
}

/** One round: what is asked, who has answered, and what those who run it can do. */
export function RoundPage(props: RoundPageProps) {
  const { round, personId, refused, today } = props
  const root = `/strategies/${round.strategyId}/review`
  const isMine = refused !== null && ['finish', 'decline'].includes(refused.intent)
  return (
    <>
      <PageHeading
        title={round.title}
        kicker={<Link to={root}>Review rounds</Link>}
        lead={
          <>
            <RoundTag state={round.state} isLate={round.dueOn < today} />{' '}
            {round.state === 'draft' ? 'Nobody has been told yet.' : describeProgress(round.people)}
          </>
        }
      />
      {refused && !isMine ? (
        <Notice tone="error" live>
          {refused.refusal.message}
        </Notice>
      ) : null}
      <MyTask
        round={round}
        personId={personId}
        textPath={pathToText(round)}
        refused={isMine ? refused : null}
      />
      {round.state === 'draft' ? <Planned {...props} /> : <Running {...props} />}
      <Story round={round} />
    </>
  )
}

function Planned(props: RoundPageProps) {
  return (
    <>
      {props.mayRun ? <DraftActions {...props} /> : null}
      <WhatIsAsked round={props.round} />
    </>
  )
}

function Running(props: RoundPageProps) {
  const { round, mayRun, today } = props
  const mayStep = mayRun && round.state === 'open'
  return (
    <>
      <WhatIsAsked round={round}>
        <p className="round-links">
          <Link to={`/strategies/${round.strategyId}/review/${round.id}/report`}>
            {round.state === 'closed' ? 'Closing report' : 'Report so far'}
          </Link>
          <Link to={pathToText(round)}>Go to the text</Link>
        </p>
      </WhatIsAsked>
      <RoundPeople round={round} mayRemind={mayStep} today={today} />
      {mayStep ? <RoundActions {...props} /> : null}
    </>
  )
}

interface WhatIsAskedProps {
  readonly round: Round
  readonly children?: ReactNode
}

function WhatIsAsked({ round, children }: WhatIsAskedProps) {
  return (
    <section aria-labelledby="round-asked">
      <h2 id="round-asked">What is asked</h2>
      <Questions questions={round.questions} />
      <DefinitionList items={listFacts(round)} />
      {children}
    </section>
  )
}

export function listFacts(round: Round): Definition[] {
  const { text } = round
  const items: (Definition | null)[] = [
    { term: 'Kind', value: ROUND_KIND_LABELS[round.kind] },
    { term: 'Asked by', value: round.ownerName },
    { term: 'Last day', value: formatDate(round.dueOn) },
    {
      term: 'Text',
      value: text?.version
        ? `${capitalise(nameText(round.edition))}, kept as version ${text.version}`
        : capitalise(nameText(round.edition)),
    },
    text?.sha256
      ? { term: 'Fingerprint (SHA-256)', value: <code className="round-hash">{text.sha256}</code> }
      : null,
    round.openedAt ? { term: 'Opened', value: formatInstant(round.openedAt) } : null,
    round.endedAt ? { term: 'Ended', value: formatInstant(round.endedAt) } : null,
    round.endedReason ? { term: 'Reason', value: round.endedReason } : null,
  ]
  return items.filter((item) => item !== null)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const ACTION_WORDS: Record<RoundAction, string> = {
  create: 'Written',
  change: 'Changed',
  open: 'Opened',
  read: 'Text opened',
  finish: RESPONSE_WORDS.finished,
  decline: RESPONSE_WORDS.declined,
  extend: 'More time given',
  remind: 'Reminder sent',
  close: 'Closed',
  cancel: 'Cancelled',
}

function Story({ round: { events, people } }: Pick<RoundPageProps, 'round'>) {
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? ''
  return (
    <details className="round-more">
      <summary>Everything that happened ({events.length})</summary>
      <ol>
        {events.map((event) => (
          <li key={`${event.at} ${event.action} ${event.personId}`}>
            {ACTION_WORDS[event.action]}
            {event.aboutId ? ` to ${nameOf(event.aboutId)}` : ''} by {event.personName},{' '}
            {formatInstant(event.at)}
            {event.note ? <p className="round-note">{event.note}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
