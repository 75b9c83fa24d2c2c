import { readFileSync } from 'node:fs'
import type { List, ListItem as MarkdownItem, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type {
  Chapter,
  Inline,
  ListItem,
  ListNode,
  ProseNode,
} from '../../app/domain/strategy/strategy'
import { readAtom, readCheckList, readParagraph, readTable } from './read-parts'

const FILES = [
  '01-who-we-are',
  '02-what-we-know',
  '03-vision-and-principles',
  '04-fewer-people-reach-crisis',
  '05-best-start',
  '06-living-and-ageing-well',
  '07-closing-the-gap',
  '08-delivery',
]

/** The demonstration's prose, from Markdown; a line `::block id` marks where a block stands. */
export function seedChapters(): Chapter[] {
  return FILES.map((file) => {
    const text = readFileSync(new URL(`./chapters/${file}.md`, import.meta.url), 'utf8')
    const [title, ...nodes] = fromMarkdown(text).children
    if (title?.type !== 'heading') throw new Error(`${file}.md must begin with its title`)
    return { id: `chapter-${file}`, title: plainText(title.children), nodes: nodes.map(readNode) }
  })
}

/** Which chapter's text refers to each block. */
export function findChapterOf(chapters: readonly Chapter[], blockId: string): string | null {
  const chapter = chapters.find((c) =>
    c.nodes.some((n) => n.type === 'block' && n.blockId === blockId),
  )
  return chapter?.id ?? null
}

function readNode(node: RootContent): ProseNode {
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: levelOf(node.depth), content: readInline(node.children) }
    case 'list':
      return readCheckList(readList(node))
    case 'code':
      return readTable(node)
    case 'blockquote': {
      const [first] = node.children
      if (first?.type !== 'paragraph') throw new Error('A quote holds one paragraph')
      return { type: 'quote', content: readInline(first.children) }
    }
    case 'paragraph': {
      const block = /^::block (\S+)$/.exec(plainText(node.children))
      return block?.[1]
        ? { type: 'block', blockId: block[1] }
        : readParagraph(readInline(node.children))
    }
    default:
      throw new Error(`The demonstration's prose does not use ${node.type}`)
  }
}

function levelOf(depth: number): 2 | 3 | 4 {
  if (depth === 3 || depth === 4) return depth
  return 2
}

function readList(list: List): ListNode {
  return { type: 'list', ordered: Boolean(list.ordered), items: list.children.map(readItem) }
}

function readItem(item: MarkdownItem): ListItem {
  const content: Inline[] = []
  const children: ListNode[] = []
  for (const part of item.children) {
    if (part.type === 'paragraph') content.push(...readInline(part.children))
    if (part.type === 'list') children.push(readList(part))
  }
  return { content, children }
}

function readInline(nodes: readonly PhrasingContent[], marks: Omit<Inline, 'text'> = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ ...marks, text: node.value.replaceAll('\n', ' ') }]
      case 'strong':
        return readInline(node.children, { ...marks, bold: true })
      case 'emphasis':
        return readInline(node.children, { ...marks, italic: true })
      case 'link': {
        const atom = readAtom(node.url, plainText(node.children))
        return atom ? [{ text: '', atom }] : readInline(node.children, { ...marks, href: node.url })
      }
      default:
        throw new Error(`The demonstration's prose does not use ${node.type}`)
    }
  })
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return readInline(nodes)
    .map((inline) => inline.text)
    .join('')
}
