import type { MetricStore } from '../metrics/metric-store'
import type { LiveNotices } from '../documents'
import type { FingertipsSource } from './fingertips'
import type { ImportStore } from './import-store'
import type { MetadataStore } from './metadata-store'
import type { TableReading } from './tables'

export interface ImportsAdapters {
  readonly imports: ImportStore
  readonly metadata: MetadataStore
  readonly tables: TableReading
  readonly metrics: Pick<MetricStore, 'listStrategyIds'>
  readonly notices: LiveNotices
  /** Null where the operator has not said where it is. */
  readonly fingertips: FingertipsSource | null
  readonly now: () => Date
  readonly newId: () => string
  /** Goes on after the answer; an error is written down. */
  readonly later: (task: () => Promise<void>) => void
}
