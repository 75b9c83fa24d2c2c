import * as Y from 'yjs'
import { ATOMS } from './vocabulary'

/** A footnote between two words does not part them. */
const IN_LINE: ReadonlySet<string> = new Set(['link', ...ATOMS])

export interface TextPoint {
  readonly text: Y.XmlText
  /** UTF-16 units from its start. */
  readonly index: number
}

interface Segment {
  readonly text: Y.XmlText
  readonly offset: number
  readonly length: number
}

/** A chapter's words as one string, each paragraph on its own line, and the way back to the shared texts. */
export interface FlatText {
  readonly string: string
  readonly segments: readonly Segment[]
  /** Where each child of each element begins; one more entry for the element's end. */
  readonly childOffsets: ReadonlyMap<Y.XmlElement, readonly number[]>
}

export function flattenText(body: Y.XmlElement): FlatText {
  const segments: Segment[] = []
  const childOffsets = new Map<Y.XmlElement, number[]>()
  let string = ''
  const visit = (element: Y.XmlElement, depth: number) => {
    const offsets: number[] = []
    childOffsets.set(element, offsets)
    for (const child of element.toArray()) {
      offsets.push(string.length)
      if (child instanceof Y.XmlText) {
        const text = readString(child)
        segments.push({ text: child, offset: string.length, length: text.length })
        string += text
      } else if (child instanceof Y.XmlElement) {
        if (depth < MAX_DEPTH) visit(child, depth + 1)
        if (!IN_LINE.has(child.nodeName) && !string.endsWith('\n')) string += '\n'
      }
    }
    offsets.push(string.length)
  }
  visit(body, 0)
  return { string, segments, childOffsets }
}

const MAX_DEPTH = 100

/** One unit for anything that is not a character, so that positions agree with Yjs. */
function readString(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
}

/** Where a position in a shared type is in the flat string; null when the type is no longer in the chapter. */
export function findOffset(
  flat: FlatText,
  { type, index }: { type: unknown; index: number },
): number | null {
  if (type instanceof Y.XmlText) {
    const segment = flat.segments.find((candidate) => candidate.text === type)
    return segment ? segment.offset + Math.min(index, segment.length) : null
  }
  if (!(type instanceof Y.XmlElement)) return null
  return flat.childOffsets.get(type)?.[index] ?? flat.childOffsets.get(type)?.at(-1) ?? null
}

/** The text holding the character after `offset` (side 'after') or before it; null where there is none. */
export function findPoint(
  flat: FlatText,
  offset: number,
  side: 'before' | 'after',
): TextPoint | null {
  const found =
    side === 'after'
      ? flat.segments.find((segment) => segment.offset + segment.length > offset)
      : flat.segments.findLast((segment) => segment.offset < offset && segment.length > 0)
  if (!found) return null
  const index = Math.min(Math.max(offset - found.offset, 0), found.length)
  return { text: found.text, index }
}
