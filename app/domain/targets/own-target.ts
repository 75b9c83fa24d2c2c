import type { MetricTarget } from '../metrics/target'
import type { MeasurableTarget, Target } from './target'
import { listCourse } from './trajectory'

/**
 * A target as one value of the metric with the course to it, in the metric's unit. Null for what is no value of it: a gap,
 * a place among the best, a direction, a change without a baseline (rule TG37).
 */
export function toMetricTarget(target: Target): MetricTarget | null {
  const value = valueOf(target)
  if (value === null || target.kind === 'direction_only') return null
  const { due } = target
  return { value, due, course: listCourse({ ...target, wanted: value }) }
}

function valueOf(target: Target): number | null {
  if (target.kind === 'absolute_by_date') return target.value
  return target.kind === 'relative_change_by_date' ? valueAfterChange(target) : null
}

/** Null without a baseline: then there is no percentage of it (rule TG7). */
export function valueAfterChange({
  baseline,
  change,
}: Extract<MeasurableTarget, { kind: 'relative_change_by_date' }>): number | null {
  return baseline && baseline.value + (baseline.value * change) / 100
}
