import * as Y from 'yjs'
import { cleanLine } from './clean-text'
import { BLOCK_REF, REF_BLOCK_ID } from './node-names'
import { textOrEmpty } from './shape'
import { headingLevelOf } from './heading-level'

/** What a chapter's outline shows, in reading order. */
export type OutlineEntry =
  | {
      readonly type: 'heading'
      /** Stays the same while the heading does, whatever is typed in it. */
      readonly nodeId: string
      readonly level: 2 | 3 | 4
      readonly text: string
    }
  | { readonly type: 'block'; readonly nodeId: string; readonly blockId: string }

/** Headings and blocks at the top level of a chapter's body. */
export function readChapterOutline(body: Y.XmlElement): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const node of body.toArray()) {
    if (!(node instanceof Y.XmlElement)) continue
    const nodeId = nodeIdOf(node)
    if (nodeId === null) continue
    if (node.nodeName === BLOCK_REF) {
      const blockId = textOrEmpty(node.getAttribute(REF_BLOCK_ID))
      if (blockId !== '') entries.push({ type: 'block', nodeId, blockId })
    } else if (node.nodeName === 'heading') {
      const text = cleanLine(readWords(node)).trim()
      if (text !== '') entries.push({ type: 'heading', nodeId, level: headingLevelOf(node), text })
    }
  }
  return entries
}

/** `client-clock` of the element itself: the same on every computer. Null for what stands in no document. */
export function nodeIdOf(element: Y.XmlElement): string | null {
  const id = element._item?.id
  return id ? `${id.client}-${id.clock}` : null
}

/** The place among the body's top-level nodes; -1 when it is gone. */
export function findNodeIndex(body: Y.XmlElement, nodeId: string): number {
  return body
    .toArray()
    .findIndex((node) => node instanceof Y.XmlElement && nodeIdOf(node) === nodeId)
}

/** How many nodes move when the one at `index` does: a heading takes along what stands under it. */
export function countSection(body: Y.XmlElement, index: number): number {
  const nodes = body.toArray()
  const first = nodes[index]
  if (!(first instanceof Y.XmlElement) || first.nodeName !== 'heading') return 1
  const level = headingLevelOf(first)
  const rest = nodes.slice(index + 1)
  const end = rest.findIndex(
    (node) =>
      node instanceof Y.XmlElement && node.nodeName === 'heading' && headingLevelOf(node) <= level,
  )
  return 1 + (end === -1 ? rest.length : end)
}

export interface OutlineStep {
  readonly nodeId: string
  /** Null: to the end. */
  readonly beforeId: string | null
}

/** One place up or down: a block past its neighbour, a heading with all that stands under it past the next of its kind. */
export function findStep(
  entries: readonly OutlineEntry[],
  { index, direction }: { index: number; direction: 'up' | 'down' },
): OutlineStep | null {
  const entry = entries[index]
  if (!entry) return null
  if (direction === 'up') {
    const before = entries[findSectionBefore(entries, index)]
    return before ? { nodeId: entry.nodeId, beforeId: before.nodeId } : null
  }
  const next = findSectionEnd(entries, index)
  if (next >= entries.length) return null
  const isHeading = entry.type === 'heading'
  const after = isHeading ? findSectionEnd(entries, next) : next + 1
  return { nodeId: entry.nodeId, beforeId: entries[after]?.nodeId ?? null }
}

function findSectionEnd(entries: readonly OutlineEntry[], index: number): number {
  const entry = entries[index]
  if (entry?.type !== 'heading') return index + 1
  const end = entries.findIndex(
    (other, at) => at > index && other.type === 'heading' && other.level <= entry.level,
  )
  return end === -1 ? entries.length : end
}

function findSectionBefore(entries: readonly OutlineEntry[], index: number): number {
  const entry = entries[index]
  if (entry?.type !== 'heading') return index - 1
  const sibling = entries.findLastIndex(
    (other, at) => at < index && other.type === 'heading' && other.level <= entry.level,
  )
  return sibling === -1 ? index - 1 : sibling
}

function readWords(element: Y.XmlElement): string {
  let words = ''
  const waiting: unknown[] = element.toArray().reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof Y.XmlElement) waiting.push(...next.toArray().reverse())
    else if (next instanceof Y.XmlText) words += readLetters(next)
  }
  return words
}

function readLetters(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
}
