import type { Metric } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'
import type { Aim } from '../targets/aim'
import { judgePeriods } from '../targets/judge-target'
import { type Streak, countStreak } from './business-rules'
import { DEFAULT_LAG_DAYS, type DataState, type Supply, judgeData } from './data-due'

type Wanted = Pick<Metric, 'frequency' | 'yearType' | 'lagDays' | 'wantedSince'>

/** The periods a metric has values of, suppressed ones included. */
export function startsOf(rows: readonly Observation[]): ReadonlySet<string> {
  return new Set(keepCurrent(rows).map(({ period }) => period.start))
}

/** From when on a metric's values are owed; null while nothing says when its series begins (rule AN36). */
function supplyOf(metric: Wanted, starts: ReadonlySet<string>): Supply | null {
  const since = metric.wantedSince ?? [...starts].sort()[0] ?? null
  if (since === null) return null
  const { frequency, yearType } = metric
  return { frequency, yearType, since, lagDays: metric.lagDays ?? DEFAULT_LAG_DAYS[frequency] }
}

/** What is owed of a metric today; null as `supplyOf`, and of one that was given up. */
export function judgeMetricData(
  metric: Wanted & Pick<Metric, 'retiredOn'>,
  starts: ReadonlySet<string>,
  today: string,
): DataState | null {
  const supply = metric.retiredOn === null ? supplyOf(metric, starts) : null
  return supply && judgeData(supply, starts, today)
}

/** On target or off it, for how long: suppressed values are periods that are not known (rules AN19, AN20). */
export function measureStreak(aim: Aim | null, rows: readonly Observation[]): Streak {
  if (!aim) return { isOn: null, periods: 0, unknown: 0 }
  const known = new Map(judgePeriods(aim).map(({ start, isOn }) => [start, isOn]))
  const starts = keepCurrent(rows)
    .filter(({ period }) => !aim.baseline || period.end > aim.baseline.on)
    .map(({ period }) => period.start)
  const all = [...new Set([...starts, ...known.keys()])].sort()
  return countStreak(all.map((start) => ({ isOn: known.get(start) ?? null })))
}

/** The streak in words, for whoever answers for the metric. */
export function describeStreak(streak: Streak, noun: string): string {
  if (streak.isOn === null) return 'There is no target to hold it against.'
  const many = streak.periods === 1 ? noun : `${noun}s`
  return `${streak.isOn ? 'On' : 'Off'} target for ${streak.periods} ${many}.`
}
