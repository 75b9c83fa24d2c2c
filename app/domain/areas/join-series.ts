import { eventsPer, rateOf } from '../comparison/events-per'
import { formatDate } from '../dates/format-date'
import type { Metric } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'

/** An area that became another, wholly or, when it was split, in part. */
export interface Succession {
  readonly fromId: string
  readonly fromName: string
  readonly toId: string
  /** The first day after the change, YYYY-MM-DD. */
  readonly on: string
  /** The first day of the area it became: earlier than `on` where that took another in, YYYY-MM-DD. */
  readonly toSince: string
}

export interface AreaSeries {
  readonly areaId: string
  readonly metric: Pick<Metric, 'valueType' | 'unit'>
  /** All that lead to the area, and all others of the areas these come from: a split is known by them. */
  readonly successions: readonly Succession[]
  /** By the area's id, superseded ones included or not. */
  readonly rows: ReadonlyMap<string, readonly Observation[]>
}

export interface JoinedSeries {
  /** Earlier values, oldest first; `origin` is `worked_out`. */
  readonly earlier: readonly Observation[]
  /** Empty when the area is no other's successor. */
  readonly sentence: string
}

/** Origin of a value that nobody gave. */
export const WORKED_OUT = 'worked_out'

const NOTHING: JoinedSeries = { earlier: [], sentence: '' }
const FROM_COUNTS: readonly string[] = ['count', 'proportion', 'crude_rate']

/**
 * An area's earlier values, worked out from the areas that became it (rules AS1–AS9). What cannot be worked out is left out
 * and said: a series must not look complete where it is not.
 */
export function joinSeries(series: AreaSeries): JoinedSeries {
  const all = series.successions.filter(({ toId }) => toId === series.areaId)
  const taken = all.filter(({ on, toSince }) => on > toSince)
  const begun = joinBeginning(
    series,
    all.filter((one) => !taken.includes(one)),
  )
  return {
    ...begun,
    sentence: [begun.sentence, ...taken.map(describeTaken)].filter(Boolean).join(' '),
  }
}

/** The area was there before, and other than now: its own earlier values are of what it was, and none are made up (AS10). */
function describeTaken({ fromName, on }: Succession): string {
  return `On ${formatDate(on)} it took in all or part of ${fromName}; values before that day are of the area as it was.`
}

/** Of what the area was made when it began. */
function joinBeginning(series: AreaSeries, into: readonly Succession[]): JoinedSeries {
  const [first] = into
  if (!first) return NOTHING
  const names = listNames(into)
  const day = formatDate(first.on)
  if (!FROM_COUNTS.includes(series.metric.valueType))
    return say(
      `Before ${day} this was ${names}. Values of this kind cannot be added up, so none are shown.`,
    )
  const split = into.find(({ fromId }) => isSplit(fromId, series.successions))
  if (split)
    return say(
      `Before ${day} part of this was ${split.fromName}, which was split. Its values cannot be divided, so none are shown.`,
    )
  const { found, gaps } = workOut(series, into)
  const missing =
    gaps.length === 0 ? '' : ` Not all of them have ${listWords(gaps)}, so those are left out.`
  if (found.length === 0) return say(`Before ${day} this was ${names}.${missing}`)
  return {
    earlier: found,
    sentence: `Values before ${day} are worked out from ${names}, which became this area.${missing}`,
  }
}

function say(sentence: string): JoinedSeries {
  return { earlier: [], sentence }
}

function isSplit(areaId: string, successions: readonly Succession[]): boolean {
  return new Set(successions.filter((one) => one.fromId === areaId).map((one) => one.toId)).size > 1
}

interface WorkedOut {
  readonly found: readonly Observation[]
  /** Labels of periods that some but not all have. */
  readonly gaps: readonly string[]
}

function workOut(series: AreaSeries, into: readonly Succession[]): WorkedOut {
  const [first] = into
  if (!first) return { found: [], gaps: [] }
  const own = new Set(keepCurrent(series.rows.get(series.areaId) ?? []).map(startOf))
  const others = series.successions.filter(({ toId }) => toId !== series.areaId)
  const parts = into.map(({ fromId }) =>
    readWhole({ ...series, areaId: fromId, successions: others }),
  )
  const periods = new Map(parts.flat().map((row) => [startOf(row), row.period]))
  const found: Observation[] = []
  const gaps: string[] = []
  for (const [start, period] of [...periods].sort(([a], [b]) => a.localeCompare(b))) {
    if (own.has(start) || period.end >= first.on) continue
    const rows = parts.map((part) => part.find((row) => startOf(row) === start))
    const value = rows.every((row) => row !== undefined) ? addUp(rows, series) : null
    if (value) found.push(value)
    else gaps.push(period.label)
  }
  return { found, gaps }
}

/**
 * An area's own values with those worked out for it (rule AS6). What leads to it is left out on the way back, so that
 * successions in a circle come to an end.
 */
function readWhole(series: AreaSeries): readonly Observation[] {
  const own = keepCurrent(series.rows.get(series.areaId) ?? [])
  return [...joinSeries(series).earlier, ...own]
}

function startOf({ period }: Observation): string {
  return period.start
}

function addUp(rows: readonly Observation[], { areaId, metric }: AreaSeries): Observation | null {
  const [first] = rows
  if (!first || rows.some(({ value, suppressed }) => suppressed || value === null)) return null
  const numerator = sum(rows.map((row) => row.numerator))
  const denominator = sum(rows.map((row) => row.denominator))
  const value = metric.valueType === 'count' ? sum(rows.map((row) => row.value)) : rate()
  if (value === null) return null
  return {
    ...first,
    id: `${WORKED_OUT} ${areaId} ${first.period.start}`,
    areaId,
    value,
    lower95: null,
    upper95: null,
    numerator,
    denominator,
    note: '',
    origin: WORKED_OUT,
    recordedBy: null,
    supersedesId: null,
    reason: '',
    imported: null,
  }

  function rate(): number | null {
    const per = eventsPer(metric.unit)
    if (per === null || numerator === null || denominator === null || denominator <= 0) return null
    return rateOf({ numerator, denominator }, per)
  }
}

/** Null when any is not known. */
function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (all, one) => (all === null || one === null ? null : all + one),
    0,
  )
}

function listNames(into: readonly Succession[]): string {
  return listWords(into.map(({ fromName }) => fromName).sort((a, b) => a.localeCompare(b, 'en-GB')))
}

function listWords(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
