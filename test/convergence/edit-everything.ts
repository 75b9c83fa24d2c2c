import { $createHorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode } from '@lexical/list'
import {
  $createTableNodeWithDimensions,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
} from '@lexical/table'
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalNode } from 'lexical'
import {
  $createCalloutNode,
  $isCalloutNode,
  $setTone,
} from '../../app/features/editor/nodes/callout-node'
import { $createCitationNode } from '../../app/features/editor/nodes/citation-node'
import { $createFootnoteNode } from '../../app/features/editor/nodes/footnote-node'
import {
  $createImageNode,
  $isImageNode,
  $setImageWords,
} from '../../app/features/editor/nodes/image-node'
import { $createMetricChipNode } from '../../app/features/editor/nodes/metric-chip-node'
import type { Client } from './build-client'

/** Every kind of node, made, changed, moved, deleted and brought back as an editor does it. */
export function editEverything(client: Client): void {
  for (const edit of EDITS) client.update(edit)
  client.undoManager.undo()
}

const EDITS: readonly (() => void)[] = [
  () => $getRoot().append($createTableNodeWithDimensions(2, 2, true)),
  () => {
    const [first, second] = $last($isTableNode)?.getChildren() ?? []
    if (second) first?.insertBefore(second)
  },
  () => {
    for (const row of $last($isTableNode)?.getChildren() ?? []) {
      const cell = $isTableRowNode(row) ? row.getFirstChild() : null
      if (!$isTableCellNode(cell)) continue
      cell.setBackgroundColor('red').setWidth(90).setColSpan(2)
      const item = $createListItemNode().append($createTextNode('x'))
      cell.append($createHorizontalRuleNode(), $createListNode('bullet').append(item))
      cell.append($createCalloutNode('note'))
    }
  },
  () => {
    const image = $createImageNode({ fileId: 'file-1', alt: 'A bridge', caption: '' })
    $getRoot().append(image, $createHorizontalRuleNode())
  },
  () => {
    const image = $last($isImageNode)
    if (image) $setImageWords(image, { alt: 'A bridge at night', caption: 'Figure 1' })
  },
  () => {
    const atoms = [
      $createFootnoteNode('note-1'),
      $createCitationNode({ sourceId: 'source-1', locator: 'page 2' }),
      $createMetricChipNode('metric-1'),
    ]
    const link = $createLinkNode('https://a.example').append($createFootnoteNode('note-2'))
    $getRoot().append($createParagraphNode().append($createTextNode('x'), ...atoms, link))
  },
  () => {
    const callout = $createCalloutNode('important').append($createTextNode('Now'))
    $getRoot().append(callout.append($createFootnoteNode('note-3')))
  },
  () => {
    const callout = $last($isCalloutNode)
    if (callout) $setTone(callout, 'example')
  },
  () => $last($isTableNode)?.remove(),
]

function $last<Node extends LexicalNode>(is: (node: LexicalNode) => node is Node): Node | null {
  return $getRoot().getChildren().findLast(is) ?? null
}
