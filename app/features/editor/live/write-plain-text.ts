import { fieldsOf } from '../../../domain/strategy/block-fields'
import { isTextType } from '../../../domain/strategy/field-types'
import type {
  Block,
  Inline,
  ListNode,
  ProseNode,
  StrategyContent,
  TableCell,
} from '../../../domain/strategy/strategy'
import { CALLOUT_LABELS } from '../../../domain/vocabularies/callout-tones'

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
    case 'callout':
      return `${CALLOUT_LABELS[node.tone]}: ${writeInlines(node.content)}`
    case 'list':
      return writeList(node, '')
    case 'block': {
      const block = blocks.get(node.blockId)
      return block ? writeBlock(block) : ''
    }
    default:
      return writeRest(node, blocks)
  }
}

type Rest = Extract<ProseNode, { type: 'unknown' | 'rule' | 'table' | 'image' }>

function writeRest(node: Rest, blocks: ReadonlyMap<string, Block>): string {
  switch (node.type) {
    case 'unknown':
      return node.text
    case 'rule':
      return '---'
    case 'image':
      return [`[Picture: ${node.alt}]`, node.caption].filter((line) => line !== '').join('\n')
    case 'table': {
      const writeCell = ({ nodes }: TableCell) =>
        nodes.map((inner) => writeNode(inner, blocks)).join(' ')
      return node.rows.map(({ cells }) => cells.map(writeCell).join(' | ')).join('\n')
    }
  }
}

function writeBlock(block: Block): string {
  const { kind, title, statement, fields } = block
  const said = fieldsOf(kind)
    .filter(({ key, type }) => isTextType(type) && fields?.[key] !== undefined)
    .map(({ key, label }) => `${label}: ${String(fields?.[key])}`)
  return [`[${kind}] ${title}`, statement, ...said].join('\n').trim()
}

function writeList(list: ListNode, indent: string): string {
  return list.items
    .map((item, index) => {
      const line = `${indent}${writeMark(list, index)} ${writeInlines(item.content)}`
      return [line, ...item.children.map((child) => writeList(child, `${indent}  `))].join('\n')
    })
    .join('\n')
}

function writeMark({ ordered, kind, items }: ListNode, index: number): string {
  if (kind === 'check') return items[index]?.checked ? '[x]' : '[ ]'
  return ordered ? `${index + 1}.` : '-'
}

function writeInlines(content: readonly Inline[]): string {
  return content.map(writeInline).join('')
}

/** A footnote stands where it is called: there is no page to put it under. */
function writeInline({ text, href, atom }: Inline): string {
  if (atom?.kind === 'footnote') return ` (${atom.text})`
  if (atom?.kind === 'citation') return atom.locator === '' ? '' : ` (${atom.locator})`
  return href ? `${text} (${href})` : text
}
