import { $createHorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { safeHref } from '../../../document/safe-href'
import type {
  Inline,
  ListNode,
  ProseNode,
  TableCell,
  TableNode,
} from '../../../domain/strategy/strategy'
import { $createCalloutNode } from '../nodes/callout-node'
import { $createCitationNode } from '../nodes/citation-node'
import { $createFootnoteNode } from '../nodes/footnote-node'
import { $createImageNode } from '../nodes/image-node'
import { $createMetricChipNode } from '../nodes/metric-chip-node'
import { $makeSquare } from '../tables/table-commands'

export interface NodeMakers {
  /** Makes the footnote's text in the document; answers its id. */
  readonly addNote: (text: string) => string
  /** A block's reference, or null where none can stand. */
  readonly $createBlock: (blockId: string) => LexicalNode | null
}

/** The editor's nodes for prose: the only way by which anything pasted or imported gets into the text. */
export function $createNodes(nodes: readonly ProseNode[], makers: NodeMakers): LexicalNode[] {
  return nodes.flatMap((node) => $createNode(node, makers) ?? [])
}

function $createNode(node: ProseNode, makers: NodeMakers): LexicalNode | null {
  if ('content' in node) return $fill($createLine(node), node.content, makers)
  switch (node.type) {
    case 'list':
      return $createList(node, makers)
    case 'table':
      return $createTable(node, makers)
    case 'rule':
      return $createHorizontalRuleNode()
    case 'image':
      return $createImageNode(node)
    case 'block':
      return makers.$createBlock(node.blockId)
    case 'unknown':
      return $fill($createParagraphNode(), [{ text: node.text }], makers)
  }
}

type Line = Extract<ProseNode, { readonly content: readonly Inline[] }>

function $createLine(node: Line): ElementNode {
  switch (node.type) {
    case 'paragraph':
      return $createParagraphNode()
    case 'heading':
      return $createHeadingNode(`h${node.level}`)
    case 'quote':
      return $createQuoteNode()
    case 'callout':
      return $createCalloutNode(node.tone)
  }
}

function $fill<T extends ElementNode>(
  element: T,
  content: readonly Inline[],
  makers: NodeMakers,
): T {
  return element.append(...$createInlines(content, makers))
}

export function $createInlines(content: readonly Inline[], makers: NodeMakers): LexicalNode[] {
  return content.flatMap((inline) => {
    const words = $createWords(inline, makers)
    const href = safeHref(inline.href)
    if (href === null || words.length === 0) return words
    const title = inline.title === undefined ? {} : { title: inline.title }
    return [$createLinkNode(href, title).append(...words)]
  })
}

function $createWords({ text, bold, italic, atom }: Inline, makers: NodeMakers): LexicalNode[] {
  if (atom?.kind === 'footnote') return [$createFootnoteNode(makers.addNote(atom.text))]
  if (atom?.kind === 'citation') return [$createCitationNode(atom)]
  if (atom?.kind === 'metric') return [$createMetricChipNode(atom.metricId)]
  const format = (bold ? 1 : 0) + (italic ? 2 : 0)
  return text.split('\n').flatMap((line, index) => {
    const words = line === '' ? [] : [$createTextNode(line).setFormat(format)]
    return index === 0 ? words : [$createLineBreakNode(), ...words]
  })
}

/** A list inside stands in an item of its own, as Lexical has it. */
function $createList(list: ListNode, makers: NodeMakers): LexicalNode {
  const type = list.kind === 'check' ? 'check' : list.ordered ? 'number' : 'bullet'
  const made = $createListNode(type)
  for (const { content, children, checked } of list.items) {
    made.append(
      $fill($createListItemNode(type === 'check' ? checked === true : undefined), content, makers),
    )
    for (const child of children)
      made.append($createListItemNode().append($createList(child, makers)))
  }
  return made
}

function $createTable(table: TableNode, makers: NodeMakers): LexicalNode {
  const made = $createTableNode()
  table.rows.forEach((row, index) => {
    const below = table.rows.length - index
    const cells = row.cells.map((cell) => {
      const rowSpan = Math.min(cell.rowSpan ?? 1, below)
      return $createCell({ ...cell, rowSpan }, index === 0, makers)
    })
    made.append($createTableRowNode().append(...cells))
  })
  $makeSquare(made)
  return made
}

function $createCell(cell: TableCell, isFirstRow: boolean, makers: NodeMakers): LexicalNode {
  const { ROW, COLUMN, NO_STATUS } = TableCellHeaderStates
  const header = isFirstRow ? ROW : COLUMN
  const made = $createTableCellNode(cell.header ? header : NO_STATUS, cell.colSpan ?? 1)
  if (cell.rowSpan !== undefined && cell.rowSpan > 1) made.setRowSpan(cell.rowSpan)
  const inside = $createNodes(cell.nodes, makers)
  return made.append(...(inside.length > 0 ? inside : [$createParagraphNode()]))
}
