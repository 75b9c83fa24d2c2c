import Papa from 'papaparse'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { ReadTable } from './read-table'

/** SPEC.md TB2–TB4. */
export function readTextTable(bytes: Uint8Array): Outcome<ReadTable> {
  // Files put together from others end their lines in several ways; the parser takes the first for all.
  const text = decode(bytes).replace(/\r\n?/g, '\n')
  if (text.includes('\u0000'))
    return refuse(
      'invalid',
      'This is neither a table as text (CSV) nor a workbook (.xlsx). Save it as one of them and try again.',
    )
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text) })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open) {
    // The last row holds everything from the mark on; the headings are line 1.
    const line = countLines(data.slice(0, -1)) + 1
    return refuse(
      'invalid',
      `A quotation mark that begins in line ${line} or after it is never closed, so the rest would be one cell. Close or remove it.`,
    )
  }
  return done({ rows: dropLastEmpty(data), sheets: [] })
}

/** The guess counts cells in every line it sees, so empty ones are not shown to it. */
function guessDelimiter(text: string): string {
  const delimitersToGuess = [',', ';', '\t', '|']
  return Papa.parse(text, { preview: 20, skipEmptyLines: true, delimitersToGuess }).meta.delimiter
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** A decoder takes the mark off by itself. */
function decode(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return new TextDecoder(marked[0]).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cells may hold line breaks. */
function countLines(rows: readonly (readonly string[])[]): number {
  const breaks = rows.flat().reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
  return rows.length + breaks
}

/** A file ends with a line break; that is no row. */
function dropLastEmpty(rows: readonly string[][]): readonly string[][] {
  const last = rows.at(-1)
  return last?.every((cell) => cell === '') ? rows.slice(0, -1) : rows
}
