import type { AreaRef } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'
import type { Period } from '../metrics/period'
import type { Reading } from './area-reading'
import { type IndexMetric, type IntegrationIndex, scoreChasms } from './integration-index'
import { FEWEST_AREAS } from './opportunity'

export interface IndexArea extends AreaRef {
  /** YYYY-MM-DD, both included; null while it goes on. */
  readonly from: string
  readonly to: string | null
}

export type IndexRow = Reading &
  Pick<Observation, 'id' | 'areaId' | 'period' | 'supersedesId' | 'withdrawn'>

export interface IndexSource extends Omit<IndexMetric, 'readings'> {
  /** Of all areas and periods, superseded ones included. */
  readonly rows: readonly IndexRow[]
}

export interface UsedMetric extends IndexMetric {
  /** The period it counts with; null when none fits. */
  readonly period: Period | null
}

export interface IndexOnDay extends IntegrationIndex {
  /** YYYY-MM-DD, the last day of a quarter. */
  readonly day: string
  readonly metrics: readonly UsedMetric[]
}

const QUARTERS_SHOWN = 8
/** Older figures say little about the day. */
const YEARS_BACK = 2

export interface IndexOverTime {
  /** Of the last quarter, with a score or without. */
  readonly newest: IndexOnDay
  /** Oldest first. */
  readonly course: readonly IndexOnDay[]
}

/** The index at the end of the latest quarters (rules CM45, CM46). */
export function scoreOverTime(
  areas: readonly IndexArea[],
  sources: readonly IndexSource[],
  today: string,
): IndexOverTime {
  const kept = sources.map((source) => ({ ...source, rows: keepCurrent(source.rows) }))
  const course = listQuarterEnds(today).map((day) => scoreOn(day, areas, kept))
  const newest = course.at(-1) ?? scoreOn(today, areas, kept)
  return { newest, course: course.filter(({ scales }) => scales.length > 0) }
}

function scoreOn(
  day: string,
  areas: readonly IndexArea[],
  sources: readonly IndexSource[],
): IndexOnDay {
  const there = areas
    .filter(({ from, to }) => from <= day && (to === null || to >= day))
    .map(({ id, name, level }) => ({ id, name, level }))
  const metrics = sources.map(({ rows, ...metric }) => {
    const period = choosePeriod(rows, there, day)
    const readings = period ? readPeriod(there, rows, period) : []
    return { ...metric, period, readings }
  })
  return { day, metrics, ...scoreChasms(there, metrics) }
}

function readPeriod(areas: readonly AreaRef[], rows: readonly IndexRow[], { start }: Period) {
  const byArea = new Map(
    rows.filter(({ period }) => period.start === start).map((row) => [row.areaId, row]),
  )
  return areas.map((area) => ({ area, reading: byArea.get(area.id) ?? null }))
}

function choosePeriod(
  rows: readonly IndexRow[],
  areas: readonly AreaRef[],
  day: string,
): Period | null {
  const ids = new Set(areas.map(({ id }) => id))
  const oldest = yearsBefore(day)
  const counts = new Map<string, number>()
  for (const { areaId, period, value } of rows) {
    const fits = value !== null && ids.has(areaId) && period.end <= day && period.end >= oldest
    if (fits) counts.set(period.start, (counts.get(period.start) ?? 0) + 1)
  }
  // Rows stand from the oldest period to the newest.
  const newest = rows.findLast(({ period }) => (counts.get(period.start) ?? 0) >= FEWEST_AREAS)
  return newest?.period ?? null
}

/** Ends of the quarters that are over, oldest first. */
export function listQuarterEnds(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const firstOfQuarter = Math.floor((month - 1) / 3) * 3
  return Array.from({ length: QUARTERS_SHOWN }, (_, at) => {
    const back = QUARTERS_SHOWN - 1 - at
    return new Date(Date.UTC(year, firstOfQuarter - back * 3, 0)).toISOString().slice(0, 10)
  })
}

/** Periods that ended before this day count on none of the days shown. */
export function oldestDayFor(today: string): string {
  return yearsBefore(listQuarterEnds(today)[0] ?? today)
}

function yearsBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - YEARS_BACK}${day.slice(4)}`
}
