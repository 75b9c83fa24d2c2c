import { countOf, formatValue } from '../numbers/format-number'
import type { XmrPoint } from '../spc/analyse-series'
import type { Applicability } from '../spc/applicability'
import type { SpecialCause } from '../spc/special-cause'
import type { Metric, Polarity } from './metric'
import type { Observation } from './observation'
import { PERIOD_NOUNS, countPeriods } from './period'
import { type MetricTarget, meetsTarget } from './target'

interface Described {
  readonly metric: Pick<Metric, 'frequency' | 'polarity' | 'unit' | 'decimals'>
  /** Oldest first, none superseded. */
  readonly current: readonly Observation[]
  readonly target: MetricTarget | null
  /** Null unless a control chart with settled limits applies. */
  readonly points: readonly XmrPoint[] | null
  readonly applicability: Applicability
}

/** How the metric stands and moves, in one plain sentence (rules ME11–ME16). */
export function describeMetric(described: Described): string {
  const latest = described.current.at(-1)
  if (!latest) return 'No observations yet.'
  if (latest.value === null)
    return 'The latest value is suppressed (c): too few people are behind it to publish.'
  const standing = describeStanding(latest.value, described)
  return `${standing}; ${describeMovement(described)}.`
}

function describeStanding(value: number, { metric, target }: Described): string {
  if (!target) return 'No target yet'
  const met = meetsTarget(value, target.value, metric.polarity)
  if (met !== null) return met ? 'Meets the target' : 'Worse than target'
  if (value === target.value) return 'At the target'
  return value > target.value ? 'Above the target' : 'Below the target'
}

function describeMovement(described: Described): string {
  const { points, applicability } = described
  const last = points?.at(-1)
  if (points && last) return describeVariation(points, last, described.metric)
  if (applicability.kind === 'trial_limits')
    return 'too early to call a change: limits are on trial'
  return compareWithPrevious(described)
}

function describeVariation(
  points: readonly XmrPoint[],
  last: XmrPoint,
  { frequency, polarity }: Described['metric'],
): string {
  const noun = PERIOD_NOUNS[frequency]
  const high = judge(true, polarity)
  const low = judge(false, polarity)
  const length = countOf(countPeriods(runStart(points), last.start, frequency), noun)
  const sentences: Record<SpecialCause, string> = {
    common_cause: `no significant change in ${length}`,
    above_upper_limit: `the latest ${noun} is significantly ${high}`,
    below_lower_limit: `the latest ${noun} is significantly ${low}`,
    two_of_three_high: `two of the last three ${noun}s are close to significantly ${high}`,
    two_of_three_low: `two of the last three ${noun}s are close to significantly ${low}`,
    rising_trend: `getting ${high}: rising for ${length} in a row`,
    falling_trend: `getting ${low}: falling for ${length} in a row`,
    shift_above: `${high} than average for ${length}`,
    shift_below: `${low} than average for ${length}`,
  }
  return sentences[last.cause]
}

/** Start of the last unbroken stretch of points with the last point's cause. */
function runStart(points: readonly XmrPoint[]): string {
  const last = points.at(-1)
  let start = last?.start ?? ''
  for (const point of [...points].reverse()) {
    if (point.cause !== last?.cause || point.group !== last.group) break
    start = point.start
  }
  return start
}

/** Two readings, by their confidence intervals where they have them (rules ME14, ME15). */
function compareWithPrevious({ current, metric }: Described): string {
  const readings = current.filter((row) => row.value !== null)
  const latest = readings.at(-1)
  // Pooled years overlap: only a period wholly before the latest is another measurement.
  const previous = readings.findLast((row) => row.period.end < (latest?.period.start ?? ''))
  if (!latest || !previous || latest.value === null || previous.value === null)
    return 'first value, nothing to compare it with yet'
  const since = previous.period.label
  const overlap = intervalsOverlap(latest, previous)
  if (overlap === true) return `no significant change since ${since} (the intervals overlap)`
  const higher = latest.value > previous.value
  if (overlap === false) return `significantly ${judge(higher, metric.polarity)} than in ${since}`
  const before = formatValue(previous, metric)
  if (latest.value === previous.value) return `unchanged from ${before} in ${since}`
  return `${higher ? 'up' : 'down'} from ${before} in ${since}, too few values to call it a change`
}

function intervalsOverlap(a: Observation, b: Observation): boolean | null {
  if (a.lower95 === null || a.upper95 === null || b.lower95 === null || b.upper95 === null)
    return null
  return a.lower95 <= b.upper95 && b.lower95 <= a.upper95
}

function judge(high: boolean, polarity: Polarity): string {
  if (polarity === 'neutral') return high ? 'higher' : 'lower'
  return high === (polarity === 'high_good') ? 'better' : 'worse'
}
