import type { TextAnchor } from '../../domain/discussion/thread'
import type { BlockKind } from '../../domain/strategy/strategy'
import type { ChapterNodes } from './blocks/chapter-nodes'

/** What the page can do with the chapter that stands open. Null values: no chapter is open for writing. */
export interface ChapterActions {
  /** Puts a new block where the caret is, or at the end; answers its id. */
  insertBlock: (kind: BlockKind) => string
  moveBlock: (blockId: string, direction: 'up' | 'down') => void
  duplicateBlock: (blockId: string) => void
  /** Takes the block out of the text; its entry stays for undo. */
  removeBlock: (blockId: string) => void
}

/** What an open chapter offers to the page around it. */
export interface OpenChapter {
  readonly chapterId: string
  /** The element its text stands in. */
  readonly root: HTMLElement | null
  readonly actions: ChapterActions | null
  /** Scrolls to a stretch and puts the caret there; false when its words are gone. */
  goToAnchor: (anchor: TextAnchor) => boolean
  /** Headings and blocks by the names the outline has for them. */
  readonly nodes: ChapterNodes
  /** Scrolls to where somebody else's caret is, if it is in this chapter and out of sight. */
  showCaretOf: (clientId: number) => void
}

export interface ShownAnchor {
  readonly id: string
  readonly anchor: TextAnchor
  readonly isCurrent: boolean
  /** A comment, unless it says something else. */
  readonly look?: 'suggestion' | 'deletion'
}
