/** Parts of the prose beside headings, paragraphs, lists and blocks; like those, ready but for the look. */
import type { ImageType } from '../../app/domain/files/image-type'
import type { CalloutTone } from '../../app/domain/strategy/strategy'
import type { ListView, RunView } from './view'

export interface CalloutView {
  readonly type: 'callout'
  readonly tone: CalloutTone
  /** `Important` */
  readonly label: string
  readonly runs: readonly RunView[]
}

/** A table somebody made in the text. Every row covers as many columns as the others. */
export interface GridView {
  readonly type: 'grid'
  readonly columns: number
  /** How many rows at the top are a header, and so repeat on every page. */
  readonly headRows: number
  readonly rows: readonly GridRowView[]
}

export interface GridRowView {
  readonly cells: readonly GridCellView[]
}

export interface GridCellView {
  readonly header: boolean
  readonly colSpan: number
  readonly rowSpan: number
  readonly parts: readonly CellPartView[]
}

/** A heading in a cell is a paragraph in bold: the contents list must not show it. */
export type CellPartView = ParagraphView | ListView | CalloutView | RuleView | FigureView

export interface ParagraphView {
  readonly type: 'paragraph'
  readonly runs: readonly RunView[]
}

export interface RuleView {
  readonly type: 'rule'
}

export interface FigureView {
  readonly type: 'figure'
  /** Null: the file is not there any more; its words are. */
  readonly file: FileView | null
  /** What it shows, for those who do not see it. */
  readonly alt: string
  readonly caption: string
}

export interface FileView {
  readonly id: string
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** In place of words in a line. */
export type MarkView =
  | {
      readonly kind: 'footnote'
      readonly number: number
      readonly text: string
      /** Where the note leads back to. */
      readonly isFirst: boolean
    }
  | {
      readonly kind: 'source'
      readonly number: number
      /** Of its entry among the sources. */
      readonly anchor: string
      /** `[3, page 12]` */
      readonly text: string
    }

export interface SourceView {
  readonly number: number
  readonly anchor: string
  readonly text: string
  readonly href: string | null
}
