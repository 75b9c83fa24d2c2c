import { type XmrPoint, analyseSeries } from '../spc/analyse-series'
import { type Applicability, hasControlChart, judgeApplicability } from '../spc/applicability'
import {
  type AssuranceIcon,
  type VariationIcon,
  chooseAssuranceIcon,
  chooseVariationIcon,
} from '../spc/icons'
import { DEFAULT_SPC_SETTINGS, type SpcSettings } from '../spc/settings'
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

type MetricShape = Pick<Metric, 'frequency' | 'yearType' | 'polarity' | 'unit' | 'decimals'>

/** Judges a metric by its observations, superseded ones included or not (rules ME1, ME7, ME11–ME16). */
export function assessMetric(
  metric: MetricShape,
  rows: readonly Observation[],
  target: MetricTarget | null,
): MetricAssessment {
  const current = keepCurrent(rows)
  const settings = settingsFor(metric)
  const points = analyseSeries(toSeries(current), settings)
  const applicability = judgeApplicability({
    spacing: spacingOf(metric.frequency),
    points: points.length,
  })
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

/** The settings a chart of this metric uses: the NHS package's defaults and the metric's polarity. */
export function settingsFor(metric: Pick<Metric, 'polarity'>): SpcSettings {
  return { ...DEFAULT_SPC_SETTINGS, direction: directionOf(metric.polarity) }
}

/** A suppressed value is no point: its neighbours follow each other (rule ME7). */
function toSeries(current: readonly Observation[]) {
  return current.flatMap(({ period, value, suppressed }) =>
    value === null || suppressed ? [] : [{ start: period.start, value }],
  )
}
