import * as Y from 'yjs'
import type { Inline } from '../domain/strategy/strategy'
import { cleanText } from './clean-text'
import { safeHref } from './safe-href'

export const INLINE_NAMES: ReadonlySet<string> = new Set(['link', 'autolink', 'linebreak'])

const BOLD = 1
const ITALIC = 2

/** A link's text with its address, or a line break. Elements inside a link count as their text. */
export function readElementInline(element: Y.XmlElement): Inline[] {
  if (element.nodeName === 'linebreak') return [{ text: '\n' }]
  const href =
    element.getAttribute('__isUnlinked') === undefined
      ? safeHref(element.getAttribute('__url'))
      : null
  const inlines: Inline[] = []
  const waiting: unknown[] = element.toArray().reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof Y.XmlText) inlines.push(...readTextInlines(next))
    else if (next instanceof Y.XmlElement) waiting.push(...next.toArray().reverse())
  }
  return href === null ? inlines : inlines.map((inline) => ({ ...inline, href }))
}

interface DeltaPart {
  readonly insert?: unknown
  readonly attributes?: { readonly p?: unknown }
}

/** Styles a peer may have put on the text are not read: only bold and italic are. */
export function readTextInlines(text: Y.XmlText): Inline[] {
  const inlines: Inline[] = []
  for (const part of text.toDelta() as DeltaPart[]) {
    if (typeof part.insert !== 'string') continue
    const format = readFormat(part.attributes?.p)
    inlines.push({
      text: cleanText(part.insert),
      ...((format & BOLD) !== 0 && { bold: true }),
      ...((format & ITALIC) !== 0 && { italic: true }),
    })
  }
  return inlines
}

function readFormat(properties: unknown): number {
  if (typeof properties !== 'object' || properties === null || !('__format' in properties)) return 0
  return typeof properties.__format === 'number' ? properties.__format : 0
}

/** Neighbours that look alike become one, empty ones go: the same text always reads the same. */
export function mergeInlines(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.text === '') continue
    if (last && looksLike(last, inline))
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}

function looksLike(a: Inline, b: Inline): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href
}
