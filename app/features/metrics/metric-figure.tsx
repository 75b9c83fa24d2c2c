import type { MetricAssessment } from '../../domain/metrics/assess-metric'
import type { ChartSeries } from '../../domain/metrics/chart-series'
import type { Metric } from '../../domain/metrics/metric'
import { type StandOut, listStandOuts } from '../../domain/metrics/stand-outs'
import { ChartFrame } from '../../ui/chart-frame'
import { ChartTable } from './chart-table'
import { NARROW, WIDE } from './charts/lay-out-chart'
import { COURSE_LOOK, MetricChart } from './charts/metric-chart'
import { POINT_LOOKS, PointShape } from './charts/point-shape'
import './metric-figure.css'

interface MetricFigureProps {
  readonly metric: Metric
  readonly chart: ChartSeries
  readonly assessment: Pick<MetricAssessment, 'applicability' | 'sentence'>
  /** Of values from before the area was; empty without any. */
  readonly before: string
}

/** The chart in two shapes, of which a screen shows the one that fits; its key; and what stands out in it. */
export function MetricFigure({ metric, chart, assessment, before }: MetricFigureProps) {
  const { applicability, sentence } = assessment
  const isControlChart = chart.kind === 'control_chart'
  const words = isControlChart
    ? 'Control chart: values between the limits vary as expected by chance alone.'
    : 'Run chart: the values in order, without limits.'
  const intervals = chart.points.some((point) => point.lower95 !== null)
  const name = `${metric.plainTitle}. ${sentence}`
  return (
    <ChartFrame
      title={metric.title}
      sentence={
        <>
          {words} {intervals ? 'The bars are 95% confidence intervals.' : null}{' '}
          {applicability.sentence} {before}
        </>
      }
      chart={
        <>
          <div className="metric-figure-wide">
            <MetricChart series={chart} name={name} size={WIDE} />
          </div>
          <div className="metric-figure-narrow">
            <MetricChart series={chart} name={name} size={NARROW} />
          </div>
          <ChartKey chart={chart} />
          {isControlChart ? <Rebases chart={chart} /> : null}
          {isControlChart ? <StandOuts chart={chart} /> : null}
        </>
      }
      table={<ChartTable chart={chart} />}
      source={describeSource(metric, isControlChart ? chart.method : '')}
    />
  )
}

function describeSource({ source }: Metric, method: string): string {
  return `${source ? `Source: ${source}.` : ''} ${method}`.trim()
}

/** Why the limits move: without that a reader would take a new beginning for a better service. */
function Rebases({ chart }: { readonly chart: ChartSeries }) {
  if (chart.rebases.length === 0) return null
  return (
    <ul className="metric-figure-rebases">
      {chart.rebases.map(({ start, label, reason }) => (
        <li key={start}>
          The limits begin anew at <b>{label}</b>: {reason}
        </li>
      ))}
    </ul>
  )
}

/** What the shapes mean: only those in the chart, and none when there is only one. */
function ChartKey({ chart }: { readonly chart: ChartSeries }) {
  const looks = new Map(
    chart.points
      .filter((point) => point.value !== null)
      .map((point) => [POINT_LOOKS[point.type].words, point.type]),
  )
  const isSuppressed = chart.points.some((point) => point.value === null)
  const shapes = looks.size > 1 ? [...looks] : []
  const hasCourse = chart.points.filter((point) => point.planned !== null).length > 1
  const hasEarlier = chart.points.some((point) => point.isWorkedOut)
  if (![shapes.length > 0, isSuppressed, hasCourse, hasEarlier].some(Boolean)) return null
  return (
    <ul className="metric-figure-key" aria-label="Key">
      {shapes.map(([words, type]) => (
        <li key={words}>
          <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
            <PointShape type={type} x={9} y={9} />
          </svg>
          {words}
        </li>
      ))}
      {hasCourse ? (
        <li>
          <svg width={28} height={18} viewBox="0 0 28 18" aria-hidden="true">
            <path d="M0 9H28" {...COURSE_LOOK} />
          </svg>
          Course to the target
        </li>
      ) : null}
      {hasEarlier ? (
        <li>
          <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
            <PointShape type="common_cause" x={9} y={9} isWorkedOut />
          </svg>
          Worked out from the areas before
        </li>
      ) : null}
      {isSuppressed ? (
        <li>
          <b aria-hidden="true">c</b> Suppressed: too few people to publish
        </li>
      ) : null}
    </ul>
  )
}

const SHOWN = 3

function StandOuts({ chart }: { readonly chart: ChartSeries }) {
  if (chart.isTrial) return null
  const found = listStandOuts(chart)
  if (found.length === 0)
    return (
      <p className="metric-figure-calm">
        Nothing stands out: every value is within what chance alone would do.
      </p>
    )
  const older = found.slice(SHOWN)
  return (
    <div className="metric-figure-found">
      <h3>What stands out</h3>
      <StandOutList found={found.slice(0, SHOWN)} />
      {older.length > 0 ? (
        <details>
          <summary>Earlier ({older.length})</summary>
          <StandOutList found={older} />
        </details>
      ) : null}
    </div>
  )
}

function StandOutList({ found }: { readonly found: readonly StandOut[] }) {
  return (
    <ul>
      {found.map(({ from, to, type, count, reasons }) => (
        <li key={from}>
          <b>{from === to ? from : `${from} to ${to}`}</b>, {POINT_LOOKS[type].verdict}
          {reasons.length === 1 ? `: ${reasons[0]?.explanation ?? ''}` : ':'}
          {reasons.length > 1 ? (
            <ul>
              {reasons.map((reason) => (
                <li key={reason.explanation}>
                  {reason.count} of {count} values. {reason.explanation}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
