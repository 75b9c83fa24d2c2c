import { type AreaReading, valueOf } from '../../domain/comparison/area-reading'
import { formatDifference, inside } from '../../domain/comparison/describe-gap'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber } from '../../domain/numbers/format-number'
import { ChartFrame } from '../../ui/chart-frame'
import { DataTable } from '../../ui/data-table'
import { Notice } from '../../ui/notice'
import { describeInterval, formatReading } from './format-reading'
import { GroupBars } from './group-bars'
import type { Shown } from './groups-page'

interface GroupValuesProps {
  readonly metric: Metric
  readonly shown: Shown
}

/** The value of each group in the period, as bars and as a table. */
export function GroupValues({ metric, shown }: GroupValuesProps) {
  const { set, period, readings, ends, everybody } = shown
  const sentence = describeFinding(metric, shown)
  const name = `${metric.plainTitle}, ${set.name.toLowerCase()}, ${period.label}. ${sentence}`
  const drawn = { readings, ends, everybody, metric, name }
  return (
    <ChartFrame
      title={`${metric.plainTitle}: ${set.name.toLowerCase()}, ${period.label}`}
      sentence={sentence}
      chart={
        <>
          <div className="groups-page-wide">
            <GroupBars {...drawn} isNarrow={false} />
          </div>
          <div className="groups-page-narrow">
            <GroupBars {...drawn} isNarrow />
          </div>
          <Remarks metric={metric} shown={shown} />
        </>
      }
      table={<GroupTable metric={metric} shown={shown} />}
      source={describeSource(metric)}
    />
  )
}

function describeSource({ source }: Metric): string {
  return `${source ? `Source: ${source}. ` : ''}Thin lines are 95% confidence intervals.`
}

function describeFinding(metric: Metric, { ends, gaps, period }: Shown): string {
  const at = gaps.find(({ start }) => start === period.start)
  if (!ends) return 'Only one group has values, so there is no gap.'
  if (!at) return 'Neither of the two groups compared has a value in this period.'
  if (!at.gap.ok) return at.gap.refusal.message
  const { absolute, standing } = at.gap.value
  if (absolute === 0)
    return `${ends.first.name} and ${inside(ends.second.name)} have the same value.`
  const more = absolute > 0 ? 'more' : 'less'
  const side = standing === 'better' || standing === 'worse' ? `, which is ${standing}` : ''
  return `${ends.first.name} has ${formatDifference(Math.abs(absolute), metric)} ${more} than ${inside(ends.second.name)}${side}.`
}

function Remarks({ metric, shown: { set, readings, warnings, ends } }: GroupValuesProps) {
  const absent = readings.map(({ reading }) => valueOf(reading))
  return (
    <>
      {ends ? (
        <p className="groups-page-remark">
          Dark bars: the two groups the gap is between, {ends.first.name} and{' '}
          {inside(ends.second.name)}.{set.isOrdered ? '' : nameOrder(metric)}
        </p>
      ) : null}
      {absent.includes('suppressed') ? (
        <p className="groups-page-remark">
          c: suppressed, because too few people are behind the value to publish it. It is not zero.
        </p>
      ) : null}
      {warnings.length > 0 ? (
        <Notice tone="warning" title="Small numbers">
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}

function nameOrder({ polarity }: Metric): string {
  return polarity === 'neutral'
    ? ' The highest value stands first.'
    : ' The best value stands first.'
}

function GroupTable({ metric, shown }: GroupValuesProps) {
  const everybody: AreaReading = {
    area: { id: '', name: 'Everybody', level: 'group' },
    reading: shown.everybody,
  }
  return (
    <DataTable caption={`Values by ${shown.set.name.toLowerCase()}`} captionHidden>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col" className="number">
            Value ({metric.unit})
          </th>
          <th scope="col" className="number">
            95% interval
          </th>
          <th scope="col" className="number">
            Numerator
          </th>
          <th scope="col" className="number">
            Denominator
          </th>
        </tr>
      </thead>
      <tbody>
        {[...shown.readings, everybody].map(({ area, reading }) => (
          <tr key={area.id}>
            <th scope="row">{area.name}</th>
            <td className="number">{formatReading(reading, metric.decimals)}</td>
            <td className="number">{describeInterval(reading, metric.decimals)}</td>
            <td className="number">{formatCount(reading?.numerator)}</td>
            <td className="number">{formatCount(reading?.denominator)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '–' : formatNumber(count, 0)
}
