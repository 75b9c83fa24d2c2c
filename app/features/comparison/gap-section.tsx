import type { Ends, EndsAt } from '../../domain/comparison/compare-groups'
import {
  RATIO_DECIMALS,
  describeDifference,
  describeRatio,
  formatDifference,
  inside,
} from '../../domain/comparison/describe-gap'
import type { Gap } from '../../domain/comparison/gap'
import { hasRatio } from '../../domain/comparison/measure-spread'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber } from '../../domain/numbers/format-number'
import { isPercent } from '../../domain/numbers/unit'
import { ChartFrame } from '../../ui/chart-frame'
import { DataTable } from '../../ui/data-table'
import { describeInterval, formatReading } from './format-reading'
import { GapCharts } from './gap-chart'
import type { Shown } from './groups-page'

interface GapSectionProps {
  readonly metric: Metric
  readonly shown: Shown
}

/** How far the two end groups are from each other, now and before: as a difference, and as so many times. */
export function GapSection({ metric, shown }: GapSectionProps) {
  const { ends, gaps, period } = shown
  if (!ends) return null
  const now = gaps.find(({ start }) => start === period.start)
  return (
    <section aria-labelledby="gap">
      <h2 id="gap">
        The gap between {inside(ends.first.name)} and {inside(ends.second.name)}
      </h2>
      <Arithmetic metric={metric} ends={ends} now={now} label={period.label} />
      <Caution shown={shown} />
      <div className="groups-page-pair">
        <AbsoluteGaps metric={metric} ends={ends} gaps={gaps} />
        {hasRatio(metric.valueType) ? (
          <RelativeGaps metric={metric} ends={ends} gaps={gaps} />
        ) : (
          <p>A score or an index is not so many times another, so there is no relative gap.</p>
        )}
      </div>
    </section>
  )
}

interface ArithmeticProps {
  readonly metric: Metric
  readonly ends: Ends
  readonly now: EndsAt | undefined
  readonly label: string
}

