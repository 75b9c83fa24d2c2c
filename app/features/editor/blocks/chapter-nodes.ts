import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical'
import type * as Y from 'yjs'
import { countSection, findNodeIndex } from '../../../document/chapter-outline'
import { chapterBodyOf } from '../../../document/shape'

interface ChapterNodesOptions {
  readonly editor: LexicalEditor
  readonly doc: Y.Doc
  readonly chapterId: string
  readonly undoManager: Y.UndoManager
}

export interface ChapterNodes {
  /** Shows a heading or block and puts the caret there; false when it is gone. */
  goTo: (nodeId: string) => boolean
  /** A heading takes along what stands under it. `beforeId` null: to the end. */
  move: (nodeId: string, beforeId: string | null) => void
}

/** The top-level nodes of the open chapter by the names the outline has for them. */
export function createChapterNodes(options: ChapterNodesOptions): ChapterNodes {
  const { editor, doc, chapterId, undoManager } = options
  const indexOf = (nodeId: string) => {
    const body = chapterBodyOf(doc, chapterId)
    return body ? findNodeIndex(body, nodeId) : -1
  }
  return {
    goTo: (nodeId) => {
      const key = editor.read('latest', () => $getRoot().getChildAtIndex(indexOf(nodeId))?.getKey())
      const element = key === undefined ? null : editor.getElementByKey(key)
      if (!element) return false
      element.scrollIntoView({ block: 'start' })
      editor.update(() => {
        const node = $getRoot().getChildAtIndex(indexOf(nodeId))
        if ($isElementNode(node)) node.selectStart()
      })
      return true
    },
    move: (nodeId, beforeId) => {
      const body = chapterBodyOf(doc, chapterId)
      const from = indexOf(nodeId)
      const to = beforeId === null ? (body?.length ?? 0) : indexOf(beforeId)
      if (!body || from === -1 || to === -1) return
      const count = countSection(body, from)
      // Into itself, or where it stands already.
      if (to >= from && to <= from + count) return
      undoManager.stopCapturing()
      editor.update(() => $moveNodes(from, count, to), { discrete: true })
      undoManager.stopCapturing()
    },
  }
}

function $moveNodes(from: number, count: number, to: number): void {
  const children = $getRoot().getChildren()
  const moved = children.slice(from, from + count)
  const target = children[to]
  for (const node of moved) {
    if (target) target.insertBefore(node)
    else $getRoot().append(node)
  }
}
