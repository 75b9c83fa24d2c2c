import type { Metric } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'
import { type Outcome, refuse } from '../outcome/outcome'
import { type AreaReading, type Compared, type Reading, listKnown } from './area-reading'
import { type Gap, type GapAt, measureGaps } from './gap'
import type { Group, GroupSet } from './group-sets'
import { hasRatio, warnOfFew } from './measure-spread'
import { rankAreas } from './rank-areas'
import { type SlopeIndex, fitSlopeIndex } from './slope-index'

/** Of each group, by its key; superseded ones included or not. */
export type GroupRows = ReadonlyMap<string, readonly Observation[]>

export interface GroupPeriod {
  /** YYYY-MM-DD */
  readonly start: string
  readonly label: string
}

/** The two groups a gap is between: the first less the second. */
export interface Ends {
  readonly first: Group
  readonly second: Group
}

/** A gap with the two values it is of. */
export interface EndsAt extends GapAt {
  readonly first: Reading | null
  readonly second: Reading | null
}

export interface SlopeAt extends GroupPeriod {
  readonly slope: Outcome<SlopeIndex>
}

/** How one metric differs between the groups of a set. */
export interface GroupComparison {
  /** In the order they are shown; each group stands where an area would. */
  readonly readings: readonly AreaReading[]
  /** Null for a single group. */
  readonly ends: Ends | null
  /** Between the ends, oldest first. */
  readonly gaps: readonly EndsAt[]
  /** Oldest first; empty for sets that are not of deprivation. */
  readonly slopes: readonly SlopeAt[]
  readonly warnings: readonly string[]
}

interface Input {
  readonly set: GroupSet
  readonly rows: GroupRows
  /** The start of the period shown. */
  readonly start: string
  readonly metric: Compared
}

/** The periods any group has, newest first. */
export function listGroupPeriods(rows: GroupRows): GroupPeriod[] {
  const current = [...rows.values()].flatMap(keepCurrent)
  const periods = new Map(current.map(({ period }) => [period.start, period.label]))
  return [...periods]
    .map(([start, label]) => ({ start, label }))
    .sort((a, b) => b.start.localeCompare(a.start))
}

export function compareGroups(input: Input): GroupComparison {
  const { set, rows, start, metric } = input
  const readings = orderReadings(set, readGroups(set.groups, rows, start), metric.polarity)
  const ends = chooseEnds(set, readings)
  return {
    readings,
    ends,
    gaps: ends ? listGaps(ends, input) : [],
    slopes: listSlopes(input),
    warnings: warnOf(readings, metric),
  }
}

function readGroups(groups: readonly Group[], rows: GroupRows, start: string): AreaReading[] {
  return groups.map(({ key, name }) => {
    const current = keepCurrent(rows.get(key) ?? [])
    const reading = current.find(({ period }) => period.start === start) ?? null
    return { area: { id: key, name, level: 'group' }, reading }
  })
}

/** Groups without an order of their own stand in that of their values (rule CM35). */
function orderReadings(
  { isOrdered }: GroupSet,
  readings: readonly AreaReading[],
  polarity: Metric['polarity'],
): readonly AreaReading[] {
  if (isOrdered) return readings
  const byKey = new Map(readings.map((one) => [one.area.id, one]))
  const { ranked, unranked } = rankAreas(readings, polarity)
  return [...ranked, ...unranked].flatMap(({ area }) => byKey.get(area.id) ?? [])
}

/** Most and least deprived; of other sets the highest and the lowest value there is (rule CM36). */
function chooseEnds({ deprivation }: GroupSet, readings: readonly AreaReading[]): Ends | null {
  const known = listKnown(readings).sort((a, b) => b.value - a.value)
  const row = deprivation === null && known.length > 1 ? known : readings
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last || first === last) return null
  return { first: groupOf(first), second: groupOf(last) }
}

function groupOf({ area }: Pick<AreaReading, 'area'>): Group {
  return { key: area.id, name: area.name }
}

function listGaps({ first, second }: Ends, { rows, metric }: Input): EndsAt[] {
  const series = ({ key, name }: Group) => ({ name, rows: keepCurrent(rows.get(key) ?? []) })
  const [a, b] = [series(first), series(second)]
  const readingOf = ({ rows: own }: typeof a, start: string) =>
    own.find(({ period }) => period.start === start) ?? null
  return measureGaps(a, b, metric.polarity).map(({ gap, ...at }) => ({
    ...at,
    gap: hasRatio(metric.valueType) ? gap : withoutRelative(gap),
    first: readingOf(a, at.start),
    second: readingOf(b, at.start),
  }))
}

/** Values whose zero is a convention are not so many times one another (rule CM37). */
function withoutRelative(gap: Outcome<Gap>): Outcome<Gap> {
  return gap.ok ? { ...gap, value: { ...gap.value, relative: null } } : gap
}

/** The slope index of every period (rule CM38). */
function listSlopes({ set, rows, metric }: Input): SlopeAt[] {
  const { deprivation } = set
  if (deprivation === null) return []
  // Groups that never had a value are not missing for a period: there are too few.
  const groups = set.groups.filter(({ key }) => rows.has(key))
  return listGroupPeriods(rows)
    .reverse()
    .map(({ start, label }) => {
      const named = readGroups(groups, rows, start).map(({ area, reading }) => ({
        name: area.name,
        reading,
      }))
      const slope = refuseSlope(metric) ?? fitSlopeIndex(named, deprivation)
      return { start, label, slope }
    })
}

function refuseSlope({ valueType }: Compared): Outcome<SlopeIndex> | null {
  if (valueType === 'count')
    return refuse('invalid', 'A line is drawn through rates or averages, not through counts.')
  return valueType === 'slope_index'
    ? refuse('invalid', 'The metric is itself a slope index, so no line is drawn through it.')
    : null
}

/** Groups that rest on few events, and those of which that is not known (rule CM39). */
function warnOf(readings: readonly AreaReading[], { valueType }: Compared): string[] {
  const known = listKnown(readings)
  const [counted, uncounted] = [
    known.filter(({ reading }) => reading.numerator !== null),
    known.filter(({ reading }) => reading.numerator === null),
  ]
  const few = counted.flatMap((one) => warnOfFew(one, valueType))
  if (uncounted.length === 0) return few
  const names = uncounted.map(({ area }) => area.name).join(', ')
  return [...few, `How many people or events are behind these values is not recorded: ${names}.`]
}
