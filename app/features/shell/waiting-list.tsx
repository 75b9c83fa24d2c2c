import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { dayOfInstant, formatDate, formatInstant } from '../../domain/dates/format-date'
import { describeDue, pathToThread } from '../../domain/discussion/assignment'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import { type RoundKind, ROUND_TASKS } from '../../domain/rounds/round'
import type { Verb } from '../../domain/signoff/agreement'
import './waiting-list.css'

export interface WaitingItems {
  readonly signOffs: readonly {
    readonly strategyId: string
    readonly strategyTitle: string
    readonly editionName: string
    readonly body: { readonly id: string; readonly name: string; readonly verb: Verb }
    readonly isReady: boolean
  }[]
  readonly decisions: readonly {
    readonly strategyId: string
    readonly decisionId: string
    readonly question: string
    readonly closesAt: string
  }[]
  readonly rounds: readonly {
    readonly strategyId: string
    readonly strategyTitle: string
    readonly roundId: string
    readonly title: string
    readonly kind: RoundKind
    readonly dueOn: string
  }[]
  readonly challenges: readonly {
    readonly strategyId: string
    readonly id: string
    readonly question: string
    readonly dueOn: string
  }[]
  readonly assigned: readonly {
    readonly strategyId: string
    readonly threadId: string
    readonly text: string
    readonly dueOn: string | null
  }[]
  readonly threads: readonly {
    readonly strategyId: string
    readonly threadId: string
    readonly blockTitle: string
    readonly lastAuthorName: string
    readonly lastText: string
  }[]
  readonly objectives: readonly {
    readonly strategyId: string
    readonly blockId: string
    readonly chapterId: string | null
    readonly title: string
    readonly targetDate: string | null
  }[]
  readonly metrics: readonly {
    readonly metricId: string
    readonly title: string
    readonly latestPeriod: string | null
  }[]
}

interface WaitingListProps {
  readonly waiting: WaitingItems
  /** The strategy through which metrics are opened. */
  readonly strategyId: string | null
  /** What is new, before what this person always leads. */
  readonly children: ReactNode
}

/** What asks for this person, the most pressing first. Empty groups are left out. */
export function WaitingList({ waiting, strategyId, children }: WaitingListProps) {
  const { signOffs, decisions, assigned, threads, objectives, metrics } = waiting
  return (
    <div className="waiting-list">
      <Group id="waiting-sign-offs" title="Sign-offs to record" size={signOffs.length}>
        {signOffs.map((item) => (
          <Item
            key={item.strategyId + item.body.id}
            to={`/strategies/${item.strategyId}/agreement`}
            title={`${capitalise(item.body.verb)} edition ${item.editionName} for ${item.body.name}`}
            detail={item.isReady ? item.strategyTitle : 'Waits for the other bodies to sign first'}
          />
        ))}
      </Group>
      <Group id="waiting-decisions" title="Decisions to vote on" size={decisions.length}>
        {decisions.map((item) => (
          <Item
            key={item.decisionId}
            to={`/strategies/${item.strategyId}/decisions/${item.decisionId}`}
            title={item.question}
            detail={`Closes ${formatInstant(item.closesAt)}`}
          />
        ))}
      </Group>
      <WaitingRounds waiting={waiting} />
      <Group id="waiting-assigned" title="Comments assigned to you" size={assigned.length}>
        {assigned.map((item) => (
          <Item
            key={item.threadId}
            to={pathToThread(item.strategyId, item.threadId)}
            title={shorten(item.text)}
            detail={describeDue(item.dueOn, dayOfInstant(new Date()))}
          />
        ))}
      </Group>
      <Group id="waiting-threads" title="Comments to answer" size={threads.length}>
        {threads.map((item) => (
          <Item
            key={item.threadId}
            to={`/strategies/${item.strategyId}/comments#thread-${item.threadId}`}
            title={`${item.lastAuthorName}${item.blockTitle ? ` on “${item.blockTitle}”` : ''}`}
            detail={shorten(item.lastText)}
          />
        ))}
      </Group>
      {children}
      <Group id="waiting-objectives" title="Objectives you lead" size={objectives.length}>
        {objectives.map((item) => (
          <Item
            key={item.strategyId + item.blockId}
            to={`/strategies/${item.strategyId}/${pathToBlock({ id: item.blockId, chapterId: item.chapterId })}`}
            title={item.title || 'Objective without a title'}
            detail={item.targetDate ? `Due ${formatDate(item.targetDate)}` : 'No target date yet'}
          />
        ))}
      </Group>
      <Group id="waiting-metrics" title="Metrics you lead" size={metrics.length}>
        <Item to="/my-metrics" title="My metrics" detail="Give values, and see what is asked" />
        {metrics.map((item) => (
          <Item
            key={item.metricId}
            to={strategyId ? `/strategies/${strategyId}/metrics/${item.metricId}` : '/'}
            title={item.title}
            detail={item.latestPeriod ? `Latest: ${item.latestPeriod}` : 'No observation yet'}
          />
        ))}
      </Group>
    </div>
  )
}

function WaitingRounds({ waiting: { rounds, challenges } }: Pick<WaitingListProps, 'waiting'>) {
  return (
    <>
      <Group id="waiting-rounds" title="Texts to read" size={rounds.length}>
        {rounds.map((item) => (
          <Item
            key={item.roundId}
            to={`/strategies/${item.strategyId}/review/${item.roundId}`}
            title={item.title}
            detail={`You are asked to ${ROUND_TASKS[item.kind]} by ${formatDate(item.dueOn)}`}
          />
        ))}
      </Group>
      <Group id="waiting-challenges" title="Challenges to answer" size={challenges.length}>
        {challenges.map((item) => (
          <Item
            key={item.id}
            to={`/strategies/${item.strategyId}/challenges/${item.id}`}
            title={shorten(item.question)}
            detail={`Answer by ${formatDate(item.dueOn)}`}
          />
        ))}
      </Group>
    </>
  )
}

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly size: number
  readonly children: ReactNode
}

function Group({ id, title, size, children }: GroupProps) {
  if (size === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface ItemProps {
  readonly to: string
  readonly title: string
  readonly detail: string
}

function Item({ to, title, detail }: ItemProps) {
  return (
    <li>
      <Link to={to}>{title}</Link>
      <span className="waiting-list-detail">{detail}</span>
    </li>
  )
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120).trimEnd()}…` : text
}
