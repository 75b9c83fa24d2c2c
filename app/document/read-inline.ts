import * as Y from 'yjs'
import type { Inline } from '../domain/strategy/strategy'
import { cleanText } from './clean-text'
import { type NoteText, readAtom, readLine } from './read-atom'
import { safeHref } from './safe-href'
import { ATOMS } from './vocabulary'

export const INLINE_NAMES: ReadonlySet<string> = new Set([
  'link',
  'autolink',
  'linebreak',
  ...ATOMS,
])

const BOLD = 1
const ITALIC = 2

/** A link's text with its address, a line break, or what stands in place of words. Other elements inside a link count as their text. */
export function readElementInline(element: Y.XmlElement, noteText: NoteText): Inline[] {
  if (element.nodeName === 'linebreak') return [{ text: '\n' }]
  if (ATOMS.has(element.nodeName)) return readAtom(element, noteText)
  const inlines: Inline[] = []
  const waiting: unknown[] = element.toArray().reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof Y.XmlText) inlines.push(...readTextInlines(next))
    else if (!(next instanceof Y.XmlElement)) continue
    else if (ATOMS.has(next.nodeName)) inlines.push(...readAtom(next, noteText))
    else waiting.push(...next.toArray().reverse())
  }
  const address = readAddress(element)
  return inlines.map((inline) => (inline.atom ? inline : { ...inline, ...address }))
}

function readAddress(link: Y.XmlElement): Pick<Inline, 'href' | 'title'> {
  const isOff = link.getAttribute('__isUnlinked') !== undefined
  const href = isOff ? null : safeHref(link.getAttribute('__url'))
  if (href === null) return {}
  const title = readLine(link.getAttribute('__title'))
  return { href, ...(title !== '' && { title }) }
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
    if (inline.text === '' && !inline.atom) continue
    if (last && looksLike(last, inline))
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}

function looksLike(a: Inline, b: Inline): boolean {
  if (a.atom ?? b.atom) return false
  const isLinkedAlike = a.href === b.href && a.title === b.title
  return a.bold === b.bold && a.italic === b.italic && isLinkedAlike
}
