import type { Metric } from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import type { Period } from '../../domain/metrics/period'
import { formatForField } from '../../domain/numbers/format-number'

interface Known {
  readonly metric: Pick<Metric, 'decimals'>
  /** Newest first. */
  readonly periods: readonly Period[]
  readonly current: readonly Observation[]
  /** The start of the period to correct, from the address. */
  readonly correcting: string | null
}

const EMPTY: TypedObservation = {
  period: '',
  value: '',
  suppressed: false,
  lower95: '',
  upper95: '',
  numerator: '',
  denominator: '',
  note: '',
  corrects: '',
  reason: '',
}

/** What stands in the form at first: the value to correct, or the newest period that has none. */
export function startObservation({
  metric,
  periods,
  current,
  correcting,
}: Known): TypedObservation {
  const existing = current.find((row) => row.period.start === correcting)
  if (existing) return fillFrom(existing, metric.decimals)
  const period = findDue(periods, current) ?? periods[0]
  return { ...EMPTY, period: period?.start ?? '' }
}

/** The newest period since the series began that has no value yet. */
export function findDue(
  periods: readonly Period[],
  current: readonly Observation[],
): Period | undefined {
  const starts = current.map((row) => row.period.start)
  const began = starts.toSorted()[0] ?? ''
  return periods.find(({ start }) => !starts.includes(start) && start > began)
}

function fillFrom(row: Observation, decimals: number): TypedObservation {
  return {
    ...EMPTY,
    period: row.period.start,
    value: formatForField(row.value, decimals),
    suppressed: row.suppressed,
    lower95: formatForField(row.lower95, decimals),
    upper95: formatForField(row.upper95, decimals),
    numerator: formatForField(row.numerator, 0),
    denominator: formatForField(row.denominator, 0),
    note: row.note,
    corrects: row.id,
  }
}
