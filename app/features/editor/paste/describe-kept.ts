import type { Inline, ProseNode } from '../../../domain/strategy/strategy'
import type { Clip } from './clip'

const NAMES = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  list: ['list', 'lists'],
  table: ['table', 'tables'],
  link: ['link', 'links'],
  footnote: ['footnote', 'footnotes'],
} as const

type Name = keyof typeof NAMES

/** `12 headings`, `3 tables`: what a document brings, before it is put into the text. */
export function describeKept({ nodes }: Clip): string[] {
  const counts = new Map<Name, number>()
  const add = (name: Name) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const node of nodes) countNode(node, add)
  return (Object.keys(NAMES) as Name[]).flatMap((name) => {
    const count = counts.get(name) ?? 0
    return count === 0 ? [] : [`${count} ${NAMES[name][count === 1 ? 0 : 1]}`]
  })
}

type Add = (name: Name) => void

function countNode(node: ProseNode, add: Add): void {
  if (node.type === 'list') {
    add('list')
    countItems(node, add)
  } else if (node.type === 'table') {
    add('table')
    const cells = node.rows.flatMap((row) => row.cells)
    for (const inner of cells.flatMap((cell) => cell.nodes)) countInside(inner, add)
  } else if ('content' in node) {
    add(node.type === 'heading' ? 'heading' : 'paragraph')
    countInlines(node.content, add)
  }
}

function countItems(list: ProseNode & { type: 'list' }, add: Add): void {
  for (const { content, children } of list.items) {
    countInlines(content, add)
    for (const child of children) countItems(child, add)
  }
}

/** The paragraphs of a table are part of it; what they hold counts. */
function countInside(node: ProseNode, add: Add): void {
  if (node.type === 'list') countItems(node, add)
  else if ('content' in node) countInlines(node.content, add)
}

function countInlines(content: readonly Inline[], add: Add): void {
  let lastHref: string | undefined
  for (const { href, atom } of content) {
    if (atom?.kind === 'footnote') add('footnote')
    // One link may be several runs of words.
    if (href !== undefined && href !== lastHref) add('link')
    lastHref = href
  }
}
