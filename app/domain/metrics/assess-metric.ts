import { type XmrPoint, analyseSeries } from '../spc/analyse-series'
import {
  type Applicability,
  POINTS_FOR_LIMITS,
  hasControlChart,
  judgeApplicability,
} from '../spc/applicability'
import {
  type AssuranceIcon,
  type VariationIcon,
  chooseAssuranceIcon,
  chooseVariationIcon,
} from '../spc/icons'
import { countOf } from '../numbers/format-number'
import type { SpcSettings } from '../spc/settings'
import { describeMetric } from './describe-metric'
import { type Metric, directionOf, spacingOf } from './metric'
import { type Observation, keepCurrent } from './observation'
import type { MetricTarget } from './target'

/** Everything a page or an export says about how a metric is doing. */
export interface MetricAssessment {
  readonly applicability: Applicability
  /** Empty when a control chart does not apply. */
  readonly points: readonly XmrPoint[]
  /** Null unless the limits are real ones: no icon on trial limits (domain model 4.6). */
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
  readonly latest: Observation | null
  readonly target: MetricTarget | null
  readonly sentence: string
}

type MetricShape = Pick<
  Metric,
  'frequency' | 'yearType' | 'polarity' | 'unit' | 'decimals' | 'chart'
>

/** Judges a metric by its observations, superseded ones included or not (rules ME1, ME7, ME11–ME16). */
export function assessMetric(
  metric: MetricShape,
  rows: readonly Observation[],
  target: MetricTarget | null,
): MetricAssessment {
  const current = keepCurrent(rows)
  const settings = settingsFor(metric)
  const points = analyseSeries(toSeries(current), settings)
  const applicability = judgeChart(metric, points)
  const isSettled = applicability.kind === 'control_chart'
  const options = { direction: settings.direction, target: target?.value ?? null }
  const shown = hasControlChart(applicability) ? points : []
  const variation = isSettled ? chooseVariationIcon(points) : null
  return {
    applicability,
    points: shown,
    variation,
    assurance: isSettled ? chooseAssuranceIcon(points, options) : null,
    latest: current.at(-1) ?? null,
    target,
    sentence: describeMetric({
      metric,
      current,
      target,
      points: isSettled ? points : null,
      applicability,
    }),
  }
}

/**
 * The points since the limits last began anew decide; with too few of them the chart still shows what was before, and
 * judges nothing by its new limits (rules SC18, SC19, ME38).
 */
function judgeChart(metric: MetricShape, points: readonly XmrPoint[]): Applicability {
  const group = points.at(-1)?.group ?? 0
  const count = points.filter((point) => point.group === group).length
  const judged = judgeApplicability({ spacing: spacingOf(metric.frequency), points: count })
  if (judged.kind !== 'too_few_points' || count === points.length) return judged
  return {
    kind: 'trial_limits',
    sentence: `Trial limits: they began anew ${countOf(count, 'point')} ago and move with each new one until there are ${POINTS_FOR_LIMITS}.`,
  }
}

/** The settings a chart of this metric uses: what was chosen for it, and its polarity. */
export function settingsFor({ polarity, chart }: Pick<Metric, 'polarity' | 'chart'>): SpcSettings {
  return {
    direction: directionOf(polarity),
    fixAfter: chart.fixAfter,
    rebaseAt: chart.rebases.map(({ start }) => start),
    screenOutliers: chart.screenOutliers,
    trendLength: chart.runLength,
    shiftLength: chart.runLength,
  }
}

/** A suppressed value is no point: its neighbours follow each other (rule ME7). */
function toSeries(current: readonly Observation[]) {
  return current.flatMap(({ period, value, suppressed }) =>
    value === null || suppressed ? [] : [{ start: period.start, value }],
  )
}
