import type { Observation } from '../../../app/domain/metrics/observation'
import type { SetTarget, TargetChoices } from '../../../app/domain/targets/parse-target'
import type { AuditRecord } from '../audit'

/** A target of a metric as it was set, or taken away: then `set` is null. */
export interface StoredTarget {
  readonly id: string
  readonly set: SetTarget | null
  readonly reason: string
  readonly by: string
  /** An ISO instant. */
  readonly at: string
}

export interface NewTarget {
  readonly id: string
  readonly metricId: string
  readonly set: SetTarget | null
  readonly reason: string
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

/** One line of values: of one area, and of one group or of everybody. */
export interface SeriesKey {
  readonly metricId: string
  readonly areaId: string
  /** As `keyOfBreakdown` writes it; empty for everybody. */
  readonly breakdownKey: string
}

export interface TargetStore {
  /** Newest first. */
  listTargets(metricId: string): Promise<readonly StoredTarget[]>
  addTarget(target: NewTarget): Promise<void>
  /** Areas but its own, groups of its own area, and levels of area the metric has values of. */
  listChoices(metricId: string, areaId: string): Promise<TargetChoices>
  /** Superseded ones included. */
  readSeries(key: SeriesKey): Promise<readonly Observation[]>
  /** The known values of areas of a level in one period, of everybody. */
  readLevelValues(metricId: string, level: string, periodStart: string): Promise<readonly number[]>
}
