import * as Y from 'yjs'
import {
  CALLOUT_TONES,
  type Inline,
  type ListItem,
  type ListNode,
  type ProseNode,
  type TableCell,
} from '../domain/strategy/strategy'
import { cleanText } from './clean-text'
import { type NoteText, readId, readLine as readWords } from './read-atom'
import { INLINE_NAMES, mergeInlines, readElementInline, readTextInlines } from './read-inline'
import {
  BLOCK_REF,
  CALLOUT,
  CALLOUT_TONE,
  IMAGE,
  IMAGE_ALT,
  IMAGE_CAPTION,
  IMAGE_FILE_ID,
  REF_BLOCK_ID,
  RULE,
  TABLE,
  TABLE_CELL,
  TABLE_ROW,
  WIDEST_SPAN,
} from './node-names'
import { textOrEmpty } from './shape'
import { headingLevelOf } from './heading-level'

export interface ProseContext {
  readonly isBlock: (blockId: string) => boolean
  /** Blocks met so far in the whole strategy: only the first reference counts. */
  readonly seen: Set<string>
  readonly noteText: NoteText
}

/** Deeper content is kept as plain text: no strategy nests so deep, only a mischievous peer does. */
const MAX_DEPTH = 24

export function readProse(body: Y.XmlElement, context: ProseContext): ProseNode[] {
  return readFlow(body, (content) => ({ type: 'paragraph', content }), { context, depth: 0 })
}

interface Where {
  readonly context: ProseContext
  readonly depth: number
  readonly isInCell?: boolean
}

type Wrap = (content: readonly Inline[]) => ProseNode

/** Children of an element as a flat row of nodes: a block inside a paragraph comes out beside it. */
function readFlow(element: Y.XmlElement, wrap: Wrap, where: Where): ProseNode[] {
  const nodes: ProseNode[] = []
  let run: Inline[] = []
  const endRun = () => {
    const content = mergeInlines(run)
    if (content.length > 0) nodes.push(wrap(content))
    run = []
  }
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) run.push(...readTextInlines(child))
    else if (child instanceof Y.XmlElement && INLINE_NAMES.has(child.nodeName))
      run.push(...readElementInline(child, where.context.noteText))
    else if (child instanceof Y.XmlElement) {
      endRun()
      nodes.push(...readBlockLevel(child, { ...where, depth: where.depth + 1 }))
    }
  }
  endRun()
  return nodes
}

function readBlockLevel(element: Y.XmlElement, where: Where): ProseNode[] {
  if (where.depth > MAX_DEPTH) return readUnknown(element)
  const read = Object.hasOwn(READERS, element.nodeName) ? READERS[element.nodeName] : undefined
  return read ? read(element, where) : [...readUnknown(element), ...readStrayBlocks(element, where)]
}

type Read = (element: Y.XmlElement, where: Where) => ProseNode[]

const READERS: Readonly<Record<string, Read>> = {
  paragraph: readLine,
  quote: readLine,
  [CALLOUT]: readLine,
  heading: (element, where) => {
    const level = headingLevelOf(element)
    return readFlow(element, (content) => ({ type: 'heading', level, content }), where)
  },
  list: (element, where) => [readList(element, where), ...readStrayBlocks(element, where)],
  listitem: (element, where) =>
    readFlow(element, (content) => ({ type: 'paragraph', content }), where),
  [TABLE]: (element, where) => [...readTable(element, where), ...readStrayBlocks(element, where)],
  [RULE]: () => [{ type: 'rule' }],
  [IMAGE]: (element) => [readImage(element)],
  [BLOCK_REF]: readReference,
}

/** An empty paragraph, quote or call-out is what somebody made: it stays. */
function readLine(element: Y.XmlElement, where: Where): ProseNode[] {
  const wrap = wrapOf(element)
  const nodes = readFlow(element, wrap, where)
  return nodes.length > 0 ? nodes : [wrap([])]
}

function wrapOf(element: Y.XmlElement): Wrap {
  if (element.nodeName === 'quote') return (content) => ({ type: 'quote', content })
  if (element.nodeName !== CALLOUT) return (content) => ({ type: 'paragraph', content })
  const said = element.getAttribute(CALLOUT_TONE)
  const tone = CALLOUT_TONES.find((known) => known === said) ?? 'note'
  return (content) => ({ type: 'callout', tone, content })
}

function readImage(element: Y.XmlElement): ProseNode {
  const fileId = readId(element.getAttribute(IMAGE_FILE_ID))
  const alt = readWords(element.getAttribute(IMAGE_ALT))
  if (fileId === null) return { type: 'unknown', nodeName: IMAGE, text: alt }
  return { type: 'image', fileId, alt, caption: readWords(element.getAttribute(IMAGE_CAPTION)) }
}

