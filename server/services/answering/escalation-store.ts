import type {
  Escalation,
  EscalationLevel,
  EscalationState,
  EscalationStep,
} from '../../../app/domain/answering/escalation'
import type { AskedAbout, LevelSeat } from '../../../app/domain/answering/escalation-sides'
import type { PersonRef } from '../../../app/domain/metrics/metric'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'

export interface EscalationStore {
  /** Newest first. */
  list(partnershipId: string): Promise<readonly StoredEscalation[]>
  /** Of these metrics, newest first. */
  listOfMetrics(metricIds: readonly string[]): Promise<readonly StoredEscalation[]>
  find(partnershipId: string, number: number): Promise<StoredEscalation | null>
  listSeats(partnershipId: string, onDay: string): Promise<readonly LevelSeat[]>
  /** Writes it under the partnership's next number, with who is told and its audit entry. */
  raise(raised: NewEscalation): Promise<{ number: number }>
  /** Adds a step; `decide` sees the escalation while nobody else may. Null: there is none of this number. */
  step(
    key: { readonly partnershipId: string; readonly number: number },
    decide: (held: StoredEscalation) => Outcome<NewStep>,
  ): Promise<Outcome<NewStep> | null>
}

export interface StoredEscalation {
  readonly id: string
  readonly number: number
  readonly partnershipId: string
  readonly strategyId: string
  readonly title: string
  readonly metric: { readonly id: string; readonly plainTitle: string } | null
  readonly area: { readonly id: string; readonly name: string }
  readonly now: Escalation
  readonly about: AskedAbout
  /** Oldest first; the first is the raising. */
  readonly history: readonly StepOnRecord[]
}

export interface StepOnRecord {
  readonly step: EscalationStep | 'raise'
  readonly state: EscalationState
  readonly level: EscalationLevel
  readonly words: string
  readonly support: string
  readonly responseDue: string
  readonly by: PersonRef
  /** An ISO instant. */
  readonly at: string
}

export interface NewStep {
  readonly id: string
  readonly step: EscalationStep
  readonly now: Escalation
  readonly words: string
  readonly support: string
  readonly personId: string
  readonly at: Date
  readonly tellings: readonly Telling[]
  readonly audit: AuditRecord
}

export interface NewEscalation {
  readonly id: string
  readonly stepId: string
  readonly partnershipId: string
  readonly strategyId: string
  readonly metricId: string | null
  readonly areaId: string
  readonly title: string
  readonly now: Escalation
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
  /** Who is told, once its number is known. */
  readonly tell: (number: number) => readonly Telling[]
}
