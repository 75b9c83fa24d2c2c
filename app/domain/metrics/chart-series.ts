import { WORKED_OUT } from '../areas/join-series'
import type { XmrPoint } from '../spc/analyse-series'
import { explainCause } from '../spc/explain'
import type { PointType } from '../spc/special-cause'
import { type MetricAssessment, settingsFor } from './assess-metric'
import { type Rebase, describeMethod } from './chart-choice'
import { valueOnCourse } from '../targets/trajectory'
import type { Metric } from './metric'
import { type Observation, keepCurrent } from './observation'
import type { MetricTarget } from './target'

/** One period of a metric as a chart or its table shows it. Numbers are in the metric's unit. */
export interface ChartPoint {
  readonly start: string
  readonly label: string
  /** Null when suppressed. */
  readonly value: number | null
  readonly lower95: number | null
  readonly upper95: number | null
  readonly type: PointType
  /** What the control chart says about the point; empty without one. */
  readonly explanation: string
  readonly control: ChartControl | null
  /** Nobody gave it: it is of the areas that became this one. */
  readonly isWorkedOut: boolean
  /** What the course to the target has at the period's end; null before it begins, and without one. */
  readonly planned: number | null
}

export interface ChartControl {
  readonly group: number
  readonly mean: number
  readonly limits: { readonly lower: number; readonly upper: number } | null
}

/** Everything a chart draws and its table says. */
export interface ChartSeries {
  readonly kind: 'control_chart' | 'run_chart'
  readonly title: string
  readonly unit: string
  readonly decimals: number
  /** Oldest first. */
  readonly points: readonly ChartPoint[]
  readonly target: number | null
  /** The limits move with each new point, so nothing is judged by them. */
  readonly isTrial: boolean
  /** Where the limits begin anew, and why. */
  readonly rebases: readonly Rebase[]
  /** How the limits were made. */
  readonly method: string
}

/** The chart of a metric: every current period in order, suppressed ones too, with what was judged of each. */
export function buildChartSeries(
  metric: Pick<Metric, 'plainTitle' | 'unit' | 'decimals' | 'polarity' | 'chart'>,
  rows: readonly Observation[],
  assessment: Pick<MetricAssessment, 'points' | 'target' | 'applicability'>,
): ChartSeries {
  const isTrial = assessment.applicability.kind === 'trial_limits'
  const judged = new Map(assessment.points.map((point) => [point.start, point]))
  const points = keepCurrent(rows).map((row) => {
    const planned = plannedAt(assessment.target, row.period.end)
    const point = { ...toChartPoint(row, judged.get(row.period.start), metric), planned }
    return isTrial ? { ...point, type: 'common_cause' as const, explanation: '' } : point
  })
  return {
    kind: judged.size > 0 ? 'control_chart' : 'run_chart',
    title: metric.plainTitle,
    unit: metric.unit,
    decimals: metric.decimals,
    points,
    target: assessment.target?.value ?? null,
    isTrial,
    rebases: metric.chart.rebases,
    method: describeMethod(metric.chart),
  }
}

function toChartPoint(
  row: Observation,
  judged: XmrPoint | undefined,
  metric: Pick<Metric, 'polarity' | 'chart'>,
): Omit<ChartPoint, 'planned'> {
  return {
    start: row.period.start,
    label: row.period.label,
    value: row.suppressed ? null : row.value,
    isWorkedOut: row.origin === WORKED_OUT,
    lower95: row.lower95,
    upper95: row.upper95,
    type: judged?.type ?? 'common_cause',
    explanation: judged ? explainCause(judged.cause, settingsFor(metric)) : '',
    control: judged ? toControl(judged) : null,
  }
}

function plannedAt(target: MetricTarget | null, on: string): number | null {
  const [first] = target?.course ?? []
  return first && first.on <= on ? valueOnCourse(target?.course ?? [], on) : null
}

function toControl({ group, mean, limits }: XmrPoint): ChartControl {
  return { group, mean, limits: limits && { lower: limits.lower, upper: limits.upper } }
}
