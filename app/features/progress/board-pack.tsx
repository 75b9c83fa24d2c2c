import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import type { ChartSeries } from '../../domain/metrics/chart-series'
import { GAP_WORDS } from '../../domain/progress/assess-progress'
import type {
  Overview,
  OverviewMetric,
  OverviewObjective,
} from '../../domain/progress/build-overview'
import { LINK_STATE_WORDS } from '../../domain/progress/judge-link'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { PrintButton } from '../../ui/print-button'
import './board-pack.css'

interface BoardPackProps {
  readonly overview: Overview
  readonly charts: Readonly<Record<string, ChartSeries>>
  /** YYYY-MM-DD */
  readonly today: string
  readonly strategyPath: string
  /** Draws one metric's chart; given by the route, because charts belong to the metrics feature. */
  readonly renderChart: (series: ChartSeries, name: string) => ReactNode
}

/** For a board: each priority with its objectives, and small charts of what each is measured by, all of one size. */
export function BoardPack({ overview, today, ...drawn }: BoardPackProps) {
  const { priorities, unplaced } = overview
  const isEmpty = priorities.length === 0 && unplaced.length === 0
  return (
    <div className="board-pack">
      <PageHeading
        title="Board pack"
        lead={`As of ${formatDate(today)}. ${overview.sentence}`}
        action={<PrintButton label="Print the pack" />}
      />
      <p className="board-pack-how">
        No red, amber or green: each metric says how it stands to its target, and whether its last
        value is more than chance. A priority counts its objectives; nothing is weighted.
      </p>
      {isEmpty ? (
        <EmptyState title="No priorities yet">
          Priorities and objectives that are written in the text appear here by themselves.
        </EmptyState>
      ) : null}
      {priorities.map(({ id, label, title, sentence, objectives }) => (
        <section key={id} className="board-pack-priority" aria-labelledby={`pack-${id}`}>
          <h2 id={`pack-${id}`}>
            <span className="board-pack-kind">{label}</span> {title || 'Without a title yet'}
          </h2>
          <p>{sentence}</p>
          <Objectives objectives={objectives} {...drawn} />
        </section>
      ))}
      {unplaced.length > 0 ? (
        <section className="board-pack-priority" aria-labelledby="pack-unplaced">
          <h2 id="pack-unplaced">Objectives under no priority</h2>
          <Objectives objectives={unplaced} {...drawn} />
        </section>
      ) : null}
    </div>
  )
}

type Drawn = Pick<BoardPackProps, 'charts' | 'strategyPath' | 'renderChart'>

function Objectives({
  objectives,
  ...drawn
}: Drawn & { readonly objectives: readonly OverviewObjective[] }) {
  if (objectives.length === 0) return <p>No objectives yet.</p>
  return (
    <div className="board-pack-objectives">
      {objectives.map((objective) => (
        <Objective key={objective.id} objective={objective} {...drawn} />
      ))}
    </div>
  )
}

function Objective({ objective, ...drawn }: Drawn & { readonly objective: OverviewObjective }) {
  // Several charts of one objective stand side by side, so it takes the whole row.
  const width = objective.metrics.length > 1 ? ' board-pack-wide' : ''
  return (
    <article className={`board-pack-objective${width}`} aria-labelledby={`pack-${objective.id}`}>
      <h3 id={`pack-${objective.id}`}>
        <span className="board-pack-kind">{objective.label}</span>{' '}
        {objective.title || 'Without a title yet'}
      </h3>
      <p className="board-pack-facts">{describeObjective(objective)}</p>
      <div className="board-pack-multiples">
        {objective.metrics.map((metric) => (
          <Multiple key={metric.linkId} metric={metric} {...drawn} />
        ))}
      </div>
    </article>
  )
}

function describeObjective({ lead, targetDate, progress }: OverviewObjective): string {
  const parts = [
    lead ? `${lead.label} leads` : 'No lead yet',
    targetDate === null ? 'no target date' : `due ${formatDate(targetDate)}`,
    ...progress.gaps
      .filter((gap) => gap !== 'lead' && gap !== 'date')
      .map((gap) => `still needed: ${GAP_WORDS[gap]}`),
  ]
  return `${parts.join('; ')}.`
}

function Multiple({
  metric,
  charts,
  strategyPath,
  renderChart,
}: Drawn & { metric: OverviewMetric }) {
  const series = charts[metric.linkId]
  const { title, latest, period, target, state, sentence } = metric
  return (
    <div className="board-pack-multiple">
      <h4>
        <Link to={`${strategyPath}/metrics/${metric.metricId}`}>{title}</Link>
      </h4>
      <p>
        <b>{latest || 'No value yet'}</b> {period}.{' '}
        {state === 'no_target' ? 'No target yet.' : `Target ${target}.`}
      </p>
      {series ? renderChart(series, `${title}. ${sentence}`) : null}
      <p>{sentence}</p>
      {state === 'no_target' ? null : <p>{LINK_STATE_WORDS[state]}.</p>}
    </div>
  )
}
