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
}

export interface StrategiesAdapters {
  readonly strategies: StrategyReader
}

export interface StrategyReader {
  findStrategy(id: string): Promise<StrategyRow | null>
  listStrategiesOf(partnershipId: string): Promise<readonly StrategyRow[]>
  /** What waits for this person in their partnership. */
  listWaiting(of: PersonInPartnership): Promise<Waiting>
}

export interface PersonInPartnership {
  readonly personId: string
  readonly partnershipId: string
  readonly signatoryOf: readonly string[]
}

export interface Waiting {
  /** Submitted editions that a body of this person has not signed off. */
  readonly signOffs: readonly WaitingSignOff[]
  readonly objectives: readonly LedObjective[]
  readonly metrics: readonly LedMetric[]
}

export interface WaitingSignOff {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly editionNumber: number
  readonly bodyId: string
  readonly bodyName: string
  readonly verb: string
}

export interface LedObjective {
  readonly strategyId: string
  readonly blockId: string
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
