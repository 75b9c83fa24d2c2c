import type { Inline, ListItem, ListNode } from '../../../domain/strategy/strategy'
import { readStyle } from './element-look'

/** A paragraph that only looks like a list item: Word says its depth and marker beside the words. */
export interface FakeItem {
  readonly depth: number
  readonly ordered: boolean
  readonly content: readonly Inline[]
}

/** Whether Word means this paragraph as an item of a list, and how deep; null: an ordinary paragraph. */
export function readFakeDepth(element: Element): number | null {
  const list = readStyle(element.getAttribute('style') ?? '', 'mso-list')
  const level = /level(\d+)/u.exec(list ?? '')?.[1]
  if (level !== undefined) return Math.min(9, Math.max(1, Number(level)))
  // Word on the web gives each item a list of its own and says its depth beside it.
  const stated = element.localName === 'li' ? element.getAttribute('data-aria-level') : null
  return stated !== null && /^\d+$/u.test(stated) ? Math.min(9, Math.max(1, Number(stated))) : null
}

/** The marker Word writes into the text: it goes, its kind stays. */
export function isMarker(element: Element): boolean {
  return readStyle(element.getAttribute('style') ?? '', 'mso-list') === 'ignore'
}

export function isNumberMarker(marker: string): boolean {
  return /^[\s\u00a0(]*(?:\d+|[a-z]|[ivxlcdm]+)[.)]/iu.test(marker)
}

interface OpenList {
  readonly depth: number
  readonly ordered: boolean
  readonly items: { content: readonly Inline[]; children: ListNode[] }[]
}

/** Items one after another with their depths become lists inside lists. */
export function nestItems(items: readonly FakeItem[]): ListNode[] {
  const roots: OpenList[] = []
  const open: OpenList[] = []
  for (const item of items) {
    while (open.length > 0 && isDone(open.at(-1), item)) close(open)
    const last = open.at(-1)
    if (!last || last.depth < item.depth) {
      const list: OpenList = { depth: item.depth, ordered: item.ordered, items: [] }
      if (!last) roots.push(list)
      open.push(list)
    }
    open.at(-1)?.items.push({ content: item.content, children: [] })
  }
  while (open.length > 0) close(open)
  return roots.map(toNode)
}

/** An item further out, or one beside it of the other kind, ends a list. */
function isDone(list: OpenList | undefined, item: FakeItem): boolean {
  if (!list) return false
  return list.depth > item.depth || (list.depth === item.depth && list.ordered !== item.ordered)
}

function close(open: OpenList[]): void {
  const done = open.pop()
  const around = open.at(-1)?.items.at(-1)
  if (done && around) around.children.push(toNode(done))
}

function toNode({ ordered, items }: OpenList): ListNode {
  return { type: 'list', ordered, items: items satisfies ListItem[] }
}
