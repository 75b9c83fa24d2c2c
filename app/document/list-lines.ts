import * as Y from 'yjs'
import { BLOCK_REF, REF_BLOCK_ID } from './node-names'
import { blockOf, chapterBodyOf, chapterTitleOf } from './shape'
import { INLINE_NODES } from './vocabulary'

/** Letters typed one after another by one client, and the id of the first. */
export interface TypedText {
  readonly text: string
  readonly id: Y.ID
}

/** A line of prose, a chapter's title, or a text of a block under its key. */
export interface TextLine {
  readonly kind: string
  readonly blockId?: string
  readonly texts: readonly TypedText[]
}

/** What can be read in a chapter, line by line and in its order, with the ids of its letters. */
export function listLines(doc: Y.Doc, chapterId: string): TextLine[] {
  const body = chapterBodyOf(doc, chapterId)
  const title = chapterTitleOf(doc, chapterId)
  const own = title ? [{ kind: 'title', texts: readLetters(title) }] : []
  const lines = [...own, ...(body ? readLines(doc, body) : [])]
  return lines.filter(({ texts }) => texts.some(({ text }) => text.trim() !== ''))
}

/** A stack, not recursion: a hostile peer may nest ten thousand deep. */
function readLines(doc: Y.Doc, body: Y.XmlElement): TextLine[] {
  const lines: TextLine[] = []
  const waiting: unknown[] = body.toArray().reverse()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (!(next instanceof Y.XmlElement)) continue
    if (next.nodeName === BLOCK_REF) {
      lines.push(...readBlockTexts(doc, String(next.getAttribute(REF_BLOCK_ID))))
      continue
    }
    const children: unknown[] = next.toArray()
    const inline = children.filter(isInline)
    if (inline.length > 0) lines.push({ kind: next.nodeName, texts: inline.flatMap(readInline) })
    waiting.push(...children.filter((child) => !isInline(child)).reverse())
  }
  return lines
}

function isInline(child: unknown): child is Y.XmlText | Y.XmlElement {
  if (child instanceof Y.XmlElement) return INLINE_NODES.has(child.nodeName)
  return child instanceof Y.XmlText
}

function readInline(child: Y.XmlText | Y.XmlElement): TypedText[] {
  if (child instanceof Y.XmlText) return readLetters(child)
  return child.toArray().flatMap((part) => (part instanceof Y.XmlText ? readLetters(part) : []))
}

function readBlockTexts(doc: Y.Doc, blockId: string): TextLine[] {
  const lines: TextLine[] = []
  blockOf(doc, blockId)?.forEach((value, key) => {
    if (value instanceof Y.Text) lines.push({ kind: key, blockId, texts: readLetters(value) })
  })
  return lines.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
}

function rankOf(key: string): number {
  const rank = ['title', 'statement'].indexOf(key)
  return rank < 0 ? 2 : rank
}

function readLetters(text: Y.Text): TypedText[] {
  const letters: TypedText[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    letters.push({ text: item.content.str, id: item.id })
  }
  return letters
}
