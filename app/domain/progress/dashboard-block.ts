import type { BlockKind, Level, MetricLink, ObjectiveBlock } from '../strategy/strategy'

/** A block as dashboards read it from its row, in reading order. */
export interface DashboardBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly parentId: string | null
  readonly chapterId: string | null
  readonly title: string
  readonly statement: string
  readonly leadId: string | null
  readonly level: Level | null
  readonly targetDate: string | null
  readonly hwbPriorityIds: readonly string[]
  readonly needIds: readonly string[]
  readonly metricLinks: readonly MetricLink[]
  readonly orphaned: boolean
}

export function asObjective(block: DashboardBlock): ObjectiveBlock {
  return { ...block, kind: 'objective' }
}

/** Where a block stands in the text, relative to the strategy: `write/chapter-4#block-objective-1-1`. */
export function pathToBlock(block: Pick<DashboardBlock, 'id' | 'chapterId'>): string {
  if (block.chapterId === null) return 'write'
  return `write/${encodeURIComponent(block.chapterId)}#block-${encodeURIComponent(block.id)}`
}
