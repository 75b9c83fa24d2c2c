import type { BlockKind } from '../../app/domain/strategy/strategy'
import type { BlockLook } from '../../app/domain/vocabularies/block-kinds'
import type {
  CalloutView,
  FigureView,
  GridView,
  MarkView,
  ParagraphView,
  RuleView,
  SourceView,
} from './view-parts'

/** A strategy as every format shows it: words, numbers and order are decided, only the look is left. */
export interface StrategyView {
  readonly title: string
  readonly partnership: string
  /** `2026 to 2031` */
  readonly horizon: string
  readonly standing: StandingView
  readonly chapters: readonly ChapterView[]
  /** What the text cites, numbered; most strategies of before cite nothing. */
  readonly sources: readonly SourceView[]
  readonly identity: IdentityView
}

export interface StandingView {
  /** On the title page: `Edition 3, approved 12 March 2027`. */
  readonly status: string
  /** On every page: `DRAFT — not agreed`, or the edition. */
  readonly mark: string
  readonly agreed: boolean
  /** One word across a printed page; null once agreed. */
  readonly watermark: string | null
  /** ISO instant written into the file as its date: the same edition always has the same. */
  readonly instant: string
}

export interface ChapterView {
  readonly number: number
  readonly title: string
  readonly anchor: string
  readonly parts: readonly PartView[]
}

export type PartView =
  | HeadingView
  | ParagraphView
  | { readonly type: 'quote'; readonly runs: readonly RunView[] }
  | ListView
  | CalloutView
  | GridView
  | RuleView
  | FigureView
  | BlockView

/** Chapters have depth 1; no heading is more than one deeper than the one before. */
export type Depth = 2 | 3 | 4

export interface HeadingView {
  readonly type: 'heading'
  readonly depth: Depth
  /** `4.1`; deeper headings carry no number. */
  readonly number: string | null
  readonly anchor: string
  readonly runs: readonly RunView[]
}

export interface RunView {
  /** May hold line breaks, no other control character. */
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  /** http, https or mailto, or `#anchor` of something in this view. */
  readonly href: string | null
  /** A footnote or a citation; `text` is then empty. */
  readonly mark?: MarkView
}

export interface ListView {
  readonly type: 'list'
  readonly ordered: boolean
  /** A check list: its items say whether they are done. */
  readonly isCheck?: boolean
  readonly items: readonly ListItemView[]
}

export interface ListItemView {
  readonly isDone?: boolean
  readonly runs: readonly RunView[]
  readonly children: readonly ListView[]
}

export interface BlockView {
  readonly type: 'block'
  readonly kind: BlockKind
  /** Which colour its rule has. */
  readonly look: BlockLook
  readonly depth: Depth
  /** `Objective 2.3` */
  readonly label: string
  readonly title: string
  readonly anchor: string
  readonly statement: readonly string[]
  readonly details: TableView | null
  readonly metrics: TableView | null
}

export interface TableView {
  readonly caption: string
  readonly columns: readonly string[]
  /** As many cells as columns; the first names its row. */
  readonly rows: readonly (readonly CellView[])[]
  /** Share of the width each column gets. */
  readonly widths: readonly number[]
}

export interface CellView {
  /** One paragraph each. */
  readonly lines: readonly string[]
  /** Says that something is not there yet. */
  readonly missing: boolean
}

/** The last page: which text this is, and how anybody can prove it. */
export interface IdentityView {
  readonly title: string
  readonly anchor: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly paragraphs: readonly string[]
  /** What to type to check the hash; null for a draft. */
  readonly command: string | null
}