function Arithmetic({ metric, ends, now, label }: ArithmeticProps) {
  if (!now) return <p>Neither of the two groups has a value in {label}.</p>
  if (!now.gap.ok)
    return (
      <p>
        {label}: {now.gap.refusal.message}
      </p>
    )
  const first = { name: ends.first.name, value: now.first?.value ?? 0 }
  const second = { name: ends.second.name, value: now.second?.value ?? 0 }
  return (
    <dl className="groups-page-sums">
      <dt>Absolute gap, {label}</dt>
      <dd>
        {describeDifference(first, second, metric)} {describeChance(now.gap.value, metric)}
      </dd>
      {hasRatio(metric.valueType) ? (
        <>
          <dt>Relative gap, {label}</dt>
          <dd>
            {now.gap.value.relative === null
              ? `${second.name} is not above zero, so nothing is so many times it.`
              : describeRatio(first, second, metric)}
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function describeChance({ interval }: Gap, metric: Metric): string {
  if (!interval) return 'The values have no intervals, so it cannot be said what chance would do.'
  const { lower, upper } = interval
  const range = `95% interval ${formatNumber(lower, metric.decimals)} to ${formatDifference(upper, metric)}`
  return lower > 0 || upper < 0
    ? `${range}: chance alone is an unlikely reason.`
    : `${range}: no gap at all is within it, so chance alone could be the reason.`
}

/** Ends that were picked because they are ends are further apart than two groups named beforehand would be. */
function Caution({ shown: { set, readings } }: { readonly shown: Shown }) {
  if (set.deprivation !== null || readings.length < 3) return null
  return (
    <p className="groups-page-remark">
      These two were chosen because they have the highest and the lowest value in the period shown.
      Among {readings.length} groups chance alone puts some far apart.
    </p>
  )
}

type SeriesProps = Omit<ArithmeticProps, 'now' | 'label'> & { readonly gaps: readonly EndsAt[] }

function AbsoluteGaps({ metric, ends, gaps }: SeriesProps) {
  const points = gaps.map(({ start, label, gap }) => ({
    start,
    label,
    value: gap.ok ? gap.value.absolute : null,
    lower: gap.ok ? (gap.value.interval?.lower ?? null) : null,
    upper: gap.ok ? (gap.value.interval?.upper ?? null) : null,
  }))
  const sentence = describeCourse(points, (value) => formatDifference(value, metric))
  return (
    <ChartFrame
      title={`${metric.plainTitle}: absolute gap`}
      sentence={sentence}
      chart={
        <GapCharts
          points={points}
          none={0}
          decimals={metric.decimals}
          name={`${ends.first.name} minus ${inside(ends.second.name)}. ${sentence}`}
        />
      }
      table={
        <GapTable metric={metric} ends={ends} gaps={gaps}>
          {(at) => [
            [
              nameGap(metric),
              at.gap.ok ? formatNumber(at.gap.value.absolute, metric.decimals) : '–',
            ],
            [
              '95% interval',
              at.gap.ok ? describeInterval(boundsOf(at.gap.value), metric.decimals) : '–',
            ],
          ]}
        </GapTable>
      }
      source={`${ends.first.name} minus ${inside(ends.second.name)}. Bars are 95% intervals: look at them before calling a change real.`}
    />
  )
}

function nameGap({ unit }: Metric): string {
  return `Absolute gap (${isPercent(unit) ? 'percentage points' : unit})`
}

function boundsOf({ interval }: Gap) {
  return interval && { lower95: interval.lower, upper95: interval.upper }
}

function RelativeGaps({ metric, ends, gaps }: SeriesProps) {
  const points = gaps.map(({ start, label, gap }) => ({
    start,
    label,
    value: gap.ok ? gap.value.relative : null,
    lower: null,
    upper: null,
  }))
  const sentence = describeCourse(points, (value) => `${formatNumber(value, RATIO_DECIMALS)} times`)
  return (
    <ChartFrame
      title={`${metric.plainTitle}: relative gap`}
      sentence={sentence}
      chart={
        <GapCharts
          points={points}
          none={1}
          decimals={RATIO_DECIMALS}
          name={`${ends.first.name} divided by ${inside(ends.second.name)}. ${sentence}`}
        />
      }
      table={
        <GapTable metric={metric} ends={ends} gaps={gaps}>
          {({ gap }) => [
            [
              'Relative gap (times)',
              gap.ok && gap.value.relative !== null
                ? formatNumber(gap.value.relative, RATIO_DECIMALS)
                : '–',
            ],
          ]}
        </GapTable>
      }
      source={`${ends.first.name} divided by ${inside(ends.second.name)}. It may grow while the absolute gap shrinks, and the other way round.`}
    />
  )
}

interface DatedNumber {
  readonly label: string
  readonly value: number | null
}

/** From the first to the last gap there is, without a verdict on the change. */
export function describeCourse(
  points: readonly DatedNumber[],
  format: (value: number) => string,
): string {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'There is none in any period.'
  if (first === last) return `${format(last.value)} in ${last.label}, the only period there is.`
  return `${format(last.value)} in ${last.label}. In ${first.label} it was ${format(first.value)}.`
}

type Columns = readonly (readonly [head: string, figure: string])[]

interface GapTableProps extends SeriesProps {
  readonly children: (at: EndsAt) => Columns
}

function GapTable({ metric, ends, gaps, children: columnsOf }: GapTableProps) {
  const [first] = gaps
  return (
    <DataTable caption="The gap by period" captionHidden>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="number">{`${ends.first.name} (${metric.unit})`}</th>
          <th scope="col" className="number">{`${ends.second.name} (${metric.unit})`}</th>
          {first
            ? columnsOf(first).map(([head]) => (
                <th scope="col" className="number" key={head}>
                  {head}
                </th>
              ))
            : null}
        </tr>
      </thead>
      <tbody>
        {gaps.map((at) => (
          <tr key={at.start}>
            <th scope="row">{at.label}</th>
            <td className="number">{formatReading(at.first, metric.decimals)}</td>
            <td className="number">{formatReading(at.second, metric.decimals)}</td>
            {columnsOf(at).map(([head, figure]) => (
              <td className="number" key={head}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
