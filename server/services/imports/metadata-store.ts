import type { MetadataWords } from '../../../app/domain/imports/read-metadata'
import type { Metric } from '../../../app/domain/metrics/metric'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'

/** A metric that a source may describe. */
export interface DescribableMetric {
  readonly metric: Metric
  /** Then what they are measured in stays. */
  readonly hasValues: boolean
}

export interface MetadataChange {
  readonly metricId: string
  readonly words: MetadataWords
  readonly audit: AuditRecord
}

export interface MetadataStore {
  /** Those that are followed, by code. */
  listDescribable(partnershipId: string): Promise<readonly DescribableMetric[]>
  /** All that `decide` answers or nothing, while nobody else may change these metrics. */
  changeMetrics(
    partnershipId: string,
    ids: readonly string[],
    decide: (metrics: readonly DescribableMetric[]) => Outcome<readonly MetadataChange[]>,
  ): Promise<Outcome<readonly MetadataChange[]>>
}
