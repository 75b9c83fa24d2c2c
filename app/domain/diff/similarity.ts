import type { Line } from './comparison'

export type WordBag = ReadonlyMap<string, number>

const WORDS = /[\p{L}\p{N}\p{M}'’]+/gu

/** A line, and what is asked of it again and again. */
export class KnownLine {
  /** The same for lines that are the same in every respect. */
  readonly key: string
  private counted: { readonly bag: WordBag; readonly words: number } | null = null

  constructor(readonly line: Line) {
    this.key = keyOf(line)
  }

  /** Counted only where it changed: most lines stay. */
  count(): { readonly bag: WordBag; readonly words: number } {
    this.counted ??= countWords(this.line.text)
    return this.counted
  }
}

function countWords(text: string): { readonly bag: WordBag; readonly words: number } {
  const bag = new Map<string, number>()
  const words = text.match(WORDS) ?? []
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return { bag, words: words.length }
}

function keyOf({ text, shape, runs }: Line): string {
  const marked = runs.some(({ marks }) => Object.keys(marks).length > 0)
  return [text, shape, marked ? JSON.stringify(runs) : ''].join('\u0000')
}

/** How much of their words two lines share, from 0 to 1. Without words it is one line only if nothing else tells otherwise. */
export function measureSimilarity(a: KnownLine, b: KnownLine): number {
  const [old, now] = [a.count(), b.count()]
  const all = old.words + now.words
  if (all === 0) return isSameMark(a.line, b.line) ? 1 : 0
  const [small, large] = old.bag.size < now.bag.size ? [old.bag, now.bag] : [now.bag, old.bag]
  let common = 0
  for (const [word, count] of small) common += Math.min(count, large.get(word) ?? 0)
  return (2 * common) / all
}

function isSameMark(a: Line, b: Line): boolean {
  return a.kind === b.kind && a.text === b.text && a.blockId === b.blockId
}
