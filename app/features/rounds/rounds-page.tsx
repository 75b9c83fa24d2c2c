import { Link } from '@remix-run/react'
import { dayOfInstant, formatDate } from '../../domain/dates/format-date'
import {
  describeProgress,
  type Round,
  ROUND_KIND_LABELS,
  ROUND_STATE_LABELS,
  type RoundState,
} from '../../domain/rounds/round'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { Tag, type TagTone } from '../../ui/tag'
import { MyTask } from './my-task'
import { pathToText } from './path-to-text'
import './rounds.css'

export interface RoundsPageProps {
  readonly strategyId: string
  readonly personId: string
  /** Newest first. */
  readonly rounds: readonly Round[]
  readonly mayRun: boolean
  /** YYYY-MM-DD */
  readonly today: string
}

/** What is asked of whom, what waits for me, and what was asked before. */
export function RoundsPage({ strategyId, personId, rounds, mayRun, today }: RoundsPageProps) {
  const root = `/strategies/${strategyId}/review`
  const mine = rounds.filter(({ state, people }) => state === 'open' && isWaiting(people, personId))
  const running = rounds.filter(({ state }) => state === 'open' || state === 'draft')
  const ended = rounds.filter(({ state }) => state === 'closed' || state === 'cancelled')
  return (
    <>
      <PageHeading
        title="Review rounds"
        lead="Who is asked to read the text, by when, and who has answered."
        action={
          mayRun && mine.length === 0 ? (
            <ButtonLink to={`${root}/new`} variant="primary">
              New round
            </ButtonLink>
          ) : null
        }
      />
      {mine.map((round) => (
        <MyTask
          key={round.id}
          round={round}
          personId={personId}
          textPath={pathToText(round)}
          action={`${root}/${round.id}`}
          refused={null}
        />
      ))}
      {mayRun && mine.length > 0 ? (
        <div className="round-links">
          <ButtonLink to={`${root}/new`}>New round</ButtonLink>
        </div>
      ) : null}
      {rounds.length === 0 ? (
        <EmptyState title="No rounds yet">
          {mayRun
            ? 'A round asks people to read the text by a day. You see who has opened it, commented and finished, and get a report.'
            : 'When the chair or an editor asks you to read the text, it is shown here.'}
        </EmptyState>
      ) : null}
      <RoundList title="Open rounds" rounds={running} today={today} />
      <RoundList title="Ended rounds" rounds={ended} today={today} />
    </>
  )
}

function isWaiting(people: Round['people'], personId: string): boolean {
  return people.some((person) => person.personId === personId && person.answer === null)
}

interface RoundListProps {
  readonly title: string
  readonly rounds: readonly Round[]
  readonly today: string
}

function RoundList({ title, rounds, today }: RoundListProps) {
  if (rounds.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="round-list">
        {rounds.map((round) => (
          <li key={round.id} id={`round-${round.id}`}>
            <p className="round-list-head">
              <Link to={`/strategies/${round.strategyId}/review/${round.id}`}>{round.title}</Link>
              <RoundTag state={round.state} isLate={round.dueOn < today} />
            </p>
            <p className="round-detail">{describeRound(round)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const TONES: Record<RoundState, TagTone> = {
  draft: 'neutral',
  open: 'brand',
  closed: 'success',
  cancelled: 'neutral',
}

export function RoundTag({
  state,
  isLate,
}: {
  readonly state: RoundState
  readonly isLate: boolean
}) {
  if (state === 'open' && isLate) return <Tag tone="concern">Open, past its last day</Tag>
  return <Tag tone={TONES[state]}>{ROUND_STATE_LABELS[state]}</Tag>
}

function describeRound(round: Round): string {
  const kind = ROUND_KIND_LABELS[round.kind]
  const progress = describeProgress(round.people)
  if (round.state === 'draft') return `${kind}, not open yet, until ${formatDate(round.dueOn)}`
  if (round.state === 'open') return `${kind}, until ${formatDate(round.dueOn)}: ${progress}`
  const ended = round.endedAt ? formatDate(dayOfInstant(round.endedAt)) : ''
  return `${kind}, ended on ${ended}: ${progress}`
}
