import * as Y from 'yjs'
import type {
  Inline,
  InlineAtom,
  ListNode,
  ProseNode,
  TableNode,
} from '../domain/strategy/strategy'
import { safeHref } from './safe-href'
import {
  BLOCK_REF,
  CALLOUT,
  CALLOUT_TONE,
  CHIP_METRIC,
  CITATION,
  CITATION_LOCATOR,
  CITATION_SOURCE,
  FOOTNOTE,
  FOOTNOTE_ID,
  IMAGE,
  IMAGE_ALT,
  IMAGE_CAPTION,
  IMAGE_FILE_ID,
  METRIC_CHIP,
  REF_BLOCK_ID,
  REF_KIND,
  RULE,
  TABLE,
  TABLE_CELL,
  TABLE_ROW,
} from './node-names'

type XmlChild = Y.XmlElement | Y.XmlText

/** Prose as Lexical's V2 binding writes it: only what differs from a node's defaults is an attribute. */
export function createProse(
  nodes: readonly ProseNode[],
  kinds: ReadonlyMap<string, string>,
): Y.XmlElement[] {
  return nodes.map((node) => createNode(node, kinds))
}

function createNode(node: ProseNode, kinds: ReadonlyMap<string, string>): Y.XmlElement {
  if ('content' in node) return createLine(node)
  switch (node.type) {
    case 'list':
      return createList(node)
    case 'table':
      return createTable(node, kinds)
    case 'rule':
      return createElement(RULE, {}, [])
    case 'image': {
      const { fileId, alt, caption } = node
      const attributes = { [IMAGE_FILE_ID]: fileId, [IMAGE_ALT]: alt, [IMAGE_CAPTION]: caption }
      return createElement(IMAGE, attributes, [])
    }
    case 'block':
      return createBlockRef(node.blockId, kinds.get(node.blockId) ?? 'objective')
    case 'unknown':
      return createElement('paragraph', {}, createInlines([{ text: node.text }]))
  }
}

function createLine(node: Extract<ProseNode, { content: unknown }>): Y.XmlElement {
  const children = createInlines(node.content)
  if (node.type === 'heading')
    return createElement('heading', { __tag: `h${node.level}` }, children)
  if (node.type === 'callout')
    return createElement(CALLOUT, { [CALLOUT_TONE]: node.tone }, children)
  return createElement(node.type, {}, children)
}

export function createBlockRef(blockId: string, kind: string): Y.XmlElement {
  return createElement(BLOCK_REF, { [REF_BLOCK_ID]: blockId, [REF_KIND]: kind }, [])
}

/** Lexical tells a header by its row or by its column: those of the first row name their columns. */
const HEADS_COLUMN = 1
const HEADS_ROW = 2

/** A cell without anything to write in would get one from the editor, and so a write on opening. */
const EMPTY_LINE: ProseNode = { type: 'paragraph', content: [] }

function createTable(table: TableNode, kinds: ReadonlyMap<string, string>): Y.XmlElement {
  const rows = table.rows.map((row, index) => {
    const cells = row.cells.map(({ header, colSpan = 1, rowSpan = 1, nodes }) => {
      const attributes: Record<string, number> = {}
      if (header) attributes.__headerState = index === 0 ? HEADS_COLUMN : HEADS_ROW
      if (colSpan > 1) attributes.__colSpan = colSpan
      if (rowSpan > 1) attributes.__rowSpan = rowSpan
      const inside = nodes.length > 0 ? nodes : [EMPTY_LINE]
      return createElement(TABLE_CELL, attributes, createProse(inside, kinds))
    })
    return createElement(TABLE_ROW, {}, cells)
  })
  return createElement(TABLE, {}, rows)
}

/** A nested list stands in an item of its own, as Lexical has it; such an item does not count. */
function createList(list: ListNode): Y.XmlElement {
  const items: Y.XmlElement[] = []
  let value = 1
  for (const item of list.items) {
    items.push(createItem({ value, checked: item.checked }, createInlines(item.content)))
    value += 1
    for (const child of item.children) items.push(createItem({ value }, [createList(child)]))
  }
  const listType = list.kind ?? 'bullet'
  return createElement('list', list.ordered ? {} : { __tag: 'ul', __listType: listType }, items)
}

function createItem(
  { value, checked }: { value: number; checked?: boolean | undefined },
  children: XmlChild[],
): Y.XmlElement {
  const attributes = { ...(value !== 1 && { __value: value }), ...(checked && { __checked: true }) }
  return createElement('listitem', attributes, children)
}

/** Runs of text share one XmlText; a link or a line break ends it. */
function createInlines(inlines: readonly Inline[]): XmlChild[] {
  const children: XmlChild[] = []
  let run: Inline[] = []
  const endRun = () => {
    if (run.length > 0) children.push(createText(run))
    run = []
  }
  for (const inline of mergeAlike(inlines)) {
    const href = safeHref(inline.href)
    if (inline.atom) {
      endRun()
      children.push(createAtom(inline.atom))
      continue
    }
    if (href) {
      endRun()
      const attributes = { __url: href, ...(inline.title && { __title: inline.title }) }
      children.push(createElement('link', attributes, createInlines([withoutHref(inline)])))
      continue
    }
    inline.text.split('\n').forEach((line, index) => {
      if (index > 0) {
        endRun()
        children.push(createElement('linebreak', {}, []))
      }
      if (line !== '') run.push({ ...inline, text: line })
    })
  }
  endRun()
  return children
}

function withoutHref({ href: _href, title: _title, ...inline }: Inline): Inline {
  return inline
}

function createAtom(atom: InlineAtom): Y.XmlElement {
  switch (atom.kind) {
    case 'footnote':
      return createElement(FOOTNOTE, { [FOOTNOTE_ID]: atom.id }, [])
    case 'citation': {
      const attributes = { [CITATION_SOURCE]: atom.sourceId, [CITATION_LOCATOR]: atom.locator }
      return createElement(CITATION, attributes, [])
    }
    case 'metric':
      return createElement(METRIC_CHIP, { [CHIP_METRIC]: atom.metricId }, [])
  }
}

/** Lexical joins neighbours of one format and drops empty ones, so leaving them would be a write on opening. */
function mergeAlike(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.text === '' && !inline.atom) continue
    if (last && isPlain(last) && isPlain(inline) && formatOf(last) === formatOf(inline)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    } else merged.push(inline)
  }
  return merged
}

function isPlain({ href, atom }: Inline): boolean {
  return !href && !atom
}

/** Lexical's own bits. */
function formatOf(inline: Inline): number {
  return (inline.bold ? 1 : 0) + (inline.italic ? 2 : 0)
}

function createText(run: readonly Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  const delta = run.map((inline, index) => {
    const attributes: Record<string, unknown> = {}
    if (formatOf(inline) !== 0) attributes.p = { __format: formatOf(inline) }
    // Lexical numbers the later runs so that Yjs does not join them.
    if (index > 0) attributes.i = index
    return { insert: inline.text, attributes }
  })
  text.applyDelta(delta)
  return text
}

function createElement(
  name: string,
  attributes: Record<string, string | number | boolean>,
  children: XmlChild[],
): Y.XmlElement {
  const element = new Y.XmlElement<{ [key: string]: string | number | boolean }>(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (children.length > 0) element.insert(0, children)
  return element as Y.XmlElement
}
