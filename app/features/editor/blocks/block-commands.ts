import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type * as Y from 'yjs'
import { cloneBlock, insertBlock } from '../../../document/edit'
import { FORM_ORIGIN } from '../../../document/origins'
import { blockOf } from '../../../document/shape'
import { mayStandUnder } from '../../../domain/strategy/block-shape'
import { BLOCK_KINDS, type BlockKind } from '../../../domain/strategy/strategy'
import {
  $createBlockRefNode,
  $getBlockId,
  $isBlockRefNode,
  type BlockRefNode,
} from '../nodes/block-ref-node'
import type { ChapterActions } from '../open-chapter'

interface BlockCommandOptions {
  readonly editor: LexicalEditor
  readonly doc: Y.Doc
  readonly undoManager: Y.UndoManager
  readonly newId: () => string
}

/** What can be done with blocks in the open chapter. Entry and reference change as one step of undo. */
export function createBlockCommands({
  editor,
  doc,
  undoManager,
  newId,
}: BlockCommandOptions): ChapterActions {
  /** One step of its own, made at once: a remote change must not fall between entry and reference. */
  const asStep = (change: () => void) => {
    undoManager.stopCapturing()
    change()
    undoManager.stopCapturing()
  }
  const update = (change: () => void) => editor.update(change, { discrete: true })
  return {
    insertBlock: (kind) => {
      const id = newId()
      asStep(() => {
        insertBlock(doc, { id, kind, parentId: findParentAbove(editor, doc, kind) }, FORM_ORIGIN)
        update(() => $placeBlock($createBlockRefNode(id, kind)))
      })
      return id
    },
    moveBlock: (blockId, direction) => asStep(() => update(() => $moveBlock(blockId, direction))),
    duplicateBlock: (blockId) => {
      const id = newId()
      asStep(() => {
        const copy = cloneBlock(doc, { fromId: blockId, toId: id, newId }, FORM_ORIGIN)
        if (copy)
          update(() => $placeCopy($findBlockRef(blockId), $createBlockRefNode(id, copy.kind)))
      })
    },
    removeBlock: (blockId) => asStep(() => update(() => $removeBlock(blockId))),
  }
}

/** A new block starts under what stands above it, where its kind stands under that: an objective under a priority. */
function findParentAbove(editor: LexicalEditor, doc: Y.Doc, kind: BlockKind): string | null {
  // Goals stand together in one place: the last of them says nothing about the priorities below.
  if (kind === 'priority') return null
  return editor.read('latest', () => {
    let node: LexicalNode | null = $findTop() ?? $getRoot().getLastChild()
    for (; node; node = node.getPreviousSibling()) {
      if (!$isBlockRefNode(node)) continue
      const id = $getBlockId(node)
      const above = BLOCK_KINDS.find((known) => known === blockOf(doc, id)?.get('kind'))
      if (above && mayStandUnder(kind, above)) return id
    }
    return null
  })
}

/** The top-level node the caret is in; a card that has the focus counts as well. */
function $findTop(): LexicalNode | null {
  const selection = $getSelection()
  const node = $isRangeSelection(selection)
    ? selection.anchor.getNode()
    : (selection?.getNodes()[0] ?? null)
  if (node) return $findChildOfRoot(node)
  const focused = globalThis.document?.activeElement
  const near = focused ? $getNearestNodeFromDOMNode(focused) : null
  return near && $findChildOfRoot(near)
}

/** Lexical's own stops at the cell of a table, where a card has no place. */
function $findChildOfRoot(node: LexicalNode): LexicalNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent())
    if ($isRootNode(at.getParent())) return at
  return null
}

function $placeBlock(block: BlockRefNode): void {
  const top = $findTop()
  if (!top) $getRoot().append(block)
  else if ($isParagraphNode(top) && top.isEmpty() && top.getPreviousSibling())
    top.insertBefore(block)
  else top.insertAfter(block)
  $keepParagraphsAround(block)
}

function $placeCopy(original: BlockRefNode | null, copy: BlockRefNode): void {
  if (!original) return
  original.insertAfter(copy)
  $keepParagraphsAround(copy)
}

function $findBlockRef(blockId: string): BlockRefNode | null {
  const found = $getRoot()
    .getChildren()
    .find((node) => $isBlockRefNode(node) && $getBlockId(node) === blockId)
  return $isBlockRefNode(found) ? found : null
}

/** Past the next thing with content; the empty paragraph between two cards travels along. */
function $moveBlock(blockId: string, direction: 'up' | 'down'): void {
  const block = $findBlockRef(blockId)
  if (!block) return
  const step = (node: LexicalNode) =>
    direction === 'up' ? node.getPreviousSibling() : node.getNextSibling()
  let target = step(block)
  const gap = $isEmptyParagraph(target) ? target : null
  if (gap && step(gap)) target = step(gap)
  if (!target || target === gap) return
  block.remove()
  if (direction === 'up') target.insertBefore(block)
  else target.insertAfter(block)
  $keepParagraphsAround(block)
}

function $isEmptyParagraph(node: LexicalNode | null): boolean {
  return $isParagraphNode(node) && node.isEmpty()
}

function $removeBlock(blockId: string): void {
  const block = $findBlockRef(blockId)
  const next = block?.getNextSibling() ?? block?.getPreviousSibling()
  block?.remove()
  if ($isElementNode(next)) next.selectStart()
}

/** A caret can be put before and after every card, also at the ends of the chapter and between two cards. */
export function $keepParagraphsAround(block: BlockRefNode): void {
  const before = block.getPreviousSibling()
  const after = block.getNextSibling()
  if (!before || $isBlockRefNode(before)) block.insertBefore($createParagraphNode())
  if (!after || $isBlockRefNode(after)) block.insertAfter($createParagraphNode())
}
