export interface Search {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

const QUOTES: readonly [RegExp, string][] = [
  [/['‘’]/gu, "['‘’]"],
  [/["“”]/gu, '["“”]'],
]

/** What is looked for; null for nothing. Straight quotation marks find curly ones, and any space finds any other. */
export function createPattern({ words, matchCase, wholeWords }: Search): RegExp | null {
  if (words.trim() === '') return null
  let source = words.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  for (const [quote, either] of QUOTES) source = source.replace(quote, either)
  source = source.replace(/\s+/gu, String.raw`[^\S\n]+`)
  if (wholeWords) source = String.raw`(?<![\p{L}\p{N}_])${source}(?![\p{L}\p{N}_])`
  return new RegExp(source, matchCase ? 'gu' : 'giu')
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

export function findStretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => found !== '')
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
