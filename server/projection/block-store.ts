import type { BlockKind, Level, MetricLink } from '../../app/domain/strategy/strategy'

/** A block as the dashboards read it: one row and its links. Empty and null link fields for visions and priorities. */
export interface ProjectedBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly parentId: string | null
  /** Null when the text no longer refers to the block. */
  readonly chapterId: string | null
  /** Reading order within the strategy, from 0. */
  readonly position: number
  readonly title: string
  readonly statement: string
  readonly leadId: string | null
  readonly level: Level | null
  /** YYYY-MM-DD */
  readonly targetDate: string | null
  readonly hwbPriorityIds: readonly string[]
  readonly needIds: readonly string[]
  readonly metricLinks: readonly MetricLink[]
  readonly orphaned: boolean
  /** What is wrong with the values people stored, as whole sentences. */
  readonly problems: readonly string[]
}

export interface Projectable {
  readonly strategyId: string
  readonly documentId: string
}

export interface BlockStore {
  readBlocks(strategyId: string): Promise<readonly ProjectedBlock[]>
  /**
   * Makes the rows equal to `blocks`, writing only what differs, in one transaction.
   * Answers how many blocks were written or removed; 0 also when the rows already stand at a later sequence.
   */
  replaceBlocks(
    strategyId: string,
    blocks: readonly ProjectedBlock[],
    documentSeq: bigint,
  ): Promise<number>
  /** The rows say the same at `to` as at `from`: false when they do not stand at `from`. */
  advance(strategyId: string, from: bigint, to: bigint): Promise<boolean>
  /** The strategies whose documents can be projected. */
  listProjectable(): Promise<readonly Projectable[]>
  /** Those whose rows are behind their document, or were made by another version of this program. */
  listLagging(): Promise<readonly Projectable[]>
}
