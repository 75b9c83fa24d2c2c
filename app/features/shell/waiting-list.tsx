import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import './waiting-list.css'

export interface WaitingItems {
  readonly signOffs: readonly {
    readonly strategyId: string
    readonly strategyTitle: string
    readonly editionNumber: number
    readonly bodyId: string
    readonly bodyName: string
    readonly verb: string
  }[]
  readonly objectives: readonly {
    readonly strategyId: string
    readonly blockId: string
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
}

/** What asks for this person, the most pressing first. Empty groups are left out. */
export function WaitingList({ waiting, strategyId }: WaitingListProps) {
  const { signOffs, objectives, metrics } = waiting
  return (
    <div className="waiting-list">
      <Group id="waiting-sign-offs" title="Sign-offs to record" size={signOffs.length}>
        {signOffs.map((item) => (
          <Item
            key={item.strategyId + item.bodyId}
            to={`/strategies/${item.strategyId}/agreement`}
            title={`${capitalise(item.verb)} edition ${item.editionNumber} for ${item.bodyName}`}
            detail={item.strategyTitle}
          />
        ))}
      </Group>
      <Group id="waiting-objectives" title="Objectives you lead" size={objectives.length}>
        {objectives.map((item) => (
          <Item
            key={item.strategyId + item.blockId}
            to={`/strategies/${item.strategyId}#block-${item.blockId}`}
            title={item.title || 'Objective without a title'}
            detail={item.targetDate ? `Due ${formatDate(item.targetDate)}` : 'No target date yet'}
          />
        ))}
      </Group>
      <Group id="waiting-metrics" title="Metrics you lead" size={metrics.length}>
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
