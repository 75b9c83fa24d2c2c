import type * as Y from 'yjs'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import { anchorExactly } from '../anchor'
import {
  type ChapterLines,
  type Format,
  type Line,
  itemIdOf,
  readFormats,
  readLines,
} from './branch-lines'
import { looksAsTyped } from './hunk-look'
import { type Hunk, listHunks } from './word-hunks'
import { readFormatBefore } from './write-words'

/** One change typed into a branch, with both sides in words. */
export interface TypedChange {
  readonly asked: Extract<AskedChange, { anchor: unknown }>
  readonly before: string
  readonly after: string
}

export interface Compared {
  /** In the order in which all of them can be accepted one after the other. */
  readonly changes: readonly TypedChange[]
  /** What was done in the branch and cannot be suggested by typing, in plain sentences. */
  readonly untold: readonly string[]
}

interface Comparison {
  readonly chapterId: string
  readonly main: ChapterLines
  readonly branch: ChapterLines
  readonly untold: Set<string>
}

/**
 * What somebody typed into a branch: a copy of the text that main's updates flow into. Everything is anchored in main,
 * so it holds whatever else is written there. Suggestions SU30 to SU33.
 */
export function compareBranch(mainDoc: Y.Doc, branchDoc: Y.Doc, chapterId: string): Compared {
  const main = readLines(mainDoc, chapterId)
  const branch = readLines(branchDoc, chapterId)
  if (!main || !branch) return { changes: [], untold: main || branch ? [CHAPTER] : [] }
  const comparison: Comparison = { chapterId, main, branch, untold: new Set() }
  const told = tellRuns(comparison)
  const lines = [...main.lines.values()].map((line) => tellLine(comparison, line))
  const changes = [
    ...told.added,
    ...lines.flatMap(({ formats }) => formats),
    ...lines.flatMap(({ words }) => words),
    ...told.removed,
  ]
  return { changes, untold: [...comparison.untold] }
}

const CHAPTER = 'The chapter itself has come or gone.'
const STRUCTURE =
  'Headings, lists, tables, blocks and other parts that came, went or moved cannot be suggested by typing.'
const LOOK =
  'A link, note, picture or the look of a line has changed: that cannot be suggested by typing.'
const NO_PLACE =
  'A new paragraph needs a line with words before it: it cannot come first or after a block.'
const NEW_LOOK = 'New words are suggested without their bold, italic and links.'

interface Run {
  readonly before: Y.XmlElement | null
  readonly added: Y.XmlElement[]
}

interface Told {
  readonly added: readonly TypedChange[]
  readonly removed: readonly TypedChange[]
}

/** Paragraphs that came and went. Where something else did too, none of it is told: half of a change would be another. */
function tellRuns(comparison: Comparison): Told {
  const { main, branch, untold } = comparison
  const staying = new Set(main.top.map(itemIdOf))
  const kept = new Set(branch.top.map(itemIdOf))
  const added = listRuns(branch.top, staying)
  const gone = listRuns(main.top, kept)
  const removed: TypedChange[] = []
  const isPlain = (element: Y.XmlElement) => element.nodeName === 'paragraph'
  const mixed = new Set<string>()
  for (const [key, run] of [...added, ...gone]) if (!run.added.every(isPlain)) mixed.add(key)
  if (mixed.size > 0) untold.add(STRUCTURE)
  for (const [key, run] of gone)
    if (!mixed.has(key)) removed.push(...run.added.flatMap((one) => tellRemoved(comparison, one)))
  const came = [...added].flatMap(([key, run]) =>
    mixed.has(key) ? [] : tellAdded(comparison, run),
  )
  // What stands further down comes first: both kinds are put right behind the same line.
  return { added: [...tellFilled(comparison), ...came], removed }
}

/** Elements that are not among `known`, by the known one they stand behind. */
function listRuns(top: readonly Y.XmlElement[], known: ReadonlySet<string>): Map<string, Run> {
  const runs = new Map<string, Run>()
  let before: Y.XmlElement | null = null
  for (const element of top) {
    if (known.has(itemIdOf(element))) {
      before = element
      continue
    }
    const key: string = before ? itemIdOf(before) : ''
    const run = runs.get(key) ?? { before, added: [] }
    run.added.push(element)
    runs.set(key, run)
  }
  return runs
}

function tellRemoved(comparison: Comparison, element: Y.XmlElement): TypedChange[] {
  const line = comparison.main.lines.get(itemIdOf(element))
  if (!line || line.words === '') return []
  const anchor = anchorExactly(comparison.main.flat, line.start, line.start + line.words.length)
  if (!anchor) return []
  const asked = { type: 'remove_paragraph', chapterId: comparison.chapterId, anchor } as const
  return [{ asked, before: line.words, after: '' }]
}

/** The last first: each is put right behind the line it follows. */
function tellAdded(comparison: Comparison, { before, added }: Run): TypedChange[] {
  return added.toReversed().flatMap((element) => {
    const line = comparison.branch.lines.get(itemIdOf(element))
    return line && line.words !== '' ? tellNewParagraph(comparison, line, before) : []
  })
}

