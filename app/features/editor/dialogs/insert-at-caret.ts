import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $dropEmptyBefore } from '../tables/table-commands'

/**
 * Puts something into the line where the caret is; without a caret, at the end. One step of undo by itself,
 * or part of the one that `endStep` ends.
 */
export function insertInLine(
  editor: LexicalEditor,
  create: () => LexicalNode,
  endStep?: () => void,
): void {
  const insert = () => {
    $keepSelection()
    const node = create()
    $insertNodes([node])
    node.selectNext()
  }
  if (endStep) editor.update(insert, { onUpdate: endStep })
  else change(editor, insert)
}

/** Puts something on a line of its own, after the caret's, with room to go on writing below. */
export function insertOnOwnLine(editor: LexicalEditor, create: () => LexicalNode): void {
  change(editor, () => {
    $keepSelection()
    const node = $insertNodeToNearestRoot(create())
    $dropEmptyBefore(node)
    const after = node.getNextSibling() ?? node.insertAfter($createParagraphNode())
    if ($isElementNode(after)) after.selectStart()
  })
}

/** One change of the text as one step of undo. */
export function change(editor: LexicalEditor, act: () => void): void {
  editor.update(act, { tag: HISTORY_PUSH_TAG })
}

/** Changes the node a dialog is about, if it still stands. */
export function changeNode<T extends LexicalNode>(
  editor: LexicalEditor,
  { nodeKey, is }: { nodeKey: string; is: (node: LexicalNode | null) => node is T },
  act: (node: T) => void,
): void {
  change(editor, () => {
    const node = $getNodeByKey(nodeKey)
    if (is(node)) act(node)
  })
}

export function readNode<T extends LexicalNode, Value>(
  editor: LexicalEditor,
  { nodeKey, is }: { nodeKey: string; is: (node: LexicalNode | null) => node is T },
  read: (node: T) => Value,
): Value | null {
  return editor.read('latest', () => {
    const node = $getNodeByKey(nodeKey)
    return is(node) ? read(node) : null
  })
}

function $keepSelection(): void {
  if (!$getSelection()) $getRoot().selectEnd()
}
