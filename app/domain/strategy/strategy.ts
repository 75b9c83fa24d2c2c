/** The states of a strategy's working text (domain model 4.2, the part built so far). */
export const STRATEGY_STATES = ['drafting', 'submitted', 'approved', 'published'] as const
export type StrategyState = (typeof STRATEGY_STATES)[number]

export const BLOCK_KINDS = ['vision', 'priority', 'objective'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const LEVELS = ['system', 'place', 'neighbourhood'] as const
export type Level = (typeof LEVELS)[number]

export const SCHEMA_VERSION = 1

/** A strategy as it reads at one moment: what a live document, an edition and an export have in common. */
export interface StrategyContent {
  readonly schemaVersion: number
  /** In reading order. */
  readonly chapters: readonly Chapter[]
  /** Every block with a reference in the text, in reading order; then the orphaned ones. */
  readonly blocks: readonly Block[]
}

export interface Chapter {
  readonly id: string
  readonly title: string
  readonly nodes: readonly ProseNode[]
}

export type ProseNode =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly content: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'quote'; readonly content: readonly Inline[] }
  | ListNode
  | { readonly type: 'block'; readonly blockId: string }
  /** Content of a newer Northing: kept and shown as its text, never dropped. */
  | { readonly type: 'unknown'; readonly nodeName: string; readonly text: string }

export interface ListNode {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly content: readonly Inline[]
  readonly children: readonly ListNode[]
}

export interface Inline {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** http, https, mailto, or `#` inside the document; anything else was removed on reading. */
  readonly href?: string
}

interface BlockBase {
  /** UUID, or a fixed word in the seed. */
  readonly id: string
  readonly title: string
  readonly statement: string
  /** The priority an objective stands under. */
  readonly parentId: string | null
  /** Where the block stands in the text; null when its reference is gone (kept for undo and restore). */
  readonly chapterId: string | null
}

export interface VisionBlock extends BlockBase {
  readonly kind: 'vision'
}

export interface PriorityBlock extends BlockBase {
  readonly kind: 'priority'
}

export interface ObjectiveBlock extends BlockBase {
  readonly kind: 'objective'
  /** The one accountable person. */
  readonly leadId: string | null
  readonly level: Level | null
  /** YYYY-MM-DD */
  readonly targetDate: string | null
  readonly hwbPriorityIds: readonly string[]
  readonly needIds: readonly string[]
  readonly metricLinks: readonly MetricLink[]
}

export type Block = VisionBlock | PriorityBlock | ObjectiveBlock

/** `measured_by`: numbers are in the metric's own unit. */
export interface MetricLink {
  readonly id: string
  readonly metricId: string
  readonly baseline: number | null
  /** YYYY-MM-DD */
  readonly baselineDate: string | null
  readonly target: number | null
  /** YYYY-MM-DD */
  readonly targetDate: string | null
}
