import type { AreaRef } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'

export interface PeriodChoice {
  /** YYYY-MM-DD */
  readonly start: string
  readonly label: string
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
}
