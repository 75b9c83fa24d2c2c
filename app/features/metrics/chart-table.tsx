import type { ChartPoint, ChartSeries } from '../../domain/metrics/chart-series'
import { formatNumber } from '../../domain/numbers/format-number'
import { DataTable } from '../../ui/data-table'
import { POINT_LOOKS } from './charts/point-shape'

/** The chart's figures as a table: the same facts as the picture, newest first. */
export function ChartTable({ chart }: { readonly chart: ChartSeries }) {
  const hasLimits = chart.kind === 'control_chart'
  const hasIntervals = chart.points.some((point) => point.lower95 !== null)
  const hasCourse = chart.points.some((point) => point.planned !== null)
  return (
    <DataTable caption={chart.title} captionHidden>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="number">
            Value ({chart.unit})
          </th>
          {hasIntervals ? (
            <th scope="col" className="number">
              95% interval
            </th>
          ) : null}
          {hasLimits ? (
            <>
              <th scope="col" className="number">
                Mean
              </th>
              <th scope="col" className="number">
                Limits
              </th>
              <th scope="col">What the chart says</th>
            </>
          ) : null}
          {hasCourse ? (
            <th scope="col" className="number">
              Course to the target
            </th>
          ) : null}
          {chart.target === null ? null : (
            <th scope="col" className="number">
              Target
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {[...chart.points].reverse().map((point) => (
          <tr key={point.start}>
            <th scope="row" className="observation-table-period">
              {point.label}
              {point.isWorkedOut ? <span className="chart-table-note">worked out</span> : null}
            </th>
            <td className="number">
              {point.value === null ? 'c (suppressed)' : formatNumber(point.value, chart.decimals)}
            </td>
            {hasIntervals ? <td className="number">{describeInterval(point, chart)}</td> : null}
            {hasLimits ? <ControlCells point={point} chart={chart} /> : null}
            {hasCourse ? <td className="number">{showNumber(point.planned, chart)}</td> : null}
            {chart.target === null ? null : (
              <td className="number">{formatNumber(chart.target, chart.decimals)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function showNumber(value: number | null, { decimals }: Pick<ChartSeries, 'decimals'>): string {
  return value === null ? '' : formatNumber(value, decimals)
}

function ControlCells({
  point,
  chart,
}: {
  readonly point: ChartPoint
  readonly chart: ChartSeries
}) {
  const { control, type, explanation } = point
  const show = (value: number) => formatNumber(value, chart.decimals)
  const limits = control?.limits
  return (
    <>
      <td className="number">{control ? show(control.mean) : ''}</td>
      <td className="number">{limits ? `${show(limits.lower)} to ${show(limits.upper)}` : ''}</td>
      <td>
        {control && !chart.isTrial
          ? `${type === 'common_cause' ? '' : `${POINT_LOOKS[type].words}. `}${explanation}`
          : 'Not judged'}
      </td>
    </>
  )
}

export function describeInterval(
  { lower95, upper95 }: { readonly lower95: number | null; readonly upper95: number | null },
  { decimals }: { readonly decimals: number },
): string {
  if (lower95 === null || upper95 === null) return ''
  return `${formatNumber(lower95, decimals)} to ${formatNumber(upper95, decimals)}`
}
