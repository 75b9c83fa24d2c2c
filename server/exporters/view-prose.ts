import type { BlockKind, Inline, ListNode, ProseNode } from '../../app/domain/strategy/strategy'
import { cleanText, splitParagraphs } from './clean-text'
import { safeAddress } from './safe-address'
import type { BlockView, Depth, HeadingView, ListView, PartView, RunView } from './view'

/** What prose can refer to. */
export interface ProseNames {
  /** Chapter or block id → anchor in the export. */
  readonly anchors: ReadonlyMap<string, string>
  readonly kindOf: (blockId: string) => BlockKind | null
  readonly blockAt: (blockId: string, depth: Depth) => BlockView | null
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
  switch (node.type) {
    case 'heading':
      return viewHeading(node.level, viewRuns(node.content, names), where)
    case 'paragraph':
    case 'quote': {
      const runs = viewRuns(node.content, names)
      return isBlank(runs) ? null : { type: node.type, runs }
    }
    case 'list':
      return viewList(node, names)
    case 'block': {
      const depth = depthOfBlock(names.kindOf(node.blockId), outline.depth)
      const block = names.blockAt(node.blockId, depth)
      if (block) outline.depth = depth
      return block
    }
    case 'unknown':
      return splitParagraphs(node.text).map((text) => ({
        type: 'paragraph',
        runs: [plainRun(text)],
      }))
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
function depthOfBlock(kind: BlockKind | null, current: number): Depth {
  return kind === 'objective' ? toDepth(Math.min(3, current + 1)) : 2
}

function toDepth(depth: number): Depth {
  if (depth <= 2) return 2
  return depth === 3 ? 3 : 4
}

function viewList(list: ListNode, names: ProseNames): ListView | null {
  const items = list.items.map((item) => ({
    runs: viewRuns(item.content, names),
    children: item.children
      .map((child) => viewList(child, names))
      .filter((child) => child !== null),
  }))
  const kept = items.filter((item) => !isBlank(item.runs) || item.children.length > 0)
  return kept.length > 0 ? { type: 'list', ordered: list.ordered, items: kept } : null
}

function viewRuns(content: readonly Inline[], names: ProseNames): RunView[] {
  return content
    .map((inline) => ({
      text: cleanText(inline.text),
      bold: inline.bold === true,
      italic: inline.italic === true,
      href: viewHref(inline.href, names),
    }))
    .filter((run) => run.text !== '')
}

/** An address inside the document leads to something that is in the export, or nowhere. */
function viewHref(href: string | undefined, names: ProseNames): string | null {
  if (href === undefined) return null
  if (!href.startsWith('#')) return safeAddress(href)
  const anchor = names.anchors.get(href.slice(1))
  return anchor === undefined ? null : `#${anchor}`
}

export function plainRun(text: string): RunView {
  return { text, bold: false, italic: false, href: null }
}

function isBlank(runs: readonly RunView[]): boolean {
  return runs.every((run) => run.text.trim() === '')
}
