import { canonicaliseJson } from '../signoff/canonical-json'
import type { ProseNode } from '../strategy/strategy'
import type { Line, Marks, Run } from './comparison'

type Loose = Readonly<Record<string, unknown>>

/**
 * The lines of a node. Lists and tables come apart; of everything else, and of kinds that do not exist yet, the words
 * are those found in it, and the rest is its shape: nothing is left out. SPEC.md, DF8–DF10.
 */
export function flattenNode(node: ProseNode): Line[] {
  const loose = node as unknown as Loose
  if (loose['type'] === 'list') return flattenList(loose, 1)
  if (loose['type'] === 'table') return flattenTable(loose)
  return [flattenOther(loose)]
}

function flattenOther(node: Loose): Line {
  const { blockId, level } = node
  const words = node['type'] === 'image' ? readImage(node) : readRuns(node)
  return {
    ...createLine(words, node),
    kind: String(node['type']),
    level: typeof level === 'number' ? level : 0,
    ...(typeof blockId === 'string' && { blockId }),
  }
}

function flattenList(list: Loose, level: number): Line[] {
  const { items, type: _type, ...look } = list
  return listOf(items).flatMap((item) => {
    const { content, children, ...rest } = item
    const line = createLine(readRuns({ content }), { ...look, ...rest, level })
    const below = listOf(children).flatMap((child) => flattenList(child, level + 1))
    return [{ ...line, kind: 'list-item', level }, ...below]
  })
}

function flattenTable(table: Loose): Line[] {
  return listOf(table['rows']).map((row) => {
    const runs = listOf(row['cells']).flatMap((cell, index) =>
      index === 0 ? readRuns(cell) : [plain(' | '), ...readRuns(cell)],
    )
    return { ...createLine(runs, row), kind: 'table-row', level: 0 }
  })
}

function readImage({ alt, caption }: Loose): Run[] {
  return [alt, caption]
    .filter((words) => typeof words === 'string' && words !== '')
    .map((words, index) => plain(`${index > 0 ? '\n' : ''}${String(words)}`))
}

function createLine(runs: readonly Run[], shape: unknown): Omit<Line, 'kind' | 'level'> {
  const own = runs.filter(({ text }) => text !== '')
  const text = own.map((run) => run.text).join('')
  return { text, runs: own, shape: canonicaliseJson(withoutWords(shape), 'line') }
}

/** Words wherever they are: pieces of one text follow on one another, texts of different nodes begin a new line. */
function readRuns(value: unknown): Run[] {
  if (Array.isArray(value)) return joinParts(value)
  if (!isLoose(value)) return []
  if (isWords(value)) return [readWords(value)]
  return joinParts(Object.values(value))
}

function joinParts(parts: readonly unknown[]): Run[] {
  const runs: Run[] = []
  for (const part of parts) {
    const found = readRuns(part)
    const isApart = found.length > 0 && runs.length > 0 && !(isLoose(part) && isWords(part))
    runs.push(...(isApart ? [plain('\n')] : []), ...found)
  }
  return runs
}

function isWords(value: Loose): boolean {
  return typeof value['text'] === 'string'
}

/** A footnote or another mark in the line has no text of its own, but a text to tell. */
function readWords({ text, type: _type, nodeName: _nodeName, ...rest }: Loose): Run {
  const { atom } = rest
  const words = isLoose(atom) ? nameAtom(atom) : String(text)
  return { text: words, marks: readMarks(rest) }
}

function nameAtom({ kind, text, locator }: Loose): string {
  const words = [text, locator].find(
    (part): part is string => typeof part === 'string' && part !== '',
  )
  return words === undefined ? `[${String(kind)}]` : `[${String(kind)}: ${words}]`
}

function readMarks(rest: Loose): Marks {
  const marks: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === false) continue
    if (isPlain(value)) marks[key] = value
    else marks[key] = canonicaliseJson(withoutText(value), 'mark')
  }
  return marks
}

/** The words of a footnote are compared as words. */
function withoutText(value: unknown): unknown {
  if (!isLoose(value)) return value
  const { text: _text, locator: _locator, ...rest } = value
  return rest
}

/** Everything that is not read as words or as a mark of them. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isText = value.length > 0 && value.every((part) => isLoose(part) && isInline(part))
    return isText ? [] : value.map(withoutWords)
  }
  if (!isLoose(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'text')
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutWords(part)]))
}

function isInline(value: Loose): boolean {
  return isWords(value) && value['type'] === undefined
}

function plain(text: string): Run {
  return { text, marks: {} }
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : []
}
