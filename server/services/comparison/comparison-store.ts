import type { Breakdown } from '../../../app/domain/imports/read-breakdown'
import type { IndexArea, IndexRow } from '../../../app/domain/comparison/index-over-time'
import type { AreaRef } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'

export interface PeriodChoice {
  /** YYYY-MM-DD */
  readonly start: string
  readonly label: string
}

interface OfArea {
  readonly metricId: string
  readonly areaId: string
}

export interface StoredIndexRow extends IndexRow {
  readonly metricId: string
  readonly origin: string
}

/** Of which areas, and since when. */
export interface IndexWanted {
  readonly metricIds: readonly string[]
  readonly areaIds: readonly string[]
  /** Periods that end on this day or later. */
  readonly since: string
}

export interface ComparisonStore {
  /** Of the metric's own area, newest first. */
  listPeriods(metricId: string, areaId: string): Promise<readonly PeriodChoice[]>
  /** Levels of areas the metric has values of in the period. */
  listLevels(metricId: string, start: string): Promise<readonly string[]>
  /** Areas of that level that existed on that day: the partnership's and all England's. */
  listAreas(partnershipId: string, level: string, onDay: string): Promise<readonly AreaRef[]>
  /** Of one period and everybody, superseded ones included. */
  readPeriod(metricId: string, start: string): Promise<readonly Observation[]>
  /** Of whom the metric has a value in the area that counts, suppressed or not; everybody aside. */
  listBreakdowns(of: OfArea): Promise<readonly Breakdown[]>
  /** By the key of each group that has any, superseded ones included. */
  readGroups(
    of: OfArea & { readonly keys: readonly string[] },
  ): Promise<ReadonlyMap<string, readonly Observation[]>>
  /** Areas of that level, whenever they existed: the partnership's and all England's, by name. */
  listDatedAreas(partnershipId: string, level: string): Promise<readonly IndexArea[]>
  /** Of everybody, superseded ones included, from the oldest period. */
  readIndexRows(wanted: IndexWanted): Promise<readonly StoredIndexRow[]>
}
