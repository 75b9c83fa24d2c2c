import * as Y from 'yjs'
import { type FlatText, type TextPoint, findPoint } from '../flat-text'
import { diffText } from '../text-diff'
import type { FoundWords } from './find-words'

/**
 * Replaces words by writing only the difference, so that marks, formats and carets beside it stay where they are.
 * What comes looks like the first of what goes, else like what stands before it.
 */
export function replaceWords({ flat, start, end }: FoundWords, insert: string): void {
  const change = diffText(flat.string.slice(start, end), insert, insert.length)
  const from = start + change.index
  const [first, ...rest] = listParts(flat, from, from + change.remove)
  if (!first) {
    const point = findPoint(flat, from, change.index === 0 ? 'after' : 'before')
    if (point && change.insert !== '') point.text.insert(point.index, change.insert)
    return
  }
  for (const part of rest) part.text.delete(part.index, part.length)
  // Written behind the first character that goes, and so formatted like it.
  const width = Math.min(first.length, widthAt(flat.string, from))
  if (first.length > width) first.text.delete(first.index + width, first.length - width)
  if (change.insert !== '') first.text.insert(first.index + width, change.insert)
  first.text.delete(first.index, width)
}

/** Half a character is never written beside. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

export interface TextPart extends TextPoint {
  readonly length: number
}

/** The stretches of shared texts between two offsets, in order. */
export function listParts({ segments }: FlatText, from: number, to: number): TextPart[] {
  return segments.flatMap(({ text, offset, length }) => {
    const start = Math.max(from, offset)
    const end = Math.min(to, offset + length)
    return start < end ? [{ text, index: start - offset, length: end - start }] : []
  })
}

const BITS = { bold: 1, italic: 2 } as const

interface Run {
  readonly length: number
  readonly format: number
  readonly properties: Readonly<Record<string, unknown>>
}

/** Whether all of these words have the format, none of them, or some. */
export function readFormat(
  { flat, start, end }: FoundWords,
  format: 'bold' | 'italic',
): boolean | 'mixed' {
  const runs = listParts(flat, start, end).flatMap(listRuns)
  const on = runs.filter((run) => (run.format & BITS[format]) !== 0)
  if (on.length === runs.length) return true
  return on.length === 0 ? false : 'mixed'
}

/** For every unit of these words whether it has the format. */
export function readFormatOfEach(
  { flat, start, end }: Pick<FoundWords, 'flat' | 'start' | 'end'>,
  format: 'bold' | 'italic',
): boolean[] {
  const runs = listParts(flat, start, end).flatMap(listRuns)
  return runs.flatMap((run) =>
    Array.from({ length: run.length }, () => (run.format & BITS[format]) !== 0),
  )
}

/** Whether words written in at this place get the format, from what stands before them in the same text. */
export function readFormatBefore(
  flat: FlatText,
  { at, side }: { at: number; side: 'before' | 'after' },
  format: 'bold' | 'italic',
): boolean {
  const point = findPoint(flat, at, side)
  if (!point || point.index === 0) return false
  const runs = listRuns({ text: point.text, index: point.index - 1, length: 1 })
  return runs.some((run) => (run.format & BITS[format]) !== 0)
}

export function formatWords(
  { flat, start, end }: FoundWords,
  { format, isOn }: { format: 'bold' | 'italic'; isOn: boolean },
): void {
  for (const part of listParts(flat, start, end)) {
    let at = part.index
    for (const { length, format: bits, properties } of listRuns(part)) {
      const next = isOn ? bits | BITS[format] : bits & ~BITS[format]
      const { __format: _, ...others } = properties
      const kept = next === 0 ? others : { ...others, __format: next }
      if (next !== bits)
        part.text.format(at, length, { p: Object.keys(kept).length > 0 ? kept : null })
      at += length
    }
  }
}

function listRuns({ text, index, length }: TextPart): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { insert, attributes } of text.toDelta() as DeltaPart[]) {
    const size = typeof insert === 'string' ? insert.length : 1
    const from = Math.max(at, index)
    const to = Math.min(at + size, index + length)
    at += size
    if (from >= to) continue
    const properties = readProperties(attributes?.p)
    const bits: unknown = properties['__format']
    runs.push({ length: to - from, format: typeof bits === 'number' ? bits : 0, properties })
  }
  return runs
}

interface DeltaPart {
  readonly insert: unknown
  readonly attributes?: { readonly p?: unknown }
}

function readProperties(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The element directly in the chapter that holds this place; null when it is not in the chapter. */
export function findLineElement({ flat, body, start }: FoundWords): Y.XmlElement | null {
  const point = findPoint(flat, start, 'after')
  let element: unknown = point?.text
  while (element instanceof Y.XmlText || element instanceof Y.XmlElement) {
    if (element.parent === body) return element instanceof Y.XmlElement ? element : null
    element = element.parent
  }
  return null
}
