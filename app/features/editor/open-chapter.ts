import type { TextAnchor } from '../../domain/discussion/thread'
import type { BlockKind } from '../../domain/strategy/strategy'

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
  readonly actions: ChapterActions | null
  /** Scrolls to a stretch and puts the caret there; false when its words are gone. */
  goToAnchor: (anchor: TextAnchor) => boolean
}

export interface ShownAnchor {
  readonly id: string
  readonly anchor: TextAnchor
  readonly isCurrent: boolean
}
