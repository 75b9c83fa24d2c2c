import type { BlockKind } from '../strategy/strategy'

/** How words look and what they lead to. Whatever is not a plain value is its canonical JSON. */
export type Marks = Readonly<Record<string, string | number | boolean>>

export interface Run {
  readonly text: string
  readonly marks: Marks
}

export type Segment =
  | (Run & { readonly type: 'equal' | 'insert' | 'delete' })
  | {
      readonly type: 'restyle'
      readonly text: string
      readonly before: Marks
      readonly after: Marks
    }

/** What is compared as one piece of prose. */
export interface Line {
  /** A node's type; `list-item` and `table-row` for the parts of lists and tables. */
  readonly kind: string
  /** Headings: 2 to 4; list items: how deep, from 1; others 0. */
  readonly level: number
  /** Only where a block stands. */
  readonly blockId?: string
  readonly text: string
  readonly runs: readonly Run[]
  /** Everything about it but its words, as canonical JSON. */
  readonly shape: string
}

export type LineChange =
  | { readonly state: 'same'; readonly line: Line }
  /** `movedFrom`, `movedTo`: the chapter where the same words stood, or stand now. */
  | { readonly state: 'inserted'; readonly line: Line; readonly movedFrom?: string }
  | { readonly state: 'deleted'; readonly line: Line; readonly movedTo?: string }
  | {
      readonly state: 'changed'
      readonly before: Line
      readonly after: Line
      readonly segments: readonly Segment[]
    }

export type Value = string | number | boolean | null

export type FieldChange =
  | { readonly type: 'words'; readonly key: string; readonly segments: readonly Segment[] }
  | { readonly type: 'value'; readonly key: string; readonly before: Value; readonly after: Value }
  | {
      readonly type: 'set'
      readonly key: string
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  | { readonly type: 'records'; readonly key: string; readonly records: readonly RecordChange[] }

/** One link with figures of its own. Its plain values are told before and after, by key. */
export interface RecordChange {
  readonly id: string
  readonly state: 'added' | 'removed' | 'changed'
  readonly before: Readonly<Record<string, Value>>
  readonly after: Readonly<Record<string, Value>>
}

export type Presence = 'same' | 'changed' | 'added' | 'removed'

export interface ChapterComparison {
  readonly id: string
  readonly state: Presence
  /** As it is called now, or was last. */
  readonly title: string
  /** Absent: it is called what it was called. */
  readonly titleSegments?: readonly Segment[]
  readonly isMoved: boolean
  readonly fields: readonly FieldChange[]
  readonly lines: readonly LineChange[]
  /** Something changed that no line and no field shows. */
  readonly hasMore: boolean
  /** How many lines were changed, added, removed or moved; blocks and empty lines aside. */
  readonly paragraphs: number
  /** Blocks that stand or stood here and differ. */
  readonly blockIds: readonly string[]
}

export interface BlockComparison {
  readonly id: string
  readonly kind: BlockKind
  readonly state: Exclude<Presence, 'same'>
  readonly title: string
  /** The chapter it stands in, or stood in last. */
  readonly chapterId: string
  readonly isMoved: boolean
  /** Of one that was added or removed: everything it says. */
  readonly fields: readonly FieldChange[]
}

export interface Comparison {
  /** In reading order; removed ones where they stood. */
  readonly chapters: readonly ChapterComparison[]
  /** Those that differ, in reading order. */
  readonly blocks: readonly BlockComparison[]
}

export function isUnchanged({ chapters, blocks }: Comparison): boolean {
  return blocks.length === 0 && chapters.every(({ state, isMoved }) => state === 'same' && !isMoved)
}
