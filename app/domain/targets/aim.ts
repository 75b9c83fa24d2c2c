import { type Absence, valueOf } from '../comparison/area-reading'
import { measureGaps } from '../comparison/gap'
import { percentileOf } from '../comparison/percentile'
import { FEWEST_AREAS } from '../comparison/opportunity'
import type { Polarity } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'
import type { Period } from '../metrics/period'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { valueAfterChange } from './own-target'
import type { DatedValue, MeasurableTarget, Target } from './target'

export interface Point extends Period {
  readonly value: number
}

/** A target of any kind as one line of values that is to reach one number. */
export interface Aim {
  /** Known values of what the target measures, oldest first: the metric itself, or a gap in its unit. */
  readonly points: readonly Point[]
  /** Of the last period there is; null when its value is known. */
  readonly absent: Absence | null
  readonly better: 'higher' | 'lower'
  readonly wanted: number
  readonly due: string
  readonly baseline: DatedValue | null
  readonly steps: readonly DatedValue[]
}

export interface Evidence {
  readonly polarity: Polarity
  /** The metric's observations for the area, superseded ones included or not. */
  readonly own: readonly Observation[]
  /** The other area's, for a gap to a comparator. */
  readonly comparator?: readonly Observation[]
  /** The two groups', first and second, for a gap between them. */
  readonly groups?: readonly [readonly Observation[], readonly Observation[]]
  /** The known values of all areas compared in the last period, for a place among the best. */
  readonly benchmark?: readonly number[]
}

type Line = Pick<Aim, 'points' | 'absent' | 'better' | 'wanted'>

/** What is measured and what it is to reach (rules TG1, TG7–TG11). */
export function resolveAim(target: Target, evidence: Evidence): Outcome<Aim> {
  if (target.kind === 'direction_only')
    return refuse('invalid', 'A direction without a number cannot be measured.')
  if (evidence.polarity === 'neutral')
    return refuse('invalid', 'Neither a higher nor a lower value of this metric is better.')
  const line = resolveLine(target, evidence)
  if (!line.ok) return line
  const { due, baseline, steps } = target
  return done({ ...line.value, due, baseline, steps })
}

function resolveLine(target: MeasurableTarget, evidence: Evidence): Outcome<Line> {
  switch (target.kind) {
    case 'absolute_by_date':
      return done({ ...ownLine(evidence), wanted: target.value })
    case 'relative_change_by_date': {
      const wanted = valueAfterChange(target)
      if (wanted === null)
        return refuse('invalid', 'Without a baseline there is no percentage of it.')
      return done({ ...ownLine(evidence), wanted })
    }
    case 'gap_to_comparator':
      return resolveComparator(target, evidence)
    case 'gap_between_groups':
      return resolveGroups(target, evidence)
    case 'benchmark_percentile':
      return resolveBenchmark(target.top, evidence)
  }
}

function ownLine({ own, polarity }: Evidence): Omit<Line, 'wanted'> {
  const current = keepCurrent(own)
  const last = valueOf(current.at(-1) ?? null)
  return {
    points: current.flatMap(({ period, value, suppressed }) =>
      value === null || suppressed ? [] : [{ ...period, value }],
    ),
    absent: typeof last === 'string' ? last : null,
    better: polarity === 'high_good' ? 'higher' : 'lower',
  }
}

type GapPair = readonly [name: string, rows: readonly Observation[]]

function resolveComparator(
  { gap, comparator }: { gap: number; comparator: string },
  evidence: Evidence,
): Outcome<Line> {
  if (!evidence.comparator)
    return refuse('invalid', `There are no observations of ${comparator} to compare with.`)
  const starts = new Set(evidence.own.map(({ period }) => period.start))
  // Periods that only the comparator has are not this area's to be judged by yet.
  const theirs = evidence.comparator.filter(({ period }) => starts.has(period.start))
  return done(
    gapLine(
      [
        ['This area', evidence.own],
        [comparator, theirs],
      ],
      gap,
      evidence.polarity,
    ),
  )
}

function resolveGroups(
  { gap, first, second }: { gap: number; first: string; second: string },
  { groups, polarity }: Evidence,
): Outcome<Line> {
  if (!groups)
    return refuse('invalid', `There are no observations of ${first} and ${second} to compare.`)
  return done(
    gapLine(
      [
        [first, groups[0]],
        [second, groups[1]],
      ],
      gap,
      polarity,
    ),
  )
}

/** The gap counted so that above zero is the worse side: whatever the metric, a lower gap is better. */
function gapLine(
  [[name, rows], [otherName, otherRows]]: readonly [GapPair, GapPair],
  wanted: number,
  polarity: Polarity,
): Line {
  const sign = polarity === 'high_good' ? -1 : 1
  const first = { name, rows }
  const second = { name: otherName, rows: otherRows }
  const gaps = measureGaps(first, second, polarity)
  const periods = new Map([...rows, ...otherRows].map(({ period }) => [period.start, period]))
  const points = gaps.flatMap(({ start, gap }): Point[] => {
    const period = periods.get(start)
    // Adding zero turns a gap of minus zero into zero.
    return gap.ok && period ? [{ ...period, value: sign * gap.value.absolute + 0 }] : []
  })
  const isLastKnown = gaps.at(-1)?.gap.ok === true
  return {
    points,
    absent: isLastKnown ? null : absenceOf([rows, otherRows]),
    better: 'lower',
    wanted,
  }
}

/** Suppressed when either side of the last gap is: missing would say that nobody knows. */
function absenceOf(sides: readonly (readonly Observation[])[]): Absence {
  const rows = sides.flatMap((side) => keepCurrent(side))
  const last = rows
    .map(({ period }) => period.start)
    .sort()
    .at(-1)
  return rows.some(({ period, suppressed }) => suppressed && period.start === last)
    ? 'suppressed'
    : 'missing'
}

function resolveBenchmark(top: number, evidence: Evidence): Outcome<Line> {
  const values = evidence.benchmark ?? []
  const share = evidence.polarity === 'high_good' ? 1 - top : top
  const wanted = percentileOf(values, share)
  if (wanted === null || values.length < FEWEST_AREAS)
    return refuse(
      'invalid',
      `A place among the best needs at least ${FEWEST_AREAS} areas with a value; there are ${values.length}.`,
    )
  return done({ ...ownLine(evidence), wanted })
}

/** At least as good as; exactly there is there (rule TG12). */
export function isAsGood(value: number, wanted: number, better: Aim['better']): boolean {
  return better === 'higher' ? value >= wanted : value <= wanted
}
