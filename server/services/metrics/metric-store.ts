import type { JoinedSeries } from '../../../app/domain/areas/join-series'
import type { Chairs } from '../../../app/domain/answering/answer-for'
import type { ChartChoice } from '../../../app/domain/metrics/chart-choice'
import type { Metric, PersonRef } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import type { LiveNotices } from '../documents'

export interface Member extends PersonRef {
  readonly organisationName: string
}

/** Reads and writes metrics. Observations are those of a metric's own area, superseded ones included. */
export interface MetricStore {
  /** The partnership of a strategy, or null when there is no such strategy. */
  findPartnershipOf(strategyId: string): Promise<string | null>
  /** By code. */
  listMetrics(partnershipId: string): Promise<readonly Metric[]>
  findMetrics(partnershipId: string, ids: readonly string[]): Promise<readonly Metric[]>
  findMetric(metricId: string): Promise<Metric | null>
  /** Keyed by metric id; a metric without any has no key. Earlier values from before a merger are among them (rules AS). */
  readObservations(
    metrics: readonly Pick<Metric, 'id' | 'area' | 'valueType' | 'unit'>[],
  ): Promise<ReadonlyMap<string, readonly Observation[]>>
  /** What was before the metric's area; null: no other area became it. */
  readJoined(metric: Metric): Promise<JoinedSeries | null>
  /** People whose membership covers `onDay`, by name. */
  listMembers(partnershipId: string, onDay: string): Promise<readonly Member[]>
  /** Who leads by rule; of that day. */
  readChairs(partnershipId: string, onDay: string): Promise<Chairs>
  /** The area an area is in. */
  findParentArea(areaId: string): Promise<string | null>
  listStrategyIds(partnershipId: string): Promise<readonly string[]>
  /**
   * Adds an observation and its audit entry, or neither. `decide` sees the metric and its observations
   * as they stand while nobody else may add one; null: there is no such metric.
   */
  addObservation(metricId: string, decide: Decide<NewRow>): Promise<Outcome<NewRow> | null>
  /** The metric's version counts up with it: its chart is drawn anew. */
  addChartChoice(
    metricId: string,
    decide: Decide<NewChartChoice>,
  ): Promise<Outcome<NewChartChoice> | null>
  setLead(metricId: string, decide: Decide<NewLead>): Promise<Outcome<NewLead> | null>
}

export interface MetricState {
  readonly metric: Metric
  readonly rows: readonly Observation[]
}

type Decide<T> = (state: MetricState) => Outcome<T>

export interface NewRow {
  readonly observation: Observation
  readonly audit: AuditRecord
}

export interface NewChartChoice {
  readonly id: string
  readonly choice: ChartChoice
  readonly reason: string
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

export interface NewLead {
  readonly leadId: string | null
  readonly deputyId: string | null
  /** Null when nothing changes: then nothing is written. */
  readonly audit: AuditRecord | null
}

/** The blocks of a strategy as last projected from its document. */
export interface BlockReader {
  readBlocks(strategyId: string): Promise<readonly DashboardBlock[]>
}

export interface MetricsAdapters {
  readonly metrics: MetricStore
  readonly blocks: BlockReader
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}
