import * as Y from 'yjs'
import { type FlatText, flattenText } from '../flat-text'
import { chapterBodyOf } from '../shape'
import { ATOMS } from '../vocabulary'
import { readFormatOfEach } from './write-words'

/** One paragraph, heading or other line of a chapter; `start` is where its words begin, without white space. */
export interface Line {
  readonly id: string
  readonly element: Y.XmlElement
  readonly start: number
  readonly words: string
  /** What stands between its words, and how the line looks: it has to be the same for its words to be compared. */
  readonly look: string
}

export interface ChapterLines {
  readonly body: Y.XmlElement
  readonly flat: FlatText
  /** What stands directly in the chapter, in order. */
  readonly top: readonly Y.XmlElement[]
  readonly lines: ReadonlyMap<string, Line>
}

export function readLines(doc: Y.Doc, chapterId: string): ChapterLines | null {
  const body = chapterBodyOf(doc, chapterId)
  if (!body) return null
  const flat = flattenText(body)
  const top = body.toArray().filter((child) => child instanceof Y.XmlElement)
  const lines = new Map<string, Line>()
  for (const element of top) collect(element, flat, lines)
  return { body, flat, top, lines }
}

/** The name Yjs has for an element, the same in every copy of the document. */
export function itemIdOf(element: Y.XmlElement): string {
  const id = element._item?.id
  return id ? `${id.client}:${id.clock}` : ''
}

const IN_LINE: ReadonlySet<string> = new Set(['link', ...ATOMS])

function collect(element: Y.XmlElement, flat: FlatText, lines: Map<string, Line>): void {
  const children = element.toArray()
  const parts = children.filter((child) => child instanceof Y.XmlElement)
  if (parts.some((part) => !IN_LINE.has(part.nodeName))) {
    for (const part of parts) if (!IN_LINE.has(part.nodeName)) collect(part, flat, lines)
    return
  }
  const offsets = flat.childOffsets.get(element)
  const all = flat.string.slice(offsets?.[0] ?? 0, offsets?.at(-1) ?? 0)
  const id = itemIdOf(element)
  lines.set(id, {
    id,
    element,
    start: (offsets?.[0] ?? 0) + all.length - all.trimStart().length,
    words: all.trim(),
    look: lookOf(element, parts),
  })
}

function lookOf(element: Y.XmlElement, parts: readonly Y.XmlElement[]): string {
  const named = parts.map((part) => `${part.nodeName} ${itemIdOf(part)} ${attributesOf(part)}`)
  return [element.nodeName, attributesOf(element), ...named].join('\n')
}

function attributesOf(element: Y.XmlElement): string {
  const attributes: Record<string, unknown> = element.getAttributes()
  return JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export type Format = 'bold' | 'italic'

/** For every unit of a line's words whether it has the format. */
export function readFormats(
  { flat }: ChapterLines,
  { start, words }: Line,
  format: Format,
): boolean[] {
  return readFormatOfEach({ flat, start, end: start + words.length }, format)
}
