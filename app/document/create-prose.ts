import * as Y from 'yjs'
import type { Inline, ListNode, ProseNode } from '../domain/strategy/strategy'
import { safeHref } from './safe-href'
import { BLOCK_REF, REF_BLOCK_ID, REF_KIND } from './shape'

type XmlChild = Y.XmlElement | Y.XmlText

/** Prose as Lexical's V2 binding writes it: only what differs from a node's defaults is an attribute. */
export function createProse(
  nodes: readonly ProseNode[],
  kinds: ReadonlyMap<string, string>,
): Y.XmlElement[] {
  return nodes.map((node) => createNode(node, kinds))
}

function createNode(node: ProseNode, kinds: ReadonlyMap<string, string>): Y.XmlElement {
  switch (node.type) {
    case 'heading':
      return createElement('heading', { __tag: `h${node.level}` }, createInlines(node.content))
    case 'paragraph':
    case 'quote':
      return createElement(node.type, {}, createInlines(node.content))
    case 'list':
      return createList(node)
    case 'block':
      return createBlockRef(node.blockId, kinds.get(node.blockId) ?? 'objective')
    case 'unknown':
      return createElement('paragraph', {}, createInlines([{ text: node.text }]))
  }
}

export function createBlockRef(blockId: string, kind: string): Y.XmlElement {
  return createElement(BLOCK_REF, { [REF_BLOCK_ID]: blockId, [REF_KIND]: kind }, [])
}

/** A nested list stands in an item of its own, as Lexical has it; such an item does not count. */
function createList(list: ListNode): Y.XmlElement {
  const items: Y.XmlElement[] = []
  let value = 1
  for (const item of list.items) {
    items.push(createItem(value, createInlines(item.content)))
    value += 1
    for (const child of item.children) items.push(createItem(value, [createList(child)]))
  }
  return createElement('list', list.ordered ? {} : { __tag: 'ul', __listType: 'bullet' }, items)
}

function createItem(value: number, children: XmlChild[]): Y.XmlElement {
  return createElement('listitem', value === 1 ? {} : { __value: value }, children)
}

/** Runs of text share one XmlText; a link or a line break ends it. */
function createInlines(inlines: readonly Inline[]): XmlChild[] {
  const children: XmlChild[] = []
  let run: Inline[] = []
  const endRun = () => {
    if (run.length > 0) children.push(createText(run))
    run = []
  }
  for (const inline of mergeAlike(inlines)) {
    const href = safeHref(inline.href)
    if (href) {
      endRun()
      children.push(createElement('link', { __url: href }, createInlines([withoutHref(inline)])))
      continue
    }
    inline.text.split('\n').forEach((line, index) => {
      if (index > 0) {
        endRun()
        children.push(createElement('linebreak', {}, []))
      }
      if (line !== '') run.push({ ...inline, text: line })
    })
  }
  endRun()
  return children
}

function withoutHref({ href: _href, ...inline }: Inline): Inline {
  return inline
}

/** Lexical joins neighbours of one format and drops empty ones, so leaving them would be a write on opening. */
function mergeAlike(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.text === '') continue
    if (last && formatOf(last) === formatOf(inline) && !last.href && !inline.href) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    } else merged.push(inline)
  }
  return merged
}

/** Lexical's own bits. */
function formatOf(inline: Inline): number {
  return (inline.bold ? 1 : 0) + (inline.italic ? 2 : 0)
}

function createText(run: readonly Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  const delta = run.map((inline, index) => {
    const attributes: Record<string, unknown> = {}
    if (formatOf(inline) !== 0) attributes.p = { __format: formatOf(inline) }
    // Lexical numbers the later runs so that Yjs does not join them.
    if (index > 0) attributes.i = index
    return { insert: inline.text, attributes }
  })
  text.applyDelta(delta)
  return text
}

function createElement(
  name: string,
  attributes: Record<string, string | number>,
  children: XmlChild[],
): Y.XmlElement {
  const element = new Y.XmlElement<{ [key: string]: string | number }>(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (children.length > 0) element.insert(0, children)
  return element as Y.XmlElement
}
