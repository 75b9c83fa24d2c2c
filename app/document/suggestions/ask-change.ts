import type * as Y from 'yjs'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import { anchorExactly } from '../anchor'
import { type FlatText, flattenText } from '../flat-text'
import { chapterBodyOf } from '../shape'
import { type AmendableLine, listLines } from './amendable-lines'
import { anchorWords } from './anchor-words'

/** What a form says that has no editor: which line, what it said when it was read, and what it would say. */
export interface TypedChange {
  readonly what: 'words' | 'remove' | 'after' | 'title' | 'statement' | 'remove_block'
  readonly chapterId: string
  /** Its place among the chapter's lines, and its words, as the page showed them. */
  readonly line: number
  readonly current: string
  readonly proposed: string
  readonly blockId: string
}

const CHANGED =
  'These words are not in the text as you read them. Nothing was saved; what you wrote is still here: choose the place again.'
const MISSING = 'Write the words you propose. Nothing was saved.'

/** The change that a form without an editor asks for: only the words that differ are replaced, so the rest keeps its form. */
export function askChange(doc: Y.Doc, typed: TypedChange): Outcome<AskedChange> {
  const { what, chapterId, blockId } = typed
  if (what === 'remove_block') return done({ type: 'remove_block', blockId })
  if (what === 'title' || what === 'statement')
    return done({ type: 'field', blockId, key: what, after: onOneLine(typed.proposed) })
  const body = chapterBodyOf(doc, chapterId)
  return body ? askLine(flattenText(body), typed) : refuse('conflict', CHANGED)
}

function askLine(flat: FlatText, typed: TypedChange): Outcome<AskedChange> {
  const { what, chapterId } = typed
  const proposed = onOneLine(typed.proposed)
  const line = findLine(flat, typed)
  if (!line) return refuse('conflict', CHANGED)
  const { start, text } = line
  if (what === 'words') return askWords(flat, { chapterId, start, from: text, to: proposed })
  const anchor = anchorExactly(flat, start, start + text.length)
  if (!anchor) return refuse('conflict', CHANGED)
  if (what === 'remove') return done({ type: 'remove_paragraph', chapterId, anchor })
  if (proposed === '') return refuse('invalid', MISSING, { proposed: MISSING })
  return done({ type: 'new_paragraph', chapterId, anchor, insert: proposed })
}

/** At its place, or wherever its words stand once. */
function findLine(flat: FlatText, { line, current }: TypedChange): AmendableLine | undefined {
  const lines = listLines(flat)
  if (lines[line]?.text === current) return lines[line]
  const [only, other] = lines.filter(({ text }) => text === current)
  return other ? undefined : only
}

interface Rewritten {
  readonly chapterId: string
  readonly start: number
  readonly from: string
  readonly to: string
}

function askWords(flat: FlatText, { chapterId, start, from, to }: Rewritten): Outcome<AskedChange> {
  if (to === '') return refuse('invalid', MISSING, { proposed: MISSING })
  if (to === from) {
    const message = 'This is what the text says already: change the words first.'
    return refuse('invalid', `${message} Nothing was saved.`, { proposed: message })
  }
  const { before, after } = findCommon(from, to)
  const words = anchorWords(
    { flat, start: start + before, end: start + from.length - after },
    to.slice(before, to.length - after),
  )
  return words ? done({ type: 'text', chapterId, ...words }) : refuse('conflict', CHANGED)
}

/** How much is the same at either end, in whole words. */
function findCommon(from: string, to: string): { before: number; after: number } {
  const most = Math.min(from.length, to.length)
  let before = 0
  while (before < most && from[before] === to[before]) before += 1
  while (before > 0 && !isGap(from, to, before)) before -= 1
  let after = 0
  while (after < most - before && from.at(-1 - after) === to.at(-1 - after)) after += 1
  while (after > 0 && !isGap(from, to, -after)) after -= 1
  return { before, after }
}

/** Whether a word ends or begins there in both. */
function isGap(from: string, to: string, at: number): boolean {
  return [from, to].every((text) => {
    const place = at < 0 ? text.length + at : at
    return (
      place === text.length || /\s/.test(text[place] ?? ' ') || /\s/.test(text[place - 1] ?? ' ')
    )
  })
}

function onOneLine(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ')
    .trim()
}
