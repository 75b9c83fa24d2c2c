import {
  CALLOUT_TONES,
  type Inline,
  type ListNode,
  type ProseNode,
  type TableCell,
} from '../../../domain/strategy/strategy'
import { safeHref } from '../../../document/safe-href'
import { type Clip, LeftOut } from './clip'
import { PLAIN, type WordFormat } from './element-look'
import { asInline, asParagraph } from './prose-parts'
import { tidyWords } from './tidy-text'

/** A node of the editor's own clipboard. Anybody can write one, so nothing of it is believed but these. */
interface Json {
  readonly type?: unknown
  readonly children?: unknown
  readonly [key: string]: unknown
}

const MAX_DEPTH = 60
const BOLD = 1
const ITALIC = 2
/** What stands in a line; everything else is a line of its own. */
const INLINE = new Set([
  'text',
  'tab',
  'linebreak',
  'link',
  'autolink',
  'footnote',
  'citation',
  'metric-chip',
  'mark',
  'overflow',
  'hashtag',
])

export interface JsonFacts {
  /** What a footnote of this document says; null: there is none. */
  readonly noteText: (noteId: string) => string | null
  readonly isBlock: (blockId: string) => boolean
}

/** What was copied from a Northing editor; null when it is not that, or cannot be read. */
export function readJsonClip(text: string, facts: JsonFacts): Clip | null {
  const payload = parse(text)
  if (!isJson(payload) || payload['namespace'] !== 'northing') return null
  const nodes = payload['nodes']
  return Array.isArray(nodes) ? readJsonNodes(nodes, facts) : null
}

export function readJsonNodes(nodes: readonly unknown[], facts: JsonFacts): Clip {
  const reading: Reading = { facts, left: new LeftOut() }
  return { nodes: readFlow(nodes, asParagraph, { reading, depth: 0 }), left: reading.left }
}

interface Reading {
  readonly facts: JsonFacts
  readonly left: LeftOut
}

interface Where {
  readonly reading: Reading
  readonly depth: number
}

type Wrap = (content: readonly Inline[]) => ProseNode

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Somebody else's bytes under our name: read as HTML or plain text instead.
    return null
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function childrenOf(node: Json): readonly unknown[] {
  return Array.isArray(node.children) ? node.children : []
}

/** Words in a row become a paragraph; nodes of their own stand beside. */
function readFlow(nodes: readonly unknown[], wrap: Wrap, where: Where): ProseNode[] {
  const found: ProseNode[] = []
  let run: Inline[] = []
  const endRun = () => {
    if (run.length > 0) found.push(wrap(run))
    run = []
  }
  for (const node of nodes) {
    if (!isJson(node)) continue
    if (INLINE.has(textOf(node.type))) run.push(...readInline(node, PLAIN, where))
    else {
      endRun()
      found.push(...readBlock(node, { ...where, depth: where.depth + 1 }))
    }
  }
  endRun()
  return found
}

function readBlock(node: Json, where: Where): ProseNode[] {
  if (where.depth > MAX_DEPTH) return []
  const read = BLOCKS[textOf(node.type)]
  return read ? read(node, where) : readFlow(childrenOf(node), asParagraph, where)
}

type ReadBlock = (node: Json, where: Where) => ProseNode[]

const BLOCKS: Partial<Record<string, ReadBlock>> = {
  paragraph: (node, where) => keepEmpty(readFlow(childrenOf(node), asParagraph, where)),
  heading: (node, where) => {
    const rank = Number(textOf(node.tag).slice(1)) || 2
    const level = rank <= 2 ? 2 : rank === 3 ? 3 : 4
    return readFlow(childrenOf(node), (content) => ({ type: 'heading', level, content }), where)
  },
  quote: (node, where) =>
    readFlow(childrenOf(node), (content) => ({ type: 'quote', content }), where),
  callout: (node, where) => {
    const tone = CALLOUT_TONES.find((known) => known === node.tone) ?? 'note'
    return readFlow(childrenOf(node), (content) => ({ type: 'callout', tone, content }), where)
  },
  horizontalrule: () => [{ type: 'rule' }],
  list: (node, where) => readList(node, where),
  listitem: (node, where) => readFlow(childrenOf(node), asParagraph, where),
  table: (node, where) => readTable(node, where),
  image: (node) => readImage(node),
  'block-ref': (node, { reading }) => {
    const blockId = textOf(node.blockId)
    if (reading.facts.isBlock(blockId)) return [{ type: 'block', blockId }]
    reading.left.add('blocks')
    return []
  },
}

/** An empty paragraph between two others is what somebody wanted. */
function keepEmpty(nodes: ProseNode[]): ProseNode[] {
  return nodes.length > 0 ? nodes : [asParagraph([])]
}

function readImage(node: Json): ProseNode[] {
  const [fileId, alt] = [textOf(node.fileId), tidyWords(textOf(node.alt)).trim()]
  if (!/^[\w-]{1,64}$/u.test(fileId) || alt === '') return []
  return [{ type: 'image', fileId, alt, caption: tidyWords(textOf(node.caption)).trim() }]
}

