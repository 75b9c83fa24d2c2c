import { $isTableCellNode } from '@lexical/table'
import { $findMatchingParent } from '@lexical/utils'
import { $createParagraphNode, $getSelection, $isDecoratorNode, type LexicalNode } from 'lexical'
import type * as Y from 'yjs'
import type { ProseNode } from '../../../domain/strategy/strategy'
import { placeBlocks } from '../../../document/block-order'
import { cloneBlock } from '../../../document/edit'
import { insertNote } from '../../../document/edit-notes'
import { FORM_ORIGIN } from '../../../document/origins'
import { readBlock } from '../../../document/read-block'
import { blocksOf } from '../../../document/shape'
import { $createBlockRefNode } from '../nodes/block-ref-node'
import { $createInlines, $createNodes, type NodeMakers } from './build-nodes'
import type { Clip } from './clip'

export interface PasteTarget {
  readonly doc: Y.Doc
  readonly newId: () => string
}

/** Puts a clip where the selection is. Call inside an update. */
export function $insertClip({ nodes, left }: Clip, target: PasteTarget): void {
  const selection = $getSelection()
  if (!selection || nodes.length === 0) return
  const fitting = $isInCell() ? flattenForCell(nodes, left) : nodes
  const makers = createMakers(target)
  const [only] = fitting
  // A single line goes on in the line it is pasted into.
  const made =
    fitting.length === 1 && only?.type === 'paragraph'
      ? $createInlines(only.content, makers)
      : $createNodes(fitting, makers)
  selection.insertNodes(made)
  $leaveRoom(made.at(-1))
}

export function createMakers({ doc, newId }: PasteTarget): NodeMakers {
  const placed = new Set(placeBlocks(doc).map(({ blockId }) => blockId))
  return {
    addNote: (text) => {
      const id = newId()
      insertNote(doc, { id, text }, FORM_ORIGIN)
      return id
    },
    $createBlock: (blockId) => $adoptBlock(blockId, { doc, newId, placed }),
  }
}

interface Adoption extends PasteTarget {
  /** Blocks that stand in the text, or were just put there. */
  readonly placed: Set<string>
}

/**
 * A block that was cut comes back as itself; one that still stands somewhere is copied under a new id;
 * one from another strategy cannot come along.
 */
function $adoptBlock(blockId: string, { doc, newId, placed }: Adoption): LexicalNode | null {
  const block = readBlock(blockId, blocksOf(doc).get(blockId))
  if (!block) return null
  if (!placed.has(blockId)) {
    placed.add(blockId)
    return $createBlockRefNode(blockId, block.kind)
  }
  const id = newId()
  cloneBlock(doc, { fromId: blockId, toId: id, newId }, FORM_ORIGIN)
  return $createBlockRefNode(id, block.kind)
}

function $isInCell(): boolean {
  const at = $getSelection()?.getStartEndPoints()?.[0].getNode()
  return at ? $findMatchingParent(at, $isTableCellNode) !== null : false
}

/** No tables, blocks and lines inside a table: their words, where they have any. */
function flattenForCell(nodes: readonly ProseNode[], left: Clip['left']): ProseNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'rule') return []
    if (node.type === 'block') {
      left.add('blocks')
      return []
    }
    if (node.type !== 'table') return [node]
    left.add('nested')
    return node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nodes))
  })
}

/** After a table, a card or a picture at the end there is a line to go on writing in. */
function $leaveRoom(last: LexicalNode | undefined): void {
  const top = last?.isAttached() ? last.getTopLevelElement() : null
  if (top && ($isDecoratorNode(top) || top.getType() === 'table') && !top.getNextSibling())
    top.insertAfter($createParagraphNode())
}
