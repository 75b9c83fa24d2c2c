import type {
  Block,
  Inline,
  ListNode,
  ProseNode,
  StrategyContent,
} from '../../../domain/strategy/strategy'

/** The whole strategy as text a person can paste anywhere: for rescuing what could not be sent. */
export function writePlainText({ chapters, blocks }: StrategyContent): string {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const parts = chapters.map(({ title, nodes }) =>
    [`# ${title}`, ...nodes.map((node) => writeNode(node, byId))]
      .filter((text) => text !== '')
      .join('\n\n'),
  )
  const orphans = blocks.filter((block) => block.chapterId === null).map(writeBlock)
  return [...parts, ...orphans].join('\n\n\n')
}

function writeNode(node: ProseNode, blocks: ReadonlyMap<string, Block>): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.level)} ${writeInlines(node.content)}`
    case 'paragraph':
      return writeInlines(node.content)
    case 'quote':
      return `> ${writeInlines(node.content)}`
    case 'list':
      return writeList(node, '')
    case 'unknown':
      return node.text
    case 'block': {
      const block = blocks.get(node.blockId)
      return block ? writeBlock(block) : ''
    }
  }
}

function writeBlock({ kind, title, statement }: Block): string {
  return `[${kind}] ${title}\n${statement}`.trim()
}

function writeList(list: ListNode, indent: string): string {
  return list.items
    .map((item, index) => {
      const line = `${indent}${list.ordered ? `${index + 1}.` : '-'} ${writeInlines(item.content)}`
      return [line, ...item.children.map((child) => writeList(child, `${indent}  `))].join('\n')
    })
    .join('\n')
}

function writeInlines(content: readonly Inline[]): string {
  return content.map(({ text, href }) => (href ? `${text} (${href})` : text)).join('')
}