interface JsonItem {
  readonly content: readonly Inline[]
  readonly children: ListNode[]
  readonly checked?: boolean
}

function readList(node: Json, where: Where): ProseNode[] {
  const type = textOf(node.listType) || (node.tag === 'ol' ? 'number' : 'bullet')
  const items: JsonItem[] = []
  const strays: ProseNode[] = []
  for (const child of childrenOf(node).filter(isJson)) {
    const flow = readFlow(childrenOf(child), asParagraph, { ...where, depth: where.depth + 1 })
    addItem(items, flow, type === 'check' ? { checked: child.checked === true } : {})
    strays.push(...flow.filter((part) => part.type !== 'list' && !('content' in part)))
  }
  if (items.length === 0) return strays
  const kind = type === 'check' ? ({ kind: 'check' } as const) : {}
  return [{ type: 'list', ordered: type === 'number', ...kind, items }, ...strays]
}

/** Lexical puts an inner list into an item of its own. */
function addItem(
  items: JsonItem[],
  flow: readonly ProseNode[],
  tick: Pick<JsonItem, 'checked'>,
): void {
  const content = flow.flatMap((part) => ('content' in part ? part.content : []))
  const lists = flow.filter((part) => part.type === 'list')
  const last = items.at(-1)
  if (content.length === 0 && lists.length > 0 && last) last.children.push(...lists)
  else items.push({ content, children: lists, ...tick })
}

function readTable(node: Json, where: Where): ProseNode[] {
  const rows = childrenOf(node)
    .filter(isJson)
    .map((row) => ({
      cells: childrenOf(row)
        .filter(isJson)
        .map((cell) => readCell(cell, where)),
    }))
    .filter((row) => row.cells.length > 0)
  return rows.length > 0 ? [{ type: 'table', rows }] : []
}

function readCell(cell: Json, where: Where): TableCell {
  const colSpan = readSpan(cell.colSpan)
  const rowSpan = readSpan(cell.rowSpan)
  const nodes = readFlow(childrenOf(cell), asParagraph, { ...where, depth: where.depth + 2 })
  return {
    header: typeof cell.headerState === 'number' && cell.headerState > 0,
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    nodes: nodes.flatMap((part) => {
      if (part.type !== 'table') return part.type === 'rule' || part.type === 'block' ? [] : [part]
      where.reading.left.add('nested')
      return part.rows.flatMap((row) => row.cells.flatMap((inner) => inner.nodes))
    }),
  }
}

function readSpan(value: unknown): number {
  return typeof value === 'number' && value >= 1 && value <= 50 ? Math.floor(value) : 1
}

function readInline(node: Json, around: WordFormat, where: Where): Inline[] {
  if (where.depth > MAX_DEPTH) return []
  switch (node.type) {
    case 'text':
      return readText(node, around)
    case 'linebreak':
      return [{ text: '\n' }]
    case 'tab':
      return [asInline(' ', around)]
    case 'footnote':
      return readFootnote(node, where)
    case 'citation':
      return readCitation(node)
    case 'metric-chip':
      return readChip(node)
    default:
      return readInside(node, around, where)
  }
}

function readText(node: Json, around: WordFormat): Inline[] {
  const format = typeof node.format === 'number' ? node.format : 0
  const text = tidyWords(textOf(node.text)).replace(/\u00a0/gu, ' ')
  if (text === '') return []
  return [
    asInline(text, { ...around, bold: (format & BOLD) !== 0, italic: (format & ITALIC) !== 0 }),
  ]
}

/** A link with its words; an unsafe address goes, its words stay. */
function readInside(node: Json, around: WordFormat, where: Where): Inline[] {
  const isLink = node.type === 'link' || node.type === 'autolink'
  const href = isLink ? safeHref(node.url) : around.href
  if (isLink && href === null) where.reading.left.add('unsafe')
  const title = href === null ? null : tidyWords(textOf(node.title)).trim() || null
  const inner = { ...where, depth: where.depth + 1 }
  return childrenOf(node)
    .filter(isJson)
    .flatMap((child) => readInline(child, { ...around, href, title }, inner))
}

function readFootnote(node: Json, { reading }: Where): Inline[] {
  const text = reading.facts.noteText(textOf(node.noteId))
  return text === null ? [] : [{ text: '', atom: { kind: 'footnote', id: '', text } }]
}

function readCitation(node: Json): Inline[] {
  const sourceId = textOf(node.sourceId)
  if (!isId(sourceId)) return []
  const locator = tidyWords(textOf(node.locator)).trim().slice(0, 100)
  return [{ text: '', atom: { kind: 'citation', sourceId, locator } }]
}

function readChip(node: Json): Inline[] {
  const metricId = textOf(node.metricId)
  return isId(metricId) ? [{ text: '', atom: { kind: 'metric', metricId } }] : []
}

function isId(text: string): boolean {
  return /^[\w-]{1,64}$/u.test(text)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
