/** What a cell for a number says. An empty cell says nothing; no mark is ever zero. */
export type CellValue =
  | { readonly kind: 'number'; readonly text: string; readonly mark: string }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'absent'; readonly why: string }
  | { readonly kind: 'unclear'; readonly message: string }

/** Withheld because few people are behind it: the Government Analysis Function's `[c]`, and older ways. */
const SUPPRESSED = new Set(['c', '[c]', '*', 's', 'supp', 'suppressed', 'redacted', 'withheld'])
const ABSENT = new Set(['', '[x]', '[z]', ':', '..', '...', 'n/a', 'na', '#n/a', 'null', 'missing'])
/** In some tables nothing, in others zero or few. */
const UNCLEAR = new Set(['-', '\u2013', '\u2014', '~', '<5', '<7', '<10', '[low]'])

/** Of this very value: a note may also say that parts of a total are. */
const SAYS_SUPPRESSED = /^(?:(?:the )?(?:value|data) )?(?:is |are |was |were )?suppressed\b/i

/** What a shorthand after a figure means. */
const MARKS: Record<string, string> = {
  '[p]': 'Provisional.',
  '[r]': 'Revised.',
  '[e]': 'Estimated.',
  '[u]': 'Low reliability.',
  '[b]': 'Break in the series.',
}

/** The value cell and its note, read together (rules IM10–IM13). */
export function readValueCell(cell: string, note: string): CellValue {
  const text = cell.trim()
  const said = text.toLowerCase()
  const noteSays = /suppress|disclosure|small (number|count)/i.test(note)
  if (SUPPRESSED.has(said)) return { kind: 'suppressed' }
  if (ABSENT.has(said))
    return noteSays
      ? { kind: 'suppressed' }
      : { kind: 'absent', why: note.trim() || 'There is no value in this row.' }
  if (UNCLEAR.has(said) || /^[<≤]/.test(said))
    return {
      kind: 'unclear',
      message: `“${text}” does not say whether the value is suppressed, zero or missing. Write c, 0, or leave it empty.`,
    }
  if (SAYS_SUPPRESSED.test(note))
    return {
      kind: 'unclear',
      message: `There is the value “${text}”, and a note that it is suppressed. Remove one of the two.`,
    }
  return splitMark(text)
}

/** A cell beside the value: an end of an interval or a count. A mark there says that it was not published. */
export function readFigureCell(cell: string): string {
  const said = cell.trim().toLowerCase()
  return SUPPRESSED.has(said) || ABSENT.has(said) ? '' : tidyFigures(cell)
}

function splitMark(text: string): CellValue {
  const [, figures = text, mark = ''] = /^(.*?)\s*(\[[a-z]\])$/i.exec(text) ?? []
  const meaning = MARKS[mark.toLowerCase()]
  if (mark !== '' && meaning === undefined)
    return {
      kind: 'unclear',
      message: `The shorthand “${mark}” is not known. Remove it, or write it in the note.`,
    }
  return { kind: 'number', text: tidyFigures(figures), mark: meaning ?? '' }
}

/**
 * A program's figures as a person would write them: 11.400000000000001 → 11.4, 1.2E-5 → 0.000012. What is not a
 * program's number stays as it is, for the rules of `numbers` to judge (rule IM14).
 */
export function tidyFigures(text: string): string {
  const figures = text.trim()
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(figures)) return figures
  const isLong = figures.replace(/\D/g, '').length > 15 || /e/i.test(figures)
  if (!isLong || !/[.e]/i.test(figures)) return figures
  const rounded = Number(Number(figures).toPrecision(12))
  const plain = String(rounded)
  return plain.includes('e') ? rounded.toFixed(12).replace(/\.?0+$/, '') : plain
}
