import * as Y from 'yjs'
import { TABLE_CELL, TABLE_ROW, WIDEST_SPAN } from '../../../document/node-names'
import {
  NODE_ATTRIBUTES,
  TEXT_TYPES,
  UNNAMED_ELEMENT,
  mayHold,
  mayHoldText,
} from '../../../document/vocabulary'

type Check = (value: unknown) => boolean

/** Values that become part of the page's elements, or steer a loop: a peer's own would not be harmless. */
const ALLOWED_VALUES: Record<string, Record<string, Check>> = {
  heading: { __tag: oneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6', undefined) },
  list: {
    __tag: oneOf('ul', 'ol', undefined),
    __listType: oneOf('bullet', 'number', 'check', undefined),
  },
  [TABLE_CELL]: {
    __colSpan: isSpan,
    __rowSpan: isSpan,
    __headerState: oneOf(0, 1, 2, 3, undefined),
  },
}

function isSpan(value: unknown): boolean {
  if (value === undefined) return true
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= WIDEST_SPAN
}

function oneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value)
}

/**
 * The first thing in a chapter's body that this version's editor cannot hold, or null.
 * Binding an editor to such content leaves it blank, and its next keystroke would then delete
 * everybody's text; so the caller shows the plain reading view instead and writes nothing.
 */
export function findUnsupported(body: Y.XmlElement): string | null {
  return findFirst(body.toArray().map((node) => ({ node, outer: UNNAMED_ELEMENT })))
}

/** The same for what one transaction brought. */
export function findUnsupportedChange(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  body: Y.XmlElement,
): string | null {
  for (const event of events) {
    const target: unknown = event.target
    const own = target === body ? null : describeProblem({ node: target, outer: null })
    if (own !== null) return own
    if (!(target instanceof Y.XmlElement)) continue
    const added = [...event.changes.added].map(({ content }): unknown =>
      'type' in content ? content.type : null,
    )
    const children = new Set<unknown>(target.toArray())
    const outer = target === body ? UNNAMED_ELEMENT : target.nodeName
    const standing = added.filter((node) => children.has(node))
    const problem = findFirst(standing.map((node) => ({ node, outer })))
    if (problem !== null) return problem
  }
  return null
}

interface Standing {
  readonly node: unknown
  /** The node it stands in; null where that has been judged before. */
  readonly outer: string | null
}

/** Without recursion: a mischievous peer may nest ten thousand deep. */
function findFirst(waiting: Standing[]): string | null {
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const problem = describeProblem(next)
    if (problem !== null) return problem
    const { node } = next
    if (node instanceof Y.XmlElement)
      waiting.push(...node.toArray().map((child) => ({ node: child, outer: node.nodeName })))
  }
  return null
}

function describeProblem({ node, outer }: Standing): string | null {
  if (node instanceof Y.XmlText)
    return outer === null || mayHoldText(outer)
      ? describeTextProblem(node)
      : 'text outside a paragraph'
  if (!(node instanceof Y.XmlElement)) return 'something that is not text'
  const { nodeName } = node
  if (!isKnownNode(nodeName) || !(outer === null || mayHold(outer, nodeName))) return nodeName
  if (nodeName === TABLE_ROW && node.length > WIDEST_SPAN) return 'a table without end'
  return describeStrangeValue(node)
}

function describeStrangeValue(node: Y.XmlElement): string | null {
  const strange = Object.entries(ALLOWED_VALUES[node.nodeName] ?? {}).find(
    ([name, isAllowed]) => !isAllowed(node.getAttribute(name)),
  )
  return strange ? `${node.nodeName} with a strange ${strange[0]}` : null
}

function isKnownNode(name: string): boolean {
  return NODE_ATTRIBUTES.has(name) && name !== UNNAMED_ELEMENT
}

function describeTextProblem(text: Y.XmlText): string | null {
  for (const part of text.toDelta() as { insert: unknown; attributes?: { t?: unknown } }[]) {
    if (typeof part.insert !== 'string') return 'something inside the text'
    if (!TEXT_TYPES.has(part.attributes?.t)) return 'text of another kind'
  }
  return null
}
