import type { Inline, ListItem, ListNode, ProseNode } from '../../../domain/strategy/strategy'
import { asParagraph } from './prose-parts'
import type { FlowPlace, FlowReader } from './flow-reader'
import { type FakeItem, nestItems, readFakeDepth } from './fake-lists'

/** A list with its lists inside; what cannot stand in a list follows it. */
export function readHtmlList(reader: FlowReader, list: Element, place: FlowPlace): ProseNode[] {
  const items = [...list.children].filter((child) => child.localName === 'li')
  if (items.length > 0 && items.every((item) => readFakeDepth(item) !== null))
    return nestItems(items.map((item) => readStated(reader, item, place)))
  const reading: Reading = { items: [], strays: [], ticks: 0 }
  for (const child of list.children) readChild(reader, child, { place, reading })
  if (reading.items.length === 0) return reading.strays
  return [asList(list, reading), ...reading.strays]
}

interface Reading {
  readonly items: { content: readonly Inline[]; children: ListNode[]; checked?: boolean }[]
  /** Tables and the like from inside the items. */
  readonly strays: ProseNode[]
  ticks: number
}

function asList(list: Element, { items, ticks }: Reading): ListNode {
  const isCheck = ticks > 0 && ticks === items.length
  const kept: ListItem[] = items.map(({ checked, ...item }) =>
    isCheck ? { ...item, checked: checked === true } : item,
  )
  return {
    type: 'list',
    ordered: !isCheck && list.localName === 'ol',
    ...(isCheck && { kind: 'check' }),
    items: kept,
  }
}

interface Where {
  readonly place: FlowPlace
  readonly reading: Reading
}

function readChild(reader: FlowReader, child: Element, { place, reading }: Where): void {
  if (reader.isLeftOut(child)) return
  // Google Docs puts the inner list beside the item it belongs to.
  if (child.localName === 'ul' || child.localName === 'ol')
    takeIn(reading, readHtmlList(reader, child, place))
  else readItem(reader, child, { place, reading })
}

function readItem(reader: FlowReader, item: Element, { place, reading }: Where): void {
  const checked = readTick(item)
  const flow = reader.readFlow(item, { ...place, wrap: asParagraph })
  if (flow.length === 0) return
  const content = joinLines(flow)
  const isOnlyList = content.length === 0 && flow.some(({ type }) => type === 'list')
  if (!isOnlyList || reading.items.length === 0) {
    if (checked !== null) reading.ticks += 1
    reading.items.push({ content, children: [], ...(checked !== null && { checked }) })
  }
  takeIn(reading, flow)
}

/** Lists go into the last item, what has no place in a list comes after it. */
function takeIn({ items, strays }: Reading, nodes: readonly ProseNode[]): void {
  for (const node of nodes) {
    const last = items.at(-1)
    if (node.type === 'list' && last) last.children.push(node)
    else if (node.type === 'list') items.push({ content: [], children: [node] })
    else if (!('content' in node)) strays.push(node)
  }
}

/** Several paragraphs of one item are its lines. */
function joinLines(nodes: readonly ProseNode[]): Inline[] {
  const lines = nodes.flatMap((node) => ('content' in node ? [node.content] : []))
  return lines.flatMap((line, index) => (index === 0 ? [...line] : [{ text: '\n' }, ...line]))
}

function readStated(reader: FlowReader, item: Element, place: FlowPlace): FakeItem {
  const flow = reader.readFlow(item, { ...place, wrap: asParagraph })
  return {
    depth: readFakeDepth(item) ?? 1,
    ordered: item.parentElement?.localName === 'ol',
    content: joinLines(flow),
  }
}

/** Done or not, where an item says so. */
function readTick(item: Element): boolean | null {
  const stated = item.getAttribute('role') === 'checkbox' ? item.getAttribute('aria-checked') : null
  if (stated !== null) return stated === 'true'
  const box = item.querySelector('input[type="checkbox"]')
  return box && box.closest('li') === item ? box.hasAttribute('checked') : null
}
