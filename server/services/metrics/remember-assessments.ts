import { type MetricAssessment, assessMetric } from '../../../app/domain/metrics/assess-metric'
import { buildChartSeries } from '../../../app/domain/metrics/chart-series'
import { type Spark, drawSpark } from '../../../app/domain/metrics/draw-spark'
import type { Metric } from '../../../app/domain/metrics/metric'
import type { MetricTarget } from '../../../app/domain/metrics/target'
import type { MetricStore } from './metric-store'

export interface Assessed {
  readonly assessment: Omit<MetricAssessment, 'points'>
  readonly spark: Spark | null
}

export interface ToAssess {
  readonly metric: Metric
  readonly target: MetricTarget | null
}

/** Enough for the metrics of several large partnerships; one is some 2 KB. */
const MOST = 5_000

/**
 * What was worked out from a metric's values, kept while they stay as they are: the metric's version counts up with each change, and is
 * part of what it is kept by, so that nothing has to be thrown away in time. Answers in the order asked.
 */
export function rememberAssessments(metrics: Pick<MetricStore, 'readObservations'>, most = MOST) {
  const known = new Map<string, Assessed>()

  function keep(key: string, assessed: Assessed): Assessed {
    // The one asked for longest ago goes first.
    known.delete(key)
    known.set(key, assessed)
    return assessed
  }

  return async (asked: readonly ToAssess[]): Promise<Assessed[]> => {
    const keys = asked.map(nameState)
    const missing = asked.filter((_, at) => !known.has(keys[at] ?? ''))
    const rows = await metrics.readObservations(missing.map(({ metric }) => metric))
    const answer = asked.map(({ metric, target }, at) => {
      const key = keys[at] ?? ''
      const before = known.get(key)
      if (before) return keep(key, before)
      const own = rows.get(metric.id) ?? []
      const { points, ...assessment } = assessMetric(metric, own, target)
      const spark = drawSpark(buildChartSeries(metric, own, { ...assessment, points }))
      return keep(key, { assessment, spark })
    })
    for (const key of known.keys()) {
      if (known.size <= most) break
      known.delete(key)
    }
    return answer
  }
}

export type AssessMetrics = ReturnType<typeof rememberAssessments>

/** Everything an assessment depends on; the values by the version that counts their changes. */
function nameState({ metric, target }: ToAssess): string {
  const { id, version, area, plainTitle, unit, decimals, polarity, frequency, yearType } = metric
  return JSON.stringify([
    [id, version, area.id, plainTitle, unit, decimals, polarity, frequency, yearType],
    target && [target.value, target.due, target.course],
  ])
}
