import * as Y from 'yjs'
import type { Inline, ListItem, ListNode, ProseNode } from '../domain/strategy/strategy'
import { cleanText } from './clean-text'
import { INLINE_NAMES, mergeInlines, readElementInline, readTextInlines } from './read-inline'
import { BLOCK_REF, REF_BLOCK_ID, textOrEmpty } from './shape'

export interface ProseContext {
  readonly isBlock: (blockId: string) => boolean
  /** Blocks met so far in the whole strategy: only the first reference counts. */
  readonly seen: Set<string>
}

/** Deeper content is kept as plain text: no strategy nests so deep, only a mischievous peer does. */
const MAX_DEPTH = 24
const HEADING_LEVELS: Record<string, 2 | 3 | 4> = { h1: 2, h2: 2, h3: 3 }

export function readProse(body: Y.XmlElement, context: ProseContext): ProseNode[] {
  return readFlow(body, (content) => ({ type: 'paragraph', content }), { context, depth: 0 })
}

interface Where {
  readonly context: ProseContext
  readonly depth: number
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
      run.push(...readElementInline(child))
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
  switch (element.nodeName) {
    case 'paragraph':
      return atLeastOne(
        readFlow(element, (content) => ({ type: 'paragraph', content }), where),
        'paragraph',
      )
    case 'quote':
      return atLeastOne(
        readFlow(element, (content) => ({ type: 'quote', content }), where),
        'quote',
      )
    case 'heading': {
      const level = HEADING_LEVELS[textOrEmpty(element.getAttribute('__tag'))] ?? 4
      return readFlow(element, (content) => ({ type: 'heading', level, content }), where)
    }
    case 'list':
      return [readList(element, where), ...readStrayBlocks(element, where)]
    case 'listitem':
      return readFlow(element, (content) => ({ type: 'paragraph', content }), where)
    case BLOCK_REF:
      return readReference(element, where.context)
    default:
      return [...readUnknown(element), ...readStrayBlocks(element, where)]
  }
}

/** An empty paragraph is what somebody typed: it stays. */
function atLeastOne(nodes: ProseNode[], type: 'paragraph' | 'quote'): ProseNode[] {
  return nodes.length > 0 ? nodes : [{ type, content: [] }]
}

function readReference(element: Y.XmlElement, context: ProseContext): ProseNode[] {
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
    if (next.nodeName === BLOCK_REF) found.push(...readReference(next, where.context))
    else waiting.push(...next.toArray().reverse())
  }
  return found
}

function readList(list: Y.XmlElement, where: Where): ListNode {
  const items: ListItem[] = []
  for (const child of list.toArray()) {
    if (!(child instanceof Y.XmlElement) || child.nodeName === BLOCK_REF) continue
    const { content, children } = readItem(child, where)
    const last = items.at(-1)
    // Lexical puts a nested list into an item of its own; it belongs to the item before.
    if (content.length === 0 && children.length > 0 && last) {
      items[items.length - 1] = { content: last.content, children: [...last.children, ...children] }
    } else items.push({ content, children })
  }
  return { type: 'list', ordered: list.getAttribute('__listType') !== 'bullet', items }
}

function readItem(item: Y.XmlElement, where: Where): ListItem {
  const run: Inline[] = []
  const children: ListNode[] = []
  for (const child of item.toArray()) {
    if (child instanceof Y.XmlText) run.push(...readTextInlines(child))
    else if (!(child instanceof Y.XmlElement) || child.nodeName === BLOCK_REF) continue
    else if (child.nodeName === 'list' && where.depth < MAX_DEPTH) {
      children.push(readList(child, { ...where, depth: where.depth + 1 }))
    } else if (INLINE_NAMES.has(child.nodeName)) run.push(...readElementInline(child))
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