/** An empty line holds no words a suggestion could be about: what was typed into it comes as a paragraph before it. */
function tellFilled(comparison: Comparison): TypedChange[] {
  const { main, branch } = comparison
  return main.top.flatMap((element, index) => {
    const line = main.lines.get(itemIdOf(element))
    const typed = branch.lines.get(itemIdOf(element))
    if (line?.words !== '' || !typed || typed.words === '') return []
    return tellNewParagraph(comparison, typed, main.top[index - 1] ?? null)
  })
}

function tellNewParagraph(
  comparison: Comparison,
  line: Line,
  before: Y.XmlElement | null,
): TypedChange[] {
  const { chapterId, main, branch, untold } = comparison
  const behind = before && main.lines.get(itemIdOf(before))
  const held = behind && anchorSteady(comparison, behind)
  if (!held) {
    untold.add(NO_PLACE)
    return []
  }
  const isPlain = (['bold', 'italic'] as const).every(
    (format) => !readFormats(branch, line, format).includes(true),
  )
  if (!isPlain || line.element.toArray().length > 1) untold.add(NEW_LOOK)
  const asked = { type: 'new_paragraph', chapterId, anchor: held, insert: line.words } as const
  return [{ asked, before: '', after: line.words }]
}

/** The longest words of a line that nothing suggested here touches, else all of it. */
function anchorSteady({ main, branch }: Comparison, line: Line) {
  const now = branch.lines.get(line.id)?.words ?? line.words
  const stretches = betweenHunks(line.words, listHunks(line.words, now))
  const [best] = stretches
    .map((stretch) => trimmed(line.words, stretch))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const isHeld = best && best.start < best.end
  const { start, end } = isHeld ? best : { start: 0, end: line.words.length }
  return anchorExactly(main.flat, line.start + start, line.start + end)
}

interface Stretch {
  readonly start: number
  readonly end: number
  /** How much further on it stands in the branch. */
  readonly shift: number
}

function betweenHunks(words: string, hunks: readonly Hunk[]): Stretch[] {
  const stretches: Stretch[] = []
  let [at, shift] = [0, 0]
  for (const { start, end, newEnd } of hunks) {
    stretches.push({ start: at, end: start, shift })
    at = end
    shift = newEnd - end
  }
  return [...stretches, { start: at, end: words.length, shift }]
}

function trimmed(words: string, { start, end }: Omit<Stretch, 'shift'>) {
  const text = words.slice(start, end)
  const from = start + text.length - text.trimStart().length
  return { start: from, end: Math.max(from, start + text.trimEnd().length) }
}

const NOTHING = { words: [], formats: [] }

function tellLine(comparison: Comparison, line: Line) {
  const { chapterId, main, branch, untold } = comparison
  const typed = branch.lines.get(line.id)
  if (!typed) {
    const isTop = main.top.some((element) => itemIdOf(element) === line.id)
    if (!isTop && line.words !== '') untold.add(STRUCTURE)
    return NOTHING
  }
  if (typed.look !== line.look) {
    untold.add(LOOK)
    return NOTHING
  }
  if (line.words === '') return NOTHING
  const hunks = listHunks(line.words, typed.words)
  const words = hunks.flatMap(({ start, end, newStart, newEnd }): TypedChange[] => {
    const anchor = anchorExactly(main.flat, line.start + start, line.start + end)
    const insert = typed.words.slice(newStart, newEnd)
    if (!anchor) return []
    return [
      { asked: { type: 'text', chapterId, anchor, insert }, before: anchor.quote, after: insert },
    ]
  })
  const stretches = betweenHunks(line.words, hunks)
  const formats = (['bold', 'italic'] as const).flatMap((format) =>
    tellFormats(comparison, { line, typed, stretches, hunks }, format),
  )
  return { words, formats }
}

interface PairedLine {
  readonly line: Line
  readonly typed: Line
  readonly stretches: readonly Stretch[]
  readonly hunks: readonly Hunk[]
}

function tellFormats(
  { chapterId, main, branch, untold }: Comparison,
  { line, typed, stretches, hunks }: PairedLine,
  format: Format,
): TypedChange[] {
  const had = readFormats(main, line, format)
  const has = readFormats(branch, typed, format)
  const inherits = (at: number, side: 'before' | 'after') =>
    readFormatBefore(main.flat, { at: line.start + at, side }, format)
  const sides = { before: line.words, after: typed.words, had, has, inherits }
  if (!hunks.every((hunk) => looksAsTyped({ hunk, ...sides }))) untold.add(NEW_LOOK)
  return stretches.flatMap(({ start, end, shift }) => {
    const found: TypedChange[] = []
    for (let at = start; at < end; at += 1) {
      const isOn = has[at + shift] === true
      if (isOn === had[at]) continue
      let to = at
      while (to < end && has[to + shift] === isOn && had[to] !== isOn) to += 1
      const range = trimmed(line.words, { start: at, end: to })
      const anchor = anchorExactly(main.flat, line.start + range.start, line.start + range.end)
      at = to - 1
      if (!anchor) continue
      const asked = { type: 'format', chapterId, anchor, format, isOn } as const
      found.push({ asked, before: anchor.quote, after: anchor.quote })
    }
    return found
  })
}