/** A table whose rows are all gone is nothing. Cards in its cells come out after it. */
function readTable(table: Y.XmlElement, where: Where): ProseNode[] {
  const inCell = { ...where, depth: where.depth + 1, isInCell: true }
  const rows = elementsOf(table, TABLE_ROW)
    .map((row) => ({ cells: elementsOf(row, TABLE_CELL).map((cell) => readCell(cell, inCell)) }))
    .filter((row) => row.cells.length > 0)
  if (where.isInCell) return rows.flatMap((row) => row.cells.flatMap((cell) => cell.nodes))
  return rows.length > 0 ? [{ type: 'table', rows }] : []
}

function elementsOf(element: Y.XmlElement, name: string): Y.XmlElement[] {
  return element
    .toArray()
    .filter(
      (child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === name,
    )
}

function readCell(cell: Y.XmlElement, where: Where): TableCell {
  const colSpan = readSpan(cell, '__colSpan')
  const rowSpan = readSpan(cell, '__rowSpan')
  const headerState: unknown = cell.getAttribute('__headerState')
  return {
    header: typeof headerState === 'number' && headerState > 0,
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    nodes: readFlow(cell, (content) => ({ type: 'paragraph', content }), where),
  }
}

function readSpan(cell: Y.XmlElement, name: string): number {
  const span: unknown = cell.getAttribute(name)
  const isSpan = typeof span === 'number' && Number.isInteger(span) && span >= 1
  return isSpan ? Math.min(span, WIDEST_SPAN) : 1
}

function readReference(element: Y.XmlElement, { context, isInCell }: Where): ProseNode[] {
  if (isInCell) return []
  const blockId = textOrEmpty(element.getAttribute(REF_BLOCK_ID))
  if (blockId === '' || context.seen.has(blockId)) return []
  context.seen.add(blockId)
  if (context.isBlock(blockId)) return [{ type: 'block', blockId }]
  return [{ type: 'unknown', nodeName: BLOCK_REF, text: '' }]
}

/** Blocks inside a list or an unknown node come after it rather than vanish. */
function readStrayBlocks(element: Y.XmlElement, where: Where): ProseNode[] {
  const found: ProseNode[] = []
  const waiting: unknown[] = element.toArray().reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (!(next instanceof Y.XmlElement)) continue
    if (next.nodeName === BLOCK_REF) found.push(...readReference(next, where))
    else waiting.push(...next.toArray().reverse())
  }
  return found
}

function readList(list: Y.XmlElement, where: Where): ListNode {
  const listType: unknown = list.getAttribute('__listType')
  const isCheck = listType === 'check'
  const items: ListItem[] = []
  for (const child of list.toArray()) {
    if (!(child instanceof Y.XmlElement) || child.nodeName === BLOCK_REF) continue
    const { content, children } = readItem(child, where)
    const last = items.at(-1)
    // Lexical puts a nested list into an item of its own; it belongs to the item before.
    if (content.length === 0 && children.length > 0 && last) {
      items[items.length - 1] = { ...last, children: [...last.children, ...children] }
      continue
    }
    const checked: unknown = child.getAttribute('__checked')
    items.push({ content, children, ...(isCheck && { checked: checked === true }) })
  }
  const ordered = listType !== 'bullet' && !isCheck
  return { type: 'list', ordered, ...(isCheck && { kind: 'check' }), items }
}

function readItem(item: Y.XmlElement, where: Where): ListItem {
  const run: Inline[] = []
  const children: ListNode[] = []
  for (const child of item.toArray()) {
    if (child instanceof Y.XmlText) run.push(...readTextInlines(child))
    else if (!(child instanceof Y.XmlElement) || child.nodeName === BLOCK_REF) continue
    else if (child.nodeName === 'list' && where.depth < MAX_DEPTH) {
      children.push(readList(child, { ...where, depth: where.depth + 1 }))
    } else if (INLINE_NAMES.has(child.nodeName))
      run.push(...readElementInline(child, where.context.noteText))
    else run.push(...readPlainText(child))
  }
  return { content: mergeInlines(run), children }
}

function readUnknown(element: Y.XmlElement): ProseNode[] {
  const text = readPlainText(element).map((inline) => inline.text)
  const nodeName = /^[\w-]{1,64}$/.test(element.nodeName) ? element.nodeName : 'unnamed'
  return [{ type: 'unknown', nodeName, text: text.join(' ') }]
}

/** The words below an element, in order, without recursion. */
function readPlainText(element: Y.XmlElement): Inline[] {
  const found: Inline[] = []
  const waiting: unknown[] = [element]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof Y.XmlText)
      found.push(...readTextInlines(next).map(({ text }) => ({ text: cleanText(text) })))
    else if (next instanceof Y.XmlElement) waiting.push(...next.toArray().reverse())
  }
  return found
}
