import type { Phase } from '../../../app/domain/signoff/phases'
import type { StrategyState } from '../../../app/domain/strategy/strategy'

export interface StrategyRow {
  readonly id: string
  readonly partnershipId: string
  readonly partnershipName: string
  readonly title: string
  readonly slug: string
  readonly state: StrategyState
  readonly horizonFrom: number
  readonly horizonTo: number
  readonly documentId: string
  readonly updatedAt: Date
  readonly phase: Phase
  /** Who brought it to that phase, and when; null: nobody yet. */
  readonly phaseChange: ChangedBy | null
  /** Only suggestions are taken; null: it is open for writing, as far as its state goes. */
  readonly suggesting: (ChangedBy & { readonly reason: string }) | null
}

export interface ChangedBy {
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface StrategiesAdapters {
  readonly strategies: StrategyReader
}

export interface StrategyReader {
  findStrategy(id: string): Promise<StrategyRow | null>
  listStrategiesOf(partnershipId: string): Promise<readonly StrategyRow[]>
  /** What this person leads in their partnership. */
  listLed(of: PersonInPartnership): Promise<Led>
}

export interface PersonInPartnership {
  readonly personId: string
  readonly partnershipId: string
}

export interface Led {
  readonly objectives: readonly LedObjective[]
  readonly metrics: readonly LedMetric[]
}

export interface LedObjective {
  readonly strategyId: string
  readonly blockId: string
  /** The chapter it stands in. */
  readonly chapterId: string | null
  readonly title: string
  /** YYYY-MM-DD */
  readonly targetDate: string | null
}

export interface LedMetric {
  readonly metricId: string
  readonly title: string
  /** The label of the newest period with an observation. */
  readonly latestPeriod: string | null
}
