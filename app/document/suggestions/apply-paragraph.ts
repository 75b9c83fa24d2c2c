import * as Y from 'yjs'
import type { NewParagraphChange, RemoveParagraphChange } from '../../domain/suggestions/suggestion'
import { createProse } from '../create-prose'
import { type FlatText, flattenText } from '../flat-text'
import { chapterBodyOf } from '../shape'
import { type AnchoredWords, anchorWords } from './anchor-words'
import { type Applied, STALE } from './applied'
import { findWords, listPlaces } from './find-words'
import { findLineElement } from './write-words'

/** Puts a paragraph after the line that holds these words. */
export function applyNewParagraph(doc: Y.Doc, change: NewParagraphChange): Applied {
  const found = findWords(doc, change)
  const line = found && findLineElement(found)
  if (!found || !line) return STALE
  const { body, chapterId } = found
  const index = body.toArray().indexOf(line) + 1
  if (wordsOfLine(found.flat, body.get(index)) === change.insert) return STALE
  body.insert(
    index,
    createProse([{ type: 'paragraph', content: [{ text: change.insert }] }], new Map()),
  )
  const flat = flattenText(body)
  const start = flat.childOffsets.get(body)?.[index] ?? 0
  const words = anchorWords({ flat, start, end: start + change.insert.length }, '')
  if (words?.anchor.quote !== change.insert) return { isApplied: true, inverse: null }
  const isOnlyPlace = listPlaces(doc, words.anchor).length === 1
  return {
    isApplied: true,
    inverse: { type: 'remove_paragraph', chapterId, anchor: words.anchor, isOnlyPlace },
  }
}

const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'quote', 'callout'])

/** Only a line whose words are all in the suggestion goes; what stands in it besides words would go unseen. */
export function applyRemoveParagraph(doc: Y.Doc, change: RemoveParagraphChange): Applied {
  const found = findWords(doc, change)
  const line = found && findLineElement(found)
  if (!found || !line || !isWholeLine(doc, change)) return STALE
  const { body } = found
  const children = body.toArray()
  const index = children.indexOf(line)
  const inverse = takeBackLine(doc, { change, before: children[index - 1], line })
  body.delete(index, 1)
  return { isApplied: true, inverse }
}

/** A heading comes back as a paragraph, and a first line has nothing to follow: that is left to a restore. */
function takeBackLine(
  doc: Y.Doc,
  { change, before, line }: { change: RemoveParagraphChange; before: unknown; line: Y.XmlElement },
): NewParagraphChange | null {
  const { chapterId, anchor: gone } = change
  const words = line.nodeName === 'paragraph' ? anchorLine(doc, chapterId, before) : null
  if (!words) return null
  const isOnlyPlace = listPlaces(doc, words.anchor).length === 1
  return { type: 'new_paragraph', chapterId, anchor: words.anchor, insert: gone.quote, isOnlyPlace }
}

function anchorLine(doc: Y.Doc, chapterId: string, line: unknown): AnchoredWords | null {
  const body = chapterBodyOf(doc, chapterId)
  if (!body || !(line instanceof Y.XmlElement) || !LINES.has(line.nodeName)) return null
  const flat = flattenText(body)
  const offsets = flat.childOffsets.get(line)
  const [start, end] = [offsets?.[0] ?? 0, offsets?.at(-1) ?? 0]
  return start < end ? anchorWords({ flat, start, end }, '') : null
}

/** Whether these words are all there is to a line that stands directly in its chapter. */
export function isWholeLine(doc: Y.Doc, change: RemoveParagraphChange): boolean {
  const found = findWords(doc, change)
  const line = found && findLineElement(found)
  if (!found || !line || !LINES.has(line.nodeName)) return false
  const onlyWords = line.toArray().every((child) => child instanceof Y.XmlText)
  return onlyWords && wordsOfLine(found.flat, line).trim() === change.anchor.quote
}

function wordsOfLine({ string, childOffsets }: FlatText, line: unknown): string {
  const offsets = line instanceof Y.XmlElement ? childOffsets.get(line) : undefined
  return string.slice(offsets?.[0] ?? 0, offsets?.at(-1) ?? 0)
}
