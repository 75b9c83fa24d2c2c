import { isDate } from '../dates/parse-date'
import { isPercent } from '../numbers/unit'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Metric } from '../metrics/metric'
import type { MeasurableTarget, Target } from './target'

type Shape = Pick<Metric, 'unit' | 'polarity'>

/** Can this be a target of that metric? (rules TG2–TG6) */
export function checkTarget(target: Target, metric: Shape): Outcome<Target> {
  if (target.kind === 'direction_only') return done(target)
  const problem =
    metric.polarity === 'neutral'
      ? 'Neither a higher nor a lower value of this metric is better, so it can have no target.'
      : (checkDates(target) ?? checkNumbers(target, metric))
  return problem === null ? done(target) : refuse('invalid', problem)
}

function checkDates({ due, baseline, steps }: MeasurableTarget): string | null {
  if (!isDate(due)) return 'Give the day the target is to be reached.'
  if (baseline && baseline.on >= due)
    return 'The target must be due after the period of its baseline.'
  if (steps.length > 0 && !baseline)
    return 'Steps on the way need a baseline to start from. Give one or leave the steps out.'
  const days = [...(baseline ? [baseline.on] : []), ...steps.map(({ on }) => on), due]
  const isInOrder = days.every((day, at) => at === 0 || day > (days[at - 1] ?? ''))
  return isInOrder
    ? null
    : 'Steps must be between the baseline and the due date, one after the other.'
}

function checkNumbers(target: MeasurableTarget, { unit }: Shape): string | null {
  if (target.kind === 'benchmark_percentile')
    return target.top > 0 && target.top < 1 ? null : 'Choose a part of the areas between 0 and 1.'
  if (target.kind === 'relative_change_by_date') return checkChange(target)
  if (target.kind === 'absolute_by_date' && isPercent(unit) && !isShare(target.value))
    return 'A percentage must be between 0 and 100.'
  return null
}

function checkChange({ baseline, change }: MeasurableTarget & { change: number }): string | null {
  if (!baseline) return 'A change by a percentage needs a baseline to be a percentage of.'
  if (baseline.value <= 0) return 'A baseline that is not above zero has no percentage of it.'
  if (change === 0) return 'Choose a change other than 0 per cent.'
  return change < -100 ? 'Nothing can fall by more than 100 per cent.' : null
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 100
}
