import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import type { Spark } from '../../domain/metrics/draw-spark'
import { GAP_WORDS } from '../../domain/progress/assess-progress'
import { LINK_STATE_WORDS } from '../../domain/progress/judge-link'
import type { OverviewMetric, OverviewObjective } from '../../domain/progress/build-overview'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import { sayStanding } from '../../domain/targets/roll-up-targets'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { Icon } from '../../ui/icon'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import './objective-table.css'

interface ObjectiveTableProps {
  readonly caption: string
  readonly objectives: readonly OverviewObjective[]
  readonly strategyPath: string
  readonly renderChart: (spark: Spark) => ReactNode
}

type RowProps = Pick<ObjectiveTableProps, 'strategyPath' | 'renderChart'> & {
  readonly objective: OverviewObjective
}

const HEADS = ['Objective', 'Metrics', 'Lead', 'Still needed'].map((words) => ({ words }))

/** Objectives side by side: what they link to, how their metrics stand, who leads, what is missing. */
export function ObjectiveTable({ caption, objectives, ...rest }: ObjectiveTableProps) {
  return (
    <StackingTable caption={caption} heads={HEADS}>
      {objectives.map((objective) => (
        <ObjectiveRow key={objective.id} objective={objective} {...rest} />
      ))}
    </StackingTable>
  )
}

function ObjectiveRow({ objective, strategyPath, renderChart }: RowProps) {
  const { lead, metrics } = objective
  return (
    <StackingRow
      name={<ObjectiveName objective={objective} strategyPath={strategyPath} />}
      nameClass="objective-table-name"
    >
      <StackingCell className="objective-table-metrics">
        {metrics.length === 0 ? <p>No metric yet</p> : null}
        {metrics.map((metric) => (
          <MetricItem key={metric.linkId} {...{ metric, strategyPath, renderChart }} />
        ))}
      </StackingCell>
      <StackingCell label="Lead">
        {lead?.label ?? 'No lead yet'}
        {lead?.detail ? <span className="objective-table-detail">{lead.detail}</span> : null}
      </StackingCell>
      <StackingCell label="Still needed" className="objective-table-needed">
        <Needed objective={objective} />
      </StackingCell>
    </StackingRow>
  )
}

function ObjectiveName({ objective, strategyPath }: Pick<RowProps, 'objective' | 'strategyPath'>) {
  return (
    <>
      <span className="overview-kind">{objective.label}</span>
      <Link to={`${strategyPath}/${pathToBlock(objective)}`}>
        {objective.title || 'Without a title yet'}
      </Link>
      <span className="objective-table-state">
        This objective {sayStanding(objective.progress.state)}.
      </span>
      <span className="objective-table-detail">{describeReach(objective)}</span>
      <HwbLinks objective={objective} />
    </>
  )
}

function describeReach({ level, targetDate }: OverviewObjective): string {
  const reach = level === null ? 'No level yet' : `${LEVEL_LABELS[level]} level`
  return targetDate === null ? reach : `${reach} · by ${formatDate(targetDate)}`
}

function HwbLinks({ objective }: { readonly objective: OverviewObjective }) {
  if (objective.hwbPriorities.length === 0) return null
  return (
    <span className="objective-table-links">
      <span className="objective-table-detail">Carries forward</span>
      <ul>
        {objective.hwbPriorities.map(({ id, label, detail }) => (
          <li key={id}>
            {label}
            {detail ? <span className="objective-table-source"> · {detail}</span> : null}
          </li>
        ))}
      </ul>
    </span>
  )
}

interface MetricItemProps extends Pick<RowProps, 'strategyPath' | 'renderChart'> {
  readonly metric: OverviewMetric
}

function MetricItem({ metric, strategyPath, renderChart }: MetricItemProps) {
  const { title, latest, period, target, sentence, spark } = metric
  if (!metric.known) return <p>{title}</p>
  return (
    <div className="objective-metric">
      <div className="objective-metric-words">
        <Link to={`${strategyPath}/metrics/${metric.metricId}`} prefetch="intent">
          {title}
        </Link>
        <p>
          <b>{latest || 'No value yet'}</b> {period}
        </p>
        <p>{target === 'No target yet' ? target : `Target ${target}`}</p>
        {metric.state === 'no_target' ? null : <p>{LINK_STATE_WORDS[metric.state]}</p>}
      </div>
      {spark ? <div className="objective-metric-chart">{renderChart(spark)}</div> : null}
      <p className="objective-metric-sentence">{sentence}</p>
    </div>
  )
}

function Needed({ objective }: { readonly objective: OverviewObjective }) {
  const { gaps, smart, isOverdue } = objective.progress
  return (
    <>
      <p className="objective-table-smart">
        {gaps.length === 0 ? 'Nothing: ' : ''}
        {smart.met} of {smart.of} parts
      </p>
      {gaps.length > 0 ? (
        <ul className="objective-table-gaps">
          {gaps.map((gap) => (
            <li key={gap}>
              <Icon name="warning" size={16} />
              {GAP_WORDS[gap].replace(/^no /, 'No ').replace(/^a /, 'A ')}
            </li>
          ))}
        </ul>
      ) : null}
      {isOverdue ? <p>The target date has passed.</p> : null}
    </>
  )
}
