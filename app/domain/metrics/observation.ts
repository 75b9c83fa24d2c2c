import type { PersonRef } from './metric'
import type { Period } from './period'

/** One reading of a metric for one area and period. A correction is a new row that supersedes an older one. */
export interface Observation {
  readonly id: string
  readonly metricId: string
  readonly areaId: string
  readonly period: Period
  /** Null exactly when suppressed. */
  readonly value: number | null
  readonly suppressed: boolean
  readonly lower95: number | null
  readonly upper95: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly note: string
  readonly origin: string
  readonly recordedBy: PersonRef | null
  /** An ISO instant. */
  readonly recordedAt: string
  readonly supersedesId: string | null
  /** Why it corrects the one it supersedes. */
  readonly reason: string
  /** Takes away the value it supersedes, and has none of its own. */
  readonly withdrawn: boolean
  /** The file and line it came from; null when a person entered it. */
  readonly imported: { readonly importId: string; readonly line: number } | null
}

type Replaceable = Pick<Observation, 'id' | 'supersedesId' | 'withdrawn' | 'period'>

/** The rows that nothing supersedes and that were not taken away, oldest period first (rule ME1). */
export function keepCurrent<Row extends Replaceable>(rows: readonly Row[]): Row[] {
  const superseded = new Set(rows.map((row) => row.supersedesId))
  return rows
    .filter((row) => !superseded.has(row.id) && !row.withdrawn)
    .sort((a, b) => a.period.start.localeCompare(b.period.start))
}

/** The current row with the rows it replaced, newest first (rule ME2). */
export function listCorrections(
  current: Observation,
  rows: readonly Observation[],
): readonly Observation[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const replaced: Observation[] = []
  let next = current.supersedesId
  while (next !== null) {
    const row = byId.get(next)
    byId.delete(next)
    if (row) replaced.push(row)
    next = row?.supersedesId ?? null
  }
  return replaced
}

/** The current row of the last period, suppressed or not (rule ME3). */
export function findLatest(rows: readonly Observation[]): Observation | null {
  return keepCurrent(rows).at(-1) ?? null
}
