import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $isRootNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { $createCalloutNode, $isCalloutNode } from '../../app/features/editor/nodes/callout-node'
import { $createFootnoteNode, $isFootnoteNode } from '../../app/features/editor/nodes/footnote-node'
import { $createImageNode, $isImageNode } from '../../app/features/editor/nodes/image-node'
import type { Chance, Tokens } from './random-edits'

/**
 * What comes and takes nothing away. A footnote is not among them: it parts the text of its line into two shared
 * texts, so that one word in five thousand is lost where two people write around it at once, as when a line is split.
 */
export const ADDING = ['callout', 'table', 'row', 'rule', 'image'] as const

export const NODE_EDITS = [
  ...ADDING,
  'removeWordless',
  'footnote',
  'footnoteInside',
  'removeNode',
  'moveNode',
] as const
export type NodeEdit = (typeof NODE_EDITS)[number]

export function isNodeEdit(kind: unknown): kind is NodeEdit {
  return NODE_EDITS.some((edit) => edit === kind)
}

/** Everything one can type in: paragraphs, in cells as well, and call-outs. */
export function $findLines(): ElementNode[] {
  return $findAll((node): node is ElementNode => $isParagraphNode(node) || $isCalloutNode(node))
}

function $findAll<Node extends LexicalNode>(is: (node: LexicalNode) => node is Node): Node[] {
  const found: Node[] = []
  const visit = (node: LexicalNode) => {
    if (is(node)) found.push(node)
    if ($isElementNode(node)) node.getChildren().forEach(visit)
  }
  visit($getRoot())
  return found
}

export function $editNodes(kind: NodeEdit, line: ElementNode, chance: Chance): void {
  const top = $topOf(line)
  switch (kind) {
    case 'callout':
      return void top.insertAfter($createCalloutNode('note').append($word(chance.tokens)))
    case 'table':
      return void top.insertAfter($buildTable(chance.tokens))
    case 'row':
      return $addRow(chance)
    case 'rule':
      return void top.insertAfter($createHorizontalRuleNode())
    case 'image':
      return void top.insertAfter($buildImage(chance))
    case 'footnote':
      return void line.append($createFootnoteNode(`note-${chance.random(1000)}`))
    case 'footnoteInside':
      return $splitByFootnote(line, chance)
    case 'removeWordless':
      return $pick(chance, $findAll($isWordless))?.remove()
    case 'removeNode':
      return $removeNode(chance)
    case 'moveNode':
      return $moveNode(top, chance)
  }
}

/** At the root, not in a cell: to Lexical a cell is a root of its own. */
function $topOf(node: LexicalNode): LexicalNode {
  const parent = node.getParent()
  return parent === null || $isRootNode(parent) ? node : $topOf(parent)
}

function $word(tokens: Tokens) {
  return $createTextNode(tokens.take())
}

function $buildImage({ random }: Chance) {
  return $createImageNode({ fileId: `file-${random(1000)}`, alt: 'A picture', caption: '' })
}

function $buildTable(tokens: Tokens): TableNode {
  return $createTableNode().append($buildRow(2, tokens), $buildRow(2, tokens))
}

function $buildRow(columns: number, tokens: Tokens): TableRowNode {
  const row = $createTableRowNode()
  for (let column = 0; column < columns; column += 1) {
    const cell = $createTableCellNode(TableCellHeaderStates.NO_STATUS)
    row.append(cell.append($createParagraphNode().append($word(tokens))))
  }
  return row
}

function $addRow(chance: Chance): void {
  const row = $pick(chance, $findAll($isTableRowNode))
  row?.insertAfter($buildRow(row.getChildrenSize(), chance.tokens))
}

function $splitByFootnote(line: ElementNode, { random }: Chance): void {
  const text = line.getAllTextNodes().find((node) => node.getTextContentSize() > 1)
  if (!$isTextNode(text)) return
  const [before] = text.splitText(1 + random(text.getTextContentSize() - 1))
  before?.insertAfter($createFootnoteNode(`note-${random(1000)}`))
}

/** What can go without taking anybody's words along: nobody can have typed behind it either. */
function $isWordless(node: LexicalNode): node is LexicalNode {
  return $isHorizontalRuleNode(node) || $isImageNode(node)
}

function $removeNode(chance: Chance): void {
  const node = $pick(
    chance,
    $findAll(
      (candidate): candidate is LexicalNode =>
        $isCalloutNode(candidate) ||
        $isTableNode(candidate) ||
        $isTableRowNode(candidate) ||
        $isTableCellNode(candidate) ||
        $isFootnoteNode(candidate),
    ),
  )
  for (const token of node?.getTextContent() ?? '') chance.tokens.deleted.add(token)
  node?.remove()
}

/** A table, call-out or picture goes elsewhere; a row only within its table. */
function $moveNode(target: LexicalNode, chance: Chance): void {
  const node = $pick(
    chance,
    $findAll(
      (candidate): candidate is LexicalNode =>
        $isCalloutNode(candidate) ||
        $isTableNode(candidate) ||
        $isTableRowNode(candidate) ||
        $isWordless(candidate),
    ),
  )
  if (!node || node.is(target)) return
  if (!$isTableRowNode(node)) return void target.insertAfter(node)
  const first = node.getParent()?.getFirstChild()
  if (first && !first.is(node)) first.insertBefore(node)
}

function $pick<Node>({ random }: Chance, nodes: readonly Node[]): Node | undefined {
  return nodes[random(nodes.length || 1)]
}
