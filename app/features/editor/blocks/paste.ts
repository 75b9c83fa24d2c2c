import { $isLinkNode } from '@lexical/link'
import { $isListItemNode } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import {
  $isElementNode,
  $isTextNode,
  $setState,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical'
import type * as Y from 'yjs'
import { placeBlocks } from '../../../document/block-order'
import { cloneBlock } from '../../../document/edit'
import { FORM_ORIGIN } from '../../../document/origins'
import { safeHref } from '../../../document/safe-href'
import { blockOf } from '../../../document/shape'
import {
  type BlockRefNode,
  $getBlockId,
  $isBlockRefNode,
  blockIdState,
} from '../nodes/block-ref-node'

const BOLD_AND_ITALIC = 3

/** Pasted text keeps its structure, bold, italic and safe links; everything else about its looks goes. */
export function registerPaste(editor: LexicalEditor, doc: Y.Doc, newId: () => string): () => void {
  return editor.registerCommand(
    SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
    ({ nodes }) => {
      const kept = nodes.flatMap((node) => $tidy(node, { doc, newId }))
      nodes.splice(0, nodes.length, ...kept)
      return false
    },
    COMMAND_PRIORITY_HIGH,
  )
}

interface Tidying {
  readonly doc: Y.Doc
  readonly newId: () => string
}

/** What takes the node's place. */
function $tidy(node: LexicalNode, tidying: Tidying): LexicalNode[] {
  if ($isBlockRefNode(node)) return $adoptBlock(node, tidying) ? [node] : []
  if ($isTextNode(node)) {
    node.setStyle('')
    node.setFormat(node.getFormat() & BOLD_AND_ITALIC)
  }
  if (!$isElementNode(node)) return [node]
  $tidyElement(node)
  for (const child of node.getChildren()) $replaceWithTidy(child, tidying)
  return $isUnsafeLink(node) ? node.getChildren() : [node]
}

function $replaceWithTidy(child: LexicalNode, tidying: Tidying): void {
  const kept = $tidy(child, tidying)
  if (kept.length === 1 && kept[0]?.is(child)) return
  for (const replacement of kept) child.insertBefore(replacement)
  child.remove()
}

function $isUnsafeLink(node: LexicalNode): boolean {
  return $isLinkNode(node) && safeHref(node.getURL()) === null
}

function $tidyElement(node: LexicalNode): void {
  if (!$isElementNode(node)) return
  node.setFormat('')
  // A list item's indent is its place in nested lists, not a look.
  if (!$isListItemNode(node)) node.setIndent(0)
  node.setStyle('')
  if ($isHeadingNode(node)) {
    const level = Math.min(4, Math.max(2, Number(node.getTag().slice(1))))
    node.setTag(level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4')
  }
  if ($isLinkNode(node)) {
    node.setTarget(null)
    node.setRel(null)
    node.setTitle(null)
  }
}

/**
 * A block that was cut comes back as itself; one that still stands somewhere is copied under a new id;
 * one from another strategy cannot come along.
 */
function $adoptBlock(node: BlockRefNode, { doc, newId }: Tidying): boolean {
  const blockId = $getBlockId(node)
  if (!blockOf(doc, blockId)) return false
  const stillStands = placeBlocks(doc).some((place) => place.blockId === blockId)
  if (!stillStands) return true
  const id = newId()
  cloneBlock(doc, { fromId: blockId, toId: id, newId }, FORM_ORIGIN)
  $setState(node, blockIdState, id)
  return true
}
