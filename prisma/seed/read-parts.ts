import type { Code } from 'mdast'
import {
  CALLOUT_TONES,
  type Inline,
  type InlineAtom,
  type ListItem,
  type ListNode,
  type ProseNode,
} from '../../app/domain/strategy/strategy'

// What plain Markdown has no words for, as the demonstration's chapters write it:
// `[words](note:id)` a footnote, `[page 12](source:id)` a citation, a paragraph that begins `::callout important`,
// a list whose items begin `[x]` or `[ ]`, and a fenced block called `table` with ` | ` between cells.

/** The atom an address of ours stands for; null for a real address. */
export function readAtom(url: string, words: string): InlineAtom | null {
  const [scheme, id = ''] = url.split(':', 2)
  if (scheme === 'note') return { kind: 'footnote', id, text: words }
  return scheme === 'source' ? { kind: 'citation', sourceId: id, locator: words } : null
}

export function readParagraph(content: readonly Inline[]): ProseNode {
  const [first, ...rest] = content
  const found = /^::callout (\w+) /.exec(first?.text ?? '')
  const tone = CALLOUT_TONES.find((known) => known === found?.[1])
  if (!first || !found || !tone) return { type: 'paragraph', content }
  return {
    type: 'callout',
    tone,
    content: [{ ...first, text: first.text.slice(found[0].length) }, ...rest],
  }
}

export function readCheckList(list: ListNode): ListNode {
  const items = list.items.map(readCheck)
  if (!items.every((item) => item !== null)) return list
  return { ...list, kind: 'check', items }
}

function readCheck({ content: [first, ...rest], children }: ListItem): ListItem | null {
  const found = /^\[([x ])\] /.exec(first?.text ?? '')
  if (!first || !found) return null
  const content = [{ ...first, text: first.text.slice(found[0].length) }, ...rest]
  return { content, children, checked: found[1] === 'x' }
}

/** The first row names its columns. */
export function readTable({ lang, value }: Code): ProseNode {
  if (lang !== 'table') throw new Error('The demonstration’s prose has no code, only tables')
  const rows = value.split('\n').map((line, index) => ({
    cells: line.split(' | ').map((text) => ({
      header: index === 0,
      nodes: [{ type: 'paragraph' as const, content: [{ text: text.trim() }] }],
    })),
  }))
  return { type: 'table', rows }
}
