import type { MetricDefinition } from '../../../app/domain/metrics/definition'
import type { AreaRef, Metric } from '../../../app/domain/metrics/metric'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'

/** What is known while nobody else can add a metric to the partnership or change one of it. */
export interface LibraryState {
  /** Lower case, of every metric of the partnership but the one in question. */
  readonly takenCodes: ReadonlySet<string>
}

export interface DefinedState extends LibraryState {
  readonly metric: Metric
  /** In any area, superseded ones included. */
  readonly values: number
}

export interface NewMetric {
  readonly id: string
  readonly definition: MetricDefinition
  readonly audit: AuditRecord
}

export interface MetricChange {
  readonly definition?: MetricDefinition
  readonly retiredOn?: string | null
  readonly audit: AuditRecord
}

export interface LibraryStore {
  /** Of the partnership itself, that exist on that day, by name. */
  listAreas(partnershipId: string, onDay: string): Promise<readonly AreaRef[]>
  countValues(metricId: string): Promise<number>
  addMetric(
    partnershipId: string,
    decide: (state: LibraryState) => Outcome<NewMetric>,
  ): Promise<Outcome<NewMetric>>
  /** Null inside: nothing changes, and nothing is written. Null outside: there is no such metric. */
  changeMetric(
    metricId: string,
    decide: (state: DefinedState) => Outcome<MetricChange | null>,
  ): Promise<Outcome<MetricChange | null> | null>
}
