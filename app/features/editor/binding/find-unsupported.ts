import * as Y from 'yjs'
import {
  INLINE_NODES,
  NODE_ATTRIBUTES,
  TEXT_TYPES,
  UNNAMED_ELEMENT,
} from '../../../document/vocabulary'

/** Values that become part of the page's elements, so a peer's own would not be harmless. */
const ALLOWED_VALUES: Record<string, Record<string, ReadonlySet<unknown>>> = {
  heading: { __tag: new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', undefined]) },
  list: {
    __tag: new Set(['ul', 'ol', undefined]),
    __listType: new Set(['bullet', 'number', 'check', undefined]),
  },
}

/**
 * The first thing in a chapter's body that this version's editor cannot hold, or null.
 * Binding an editor to such content leaves it blank, and its next keystroke would then delete
 * everybody's text; so the caller shows the plain reading view instead and writes nothing.
 */
export function findUnsupported(body: Y.XmlElement): string | null {
  return findFirst(body.toArray(), true)
}

/** The same for what one transaction brought. */
export function findUnsupportedChange(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  body: Y.XmlElement,
): string | null {
  for (const event of events) {
    const target: unknown = event.target
    const own = target === body ? null : describeProblem(target, false)
    if (own !== null) return own
    if (!(target instanceof Y.XmlElement)) continue
    const added = [...event.changes.added].map(({ content }): unknown =>
      'type' in content ? content.type : null,
    )
    const children = new Set<unknown>(target.toArray())
    const problem = findFirst(
      added.filter((node) => children.has(node)),
      target === body,
    )
    if (problem !== null) return problem
  }
  return null
}

/** Without recursion: a mischievous peer may nest ten thousand deep. */
function findFirst(nodes: readonly unknown[], isTop: boolean): string | null {
  const waiting = nodes.map((node) => ({ node, isTop }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const problem = describeProblem(next.node, next.isTop)
    if (problem !== null) return problem
    if (next.node instanceof Y.XmlElement)
      waiting.push(...next.node.toArray().map((node) => ({ node, isTop: false })))
  }
  return null
}

function describeProblem(node: unknown, isTop: boolean): string | null {
  if (node instanceof Y.XmlText)
    return isTop ? 'text outside a paragraph' : describeTextProblem(node)
  if (!(node instanceof Y.XmlElement)) return 'something that is not text'
  if (!isKnownNode(node.nodeName) || (isTop && INLINE_NODES.has(node.nodeName)))
    return node.nodeName
  for (const [name, allowed] of Object.entries(ALLOWED_VALUES[node.nodeName] ?? {})) {
    if (!allowed.has(node.getAttribute(name))) return `${node.nodeName} with a strange ${name}`
  }
  return null
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
