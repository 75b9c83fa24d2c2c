import type { ReactNode } from 'react'
import type { SlopeAt } from '../../domain/comparison/compare-groups'
import {
  RATIO_DECIMALS,
  describeDifference,
  describeRatio,
  formatDifference,
} from '../../domain/comparison/describe-gap'
import { hasRatio } from '../../domain/comparison/measure-spread'
import type { SlopeIndex } from '../../domain/comparison/slope-index'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber } from '../../domain/numbers/format-number'
import { ChartFrame } from '../../ui/chart-frame'
import { DataTable } from '../../ui/data-table'
import { GapCharts, type GapPoint } from './gap-chart'
import { describeCourse } from './gap-section'
import type { Shown } from './groups-page'

interface SlopeSectionProps {
  readonly metric: Metric
  readonly shown: Shown
}

/** The slope and relative index of inequality, or the sentence that says why there is none. */
export function SlopeSection({ metric, shown }: SlopeSectionProps) {
  const { set, slopes, period } = shown
  if (set.deprivation === null) return null
  const now = slopes.find(({ start }) => start === period.start)
  return (
    <section aria-labelledby="slope">
      <h2 id="slope">Slope index of inequality</h2>
      <p className="groups-page-prose">
        The gap above uses only the two end groups. The slope index uses all {set.deprivation}: it
        draws a straight line from the most to the least deprived person, each group weighing as
        much as it has people, and compares the two ends of that line.
      </p>
      {now ? <SlopeNow metric={metric} now={now} /> : null}
      {slopes.some(({ slope }) => slope.ok) ? (
        <SlopeCourse metric={metric} slopes={slopes} />
      ) : null}
    </section>
  )
}

function SlopeNow({ metric, now }: { readonly metric: Metric; readonly now: SlopeAt }) {
  const { slope, label } = now
  if (slope.ok) return <SlopeSums metric={metric} slope={slope.value} label={label} />
  return (
    <p>
      No slope index for {label}: {slope.refusal.message}
    </p>
  )
}

interface SlopeSumsProps {
  readonly metric: Metric
  readonly slope: SlopeIndex
  readonly label: string
}

function SlopeSums({ metric, slope, label }: SlopeSumsProps) {
  const least = { name: 'Least deprived end', value: slope.leastDeprived }
  const most = { name: 'Most deprived end', value: slope.mostDeprived }
  return (
    <dl className="groups-page-sums">
      <dt>Slope index, {label}</dt>
      <dd>{describeDifference(least, most, metric)}</dd>
      {hasRatio(metric.valueType) ? (
        <>
          <dt>Relative index, {label}</dt>
          <dd>
            {slope.relative === null
              ? 'An end of the line is not above zero, so there is no relative index.'
              : describeRatio(least, most, metric)}
          </dd>
        </>
      ) : null}
    </dl>
  )
}

interface SlopeCourseProps {
  readonly metric: Metric
  readonly slopes: readonly SlopeAt[]
}

function SlopeCourse({ metric, slopes }: SlopeCourseProps) {
  return (
    <div className="groups-page-pair">
      <IndexChart
        title={`${metric.plainTitle}: slope index of inequality`}
        points={listPoints(slopes, ({ slope }) => slope)}
        none={0}
        decimals={metric.decimals}
        format={(value) => formatDifference(value, metric)}
        table={<SlopeTable metric={metric} slopes={slopes} />}
        source="Least deprived end minus most deprived end, so below zero where the most deprived have the higher value. No interval is worked out for it here."
      />
      {hasRatio(metric.valueType) ? (
        <IndexChart
          title={`${metric.plainTitle}: relative index of inequality`}
          points={listPoints(slopes, ({ relative }) => relative)}
          none={1}
          decimals={RATIO_DECIMALS}
          format={(value) => formatNumber(value, RATIO_DECIMALS)}
          table={<SlopeTable metric={metric} slopes={slopes} />}
          source="Least deprived end divided by most deprived end, so below 1 where the most deprived have the higher value. No interval is worked out for it here."
        />
      ) : null}
    </div>
  )
}

function listPoints(
  slopes: readonly SlopeAt[],
  read: (index: SlopeIndex) => number | null,
): GapPoint[] {
  return slopes.map(({ start, label, slope }) => ({
    start,
    label,
    value: slope.ok ? read(slope.value) : null,
    lower: null,
    upper: null,
  }))
}

interface IndexChartProps {
  readonly title: string
  readonly points: readonly GapPoint[]
  readonly none: number
  readonly decimals: number
  readonly format: (value: number) => string
  readonly table: ReactNode
  readonly source: string
}

function IndexChart({ title, points, none, decimals, format, table, source }: IndexChartProps) {
  const sentence = describeCourse(points, format)
  const name = `${title}. ${sentence}`
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      chart={<GapCharts points={points} none={none} decimals={decimals} name={name} />}
      table={table}
      source={source}
    />
  )
}

function SlopeTable({ metric, slopes }: SlopeCourseProps) {
  const show = (value: number) => formatNumber(value, metric.decimals)
  return (
    <DataTable caption="Slope index by period" captionHidden>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="number">
            Most deprived end ({metric.unit})
          </th>
          <th scope="col" className="number">
            Least deprived end ({metric.unit})
          </th>
          <th scope="col" className="number">
            Slope index
          </th>
          <th scope="col" className="number">
            Relative index
          </th>
        </tr>
      </thead>
      <tbody>
        {slopes.map(({ start, label, slope }) => (
          <tr key={start}>
            <th scope="row">{label}</th>
            {slope.ok ? (
              <>
                <td className="number">{show(slope.value.mostDeprived)}</td>
                <td className="number">{show(slope.value.leastDeprived)}</td>
                <td className="number">{show(slope.value.slope)}</td>
                <td className="number">{showRelative(slope.value, metric)}</td>
              </>
            ) : (
              <td colSpan={4}>{slope.refusal.message}</td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function showRelative({ relative }: SlopeIndex, { valueType }: Metric): string {
  return relative === null || !hasRatio(valueType) ? '–' : formatNumber(relative, RATIO_DECIMALS)
}
