import type { BlockKind, ListNode, ProseNode, TableCell } from '../../app/domain/strategy/strategy'
import { CALLOUT_LABELS } from '../../app/domain/vocabularies/callout-tones'
import { cleanLine, splitParagraphs } from './clean-text'
import type { BlockView, Depth, HeadingView, ListView, PartView, RunView } from './view'
import { viewGrid } from './view-grid'
import type { CellPartView, FileView, ParagraphView } from './view-parts'
import { type RunNames, isBlank, plainRun, viewRuns } from './view-runs'

/** What prose can refer to. */
export interface ProseNames extends RunNames {
  readonly kindOf: (blockId: string) => BlockKind | null
  readonly blockAt: (blockId: string, depth: Depth) => BlockView | null
  readonly fileAt: (fileId: string) => FileView | null
}

/** How deep the last heading was, and how many of each sort there have been in this chapter. */
interface Outline {
  depth: number
  numbered: number
  headings: number
}

/** The nodes of one chapter, headings numbered and never more than one deeper than the one before. */
export function viewProse(
  nodes: readonly ProseNode[],
  chapter: number,
  names: ProseNames,
): PartView[] {
  const outline: Outline = { depth: 1, numbered: 0, headings: 0 }
  return nodes.flatMap((node) => {
    const part = viewNode(node, { chapter, names, outline })
    return part ? [part].flat() : []
  })
}

interface Where {
  readonly chapter: number
  readonly names: ProseNames
  readonly outline: Outline
}

function viewNode(node: ProseNode, where: Where): PartView | PartView[] | null {
  const { names, outline } = where
  if (isCommon(node)) return viewCommon(node, names)
  switch (node.type) {
    case 'heading':
      return viewHeading(node.level, viewRuns(node.content, names), where)
    case 'paragraph':
    case 'quote': {
      const runs = viewRuns(node.content, names)
      return isBlank(runs) ? null : { type: node.type, runs }
    }
    case 'table':
      return viewGrid(node, (cell) => viewCell(cell, names))
    case 'block': {
      const depth = depthOfBlock(names.kindOf(node.blockId), outline.depth)
      const block = names.blockAt(node.blockId, depth)
      if (block) outline.depth = depth
      return block
    }
    case 'unknown':
      return viewUnknown(node.text)
  }
}

function viewHeading(
  level: number,
  runs: readonly RunView[],
  { chapter, outline }: Where,
): HeadingView | null {
  if (isBlank(runs)) return null
  const depth = toDepth(Math.min(level, outline.depth + 1))
  outline.depth = depth
  outline.headings += 1
  if (depth === 2) outline.numbered += 1
  const number = depth === 2 ? `${chapter}.${outline.numbered}` : null
  // A heading is one line: a break in it would be a second entry in some contents lists.
  const line = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))
  return {
    type: 'heading',
    depth,
    number,
    anchor: `section-${chapter}-${outline.headings}`,
    runs: line,
  }
}

/** Objectives stand below what they belong to; visions and priorities are the chapter's main parts. */
/** What everything else stands under: they open a section of their own. */
const MAIN_KINDS: ReadonlySet<BlockKind> = new Set([
  'vision',
  'goal',
  'priority',
  'integration_statement',
])

function depthOfBlock(kind: BlockKind | null, current: number): Depth {
  return kind === null || MAIN_KINDS.has(kind) ? 2 : toDepth(Math.min(3, current + 1))
}

function toDepth(depth: number): Depth {
  if (depth <= 2) return 2
  return depth === 3 ? 3 : 4
}

/** What stands between blocks and in the cells of a table alike. */
function viewCommon(node: CommonNode, names: ProseNames): CellPartView | null {
  switch (node.type) {
    case 'list':
      return viewList(node, names)
    case 'callout': {
      const runs = viewRuns(node.content, names)
      const { tone } = node
      return isBlank(runs) ? null : { type: 'callout', tone, label: CALLOUT_LABELS[tone], runs }
    }
    case 'rule':
      return { type: 'rule' }
    case 'image': {
      const alt = cleanLine(node.alt)
      return {
        type: 'figure',
        file: names.fileAt(node.fileId),
        alt,
        caption: cleanLine(node.caption),
      }
    }
  }
}

function viewCell(cell: TableCell, names: ProseNames): CellPartView[] {
  return cell.nodes.flatMap((node): CellPartView[] => {
    if (node.type === 'block' || node.type === 'table') return []
    if (node.type === 'unknown') return viewUnknown(node.text)
    if (isCommon(node)) return [viewCommon(node, names)].filter((part) => part !== null)
    const runs = viewRuns(node.content, names)
    const isStrong = node.type === 'heading'
    if (isBlank(runs)) return []
    return [
      { type: 'paragraph', runs: isStrong ? runs.map((run) => ({ ...run, bold: true })) : runs },
    ]
  })
}

type CommonNode = Extract<ProseNode, { type: 'list' | 'callout' | 'rule' | 'image' }>

function isCommon(node: ProseNode): node is CommonNode {
  return ['list', 'callout', 'rule', 'image'].includes(node.type)
}

function viewUnknown(words: string): ParagraphView[] {
  return splitParagraphs(words).map((text) => ({ type: 'paragraph', runs: [plainRun(text)] }))
}

function viewList(list: ListNode, names: ProseNames): ListView | null {
  const isCheck = list.kind === 'check'
  const items = list.items.map((item) => ({
    ...(isCheck && { isDone: item.checked === true }),
    runs: viewRuns(item.content, names),
    children: item.children
      .map((child) => viewList(child, names))
      .filter((child) => child !== null),
  }))
  const kept = items.filter((item) => !isBlank(item.runs) || item.children.length > 0)
  if (kept.length === 0) return null
  return { type: 'list', ordered: list.ordered, ...(isCheck && { isCheck }), items: kept }
}
