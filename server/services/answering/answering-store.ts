import type { Term } from '../../../app/domain/answering/answer-for'
import type { AnsweringRules } from '../../../app/domain/answering/answering-rules'
import type { DriverCaps } from '../../../app/domain/answering/driver-watch'
import type { CountermeasureSummary } from '../../../app/domain/answering/countermeasure'
import type { MetricUpdate, NewUpdate } from '../../../app/domain/answering/update'
import type { Metric, MetricRole, PersonRef } from '../../../app/domain/metrics/metric'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import type { MetricsAdapters } from '../metrics/metric-store'
import type { TargetStore } from '../targets/target-store'
import type { EscalationStore } from './escalation-store'

/** What leads are asked for and what they gave. */
export interface AnsweringStore {
  /** The newest that were set, else the usual. */
  readRules(partnershipId: string): Promise<AnsweringRules>
  addRules(row: NewRules): Promise<void>
  /** `decide` sees all metrics and the caps while nobody else may change a role of the partnership. */
  changeRoles(
    partnershipId: string,
    decide: (metrics: readonly Metric[], caps: DriverCaps) => Outcome<NewRoles>,
  ): Promise<Outcome<NewRoles>>
  /** Newest first, of all these metrics. */
  listUpdates(metricIds: readonly string[]): Promise<readonly StoredUpdate[]>
  addUpdate(row: NewStoredUpdate): Promise<void>
  /** As their newest revisions have them, newest first. */
  listSummaries(metricIds: readonly string[]): Promise<readonly StoredSummary[]>
  /** Oldest first. */
  listRevisions(summaryId: string): Promise<readonly Revision[]>
  /**
   * Adds a revision, of a new summary where there is none of this number. `decide` sees the newest while nobody else may
   * save one; null: there is no such summary.
   */
  saveSummary(
    key: { readonly metricId: string; readonly number: number | null },
    decide: (held: StoredSummary | null) => Outcome<NewRevision>,
  ): Promise<Outcome<SavedSummary> | null>
  /** Everybody who is or was a member. */
  listTerms(partnershipId: string): Promise<readonly Term[]>
  listPartnershipIds(): Promise<readonly string[]>
  listChairs(partnershipId: string, onDay: string): Promise<readonly PersonRef[]>
  /** The starts of the periods each metric that is followed has a value of, of its own area and everybody. */
  listPeriodStarts(partnershipId: string): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  tell(tellings: readonly Telling[], at: Date): Promise<void>
}

export interface NewRoles {
  /** Only those that change; none: nothing is written. */
  readonly roles: readonly { readonly id: string; readonly role: MetricRole }[]
  readonly audit: AuditRecord
}

export interface StoredUpdate extends MetricUpdate {
  readonly metricId: string
}

export interface NewStoredUpdate extends NewUpdate {
  readonly id: string
  readonly metricId: string
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

export interface StoredSummary {
  readonly id: string
  readonly metricId: string
  readonly number: number
  readonly begunBy: PersonRef
  readonly summary: CountermeasureSummary
  /** How often it was saved: the number of its newest revision. */
  readonly revision: number
  readonly savedBy: PersonRef
  /** An ISO instant. */
  readonly savedAt: string
}

export interface Revision {
  readonly summary: CountermeasureSummary
  readonly by: PersonRef
  readonly at: string
}

export interface NewRevision {
  readonly summaryId: string
  readonly revisionId: string
  readonly summary: CountermeasureSummary
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

export interface SavedSummary {
  readonly number: number
}

export interface NewRules extends AnsweringRules {
  readonly id: string
  readonly partnershipId: string
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

export interface AnsweringAdapters extends MetricsAdapters {
  readonly targets: TargetStore
  readonly answering: AnsweringStore
  readonly escalations: EscalationStore
}
