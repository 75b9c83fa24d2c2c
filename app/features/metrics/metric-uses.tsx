import { Link } from '@remix-run/react'
import { formatDate } from '../../domain/dates/format-date'
import type { Metric } from '../../domain/metrics/metric'
import { formatValue } from '../../domain/numbers/format-number'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import type { MetricLink } from '../../domain/strategy/strategy'

export interface MetricUseRow {
  readonly blockId: string
  readonly chapterId: string | null
  readonly label: string
  readonly title: string
  readonly link: MetricLink
}

interface MetricUsesProps {
  readonly uses: readonly MetricUseRow[]
  readonly metric: Metric
  readonly strategyPath: string
}

/** The objectives that are measured by this metric, with the target each sets. */
export function MetricUses({ uses, metric, strategyPath }: MetricUsesProps) {
  if (uses.length === 0)
    return (
      <p>
        No objective is measured by this metric yet. Link it from an objective’s card in the text.
      </p>
    )
  return (
    <ul>
      {uses.map(({ blockId, chapterId, label, title, link }) => (
        <li key={link.id}>
          <Link to={`${strategyPath}/${pathToBlock({ id: blockId, chapterId })}`}>
            {label}: {title}
          </Link>
          <br />
          {describeTarget(link, metric)}
        </li>
      ))}
    </ul>
  )
}

function describeTarget({ target, targetDate, baseline }: MetricLink, metric: Metric): string {
  const from = baseline === null ? '' : `, from ${formatValue({ value: baseline }, metric)}`
  if (target === null) return `No target yet${from && `${from}.`}`
  const by = targetDate === null ? '' : ` by ${formatDate(targetDate)}`
  return `Target ${formatValue({ value: target }, metric)}${by}${from}.`
}
