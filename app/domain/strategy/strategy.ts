/** The states of a strategy's working text (domain model 4.2, the part built so far). */
export const STRATEGY_STATES = ['drafting', 'submitted', 'approved', 'published'] as const
export type StrategyState = (typeof STRATEGY_STATES)[number]

export const BLOCK_KINDS = [
  'vision',
  'value',
  'goal',
  'priority',
  'objective',
  'initiative',
  'enabler',
  'evidence',
  'commitment',
  'assumption',
  'dependency',
  'place_addendum',
  'you_said_we_did',
  'integration_statement',
] as const
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
  | { readonly type: 'callout'; readonly tone: CalloutTone; readonly content: readonly Inline[] }
  | { readonly type: 'rule' }
  | TableNode
  | ImageNode
  | { readonly type: 'block'; readonly blockId: string }
  /** Content of a newer Northing: kept and shown as its text, never dropped. */
  | { readonly type: 'unknown'; readonly nodeName: string; readonly text: string }

export const CALLOUT_TONES = ['note', 'important', 'example'] as const
export type CalloutTone = (typeof CALLOUT_TONES)[number]

export interface ListNode {
  readonly type: 'list'
  readonly ordered: boolean
  /** A check list: its items are done or not yet. */
  readonly kind?: 'check'
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly content: readonly Inline[]
  readonly children: readonly ListNode[]
  /** In a check list: done. */
  readonly checked?: boolean
}

/** Rows of one table, top to bottom; a cell that spans several stands in the first of them only. */
export interface TableNode {
  readonly type: 'table'
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly header: boolean
  /** How many columns or rows it covers; one when absent. */
  readonly colSpan?: number
  readonly rowSpan?: number
  /** Anything but a table or a block. */
  readonly nodes: readonly ProseNode[]
}

/** A picture the partnership has stored; the file itself is not in the text. */
export interface ImageNode {
  readonly type: 'image'
  readonly fileId: string
  /** What it shows, for those who do not see it. */
  readonly alt: string
  readonly caption: string
}

export interface Inline {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** http, https, mailto, or `#` inside the document; anything else was removed on reading. */
  readonly href?: string
  /** Where the link leads, in words. */
  readonly title?: string
  /** Something that stands in the line in place of words; `text` is then empty. */
  readonly atom?: InlineAtom
}

export type InlineAtom =
  | { readonly kind: 'footnote'; readonly id: string; readonly text: string }
  /** `locator`: where in the source, such as `page 12`. */
  | { readonly kind: 'citation'; readonly sourceId: string; readonly locator: string }
  | { readonly kind: 'metric'; readonly metricId: string }

/** Text, number or date as it is stored; several ids or words as a list. */
export type FieldValue = string | number | readonly string[]

/** By the keys of `block-fields.ts`. */
export type BlockFields = Readonly<Record<string, FieldValue>>

interface BlockBase {
  /** UUID, or a fixed word in the seed. */
  readonly id: string
  readonly title: string
  readonly statement: string
  /** What the block stands under: an objective under a priority, an addendum under an objective. */
  readonly parentId: string | null
  /** Where the block stands in the text; null when its reference is gone (kept for undo and restore). */
  readonly chapterId: string | null
  /** Only fields with a value; left out when there is none, so that older editions keep their hash. */
  readonly fields?: BlockFields
}

/** Every kind whose fields are all in `fields`. */
export interface PlainBlock extends BlockBase {
  readonly kind: Exclude<BlockKind, 'objective'>
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

export type Block = PlainBlock | ObjectiveBlock

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
