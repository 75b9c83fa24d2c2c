import type { Metric } from '../../domain/metrics/metric'
import type { Period } from '../../domain/metrics/period'
import { formatForField } from '../../domain/numbers/format-number'
import type { SetTarget } from '../../domain/targets/parse-target'
import type { DatedValue, TargetKind, Wish } from '../../domain/targets/target'

type Typed = Record<string, string>

/** What stands in the form at first: the target as it is set, when it is of this kind; nothing is guessed. */
export function startTarget(
  kind: TargetKind,
  set: SetTarget | null,
  { metric, periods }: { metric: Pick<Metric, 'decimals'>; periods: readonly Period[] },
): Typed {
  if (!set || set.target.kind !== kind || set.target.kind === 'direction_only') return {}
  const { target } = set
  const show = (value: number) => formatForField(value, metric.decimals)
  return {
    ...startWish(target, show),
    ...startEvidence(set),
    ...splitDay('due', target.due),
    ...startBaseline(target.baseline, periods, show),
    ...startSteps(target.steps, show),
  }
}

function startWish(target: Wish, show: (value: number) => string): Typed {
  switch (target.kind) {
    case 'absolute_by_date':
      return { value: show(target.value) }
    case 'relative_change_by_date':
      return { change: formatForField(target.change, 0) }
    case 'benchmark_percentile':
      return { top: formatForField(Math.round(target.top * 10_000) / 100, 0) }
    default:
      return { gap: show(target.gap) }
  }
}

function startEvidence({ comparatorId, groupKeys, benchmarkLevel }: SetTarget): Typed {
  const [firstGroup = '', secondGroup = ''] = groupKeys ?? []
  return {
    comparator: comparatorId ?? '',
    benchmarkLevel: benchmarkLevel ?? '',
    firstGroup,
    secondGroup,
  }
}

function startBaseline(
  baseline: DatedValue | null,
  periods: readonly Period[],
  show: (value: number) => string,
): Typed {
  if (!baseline) return {}
  const period = periods.find(({ end }) => end === baseline.on)
  return { baseline: show(baseline.value), baselinePeriod: period?.start ?? '' }
}

function startSteps(steps: readonly DatedValue[], show: (value: number) => string): Typed {
  const fields = steps.map(({ value, on }, at) => ({
    [`stepValue${at + 1}`]: show(value),
    ...splitDay(`stepOn${at + 1}`, on),
  }))
  return Object.assign({}, ...fields)
}

function splitDay(name: string, day: string): Typed {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
