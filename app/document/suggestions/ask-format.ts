import type * as Y from 'yjs'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import { findWords } from './find-words'
import { readFormat } from './write-words'

export type AskedFormat = Extract<AskedChange, { type: 'format' }>

/** The other look for these words: bold where not all of them are, not bold where they are (suggestions SU35). */
export function askFormat(
  doc: Y.Doc,
  words: Pick<AskedFormat, 'chapterId' | 'anchor'>,
  format: AskedFormat['format'],
): AskedFormat {
  const found = findWords(doc, { ...words, isOnlyPlace: false })
  const isOn = found === null || readFormat(found, format) !== true
  return { type: 'format', ...words, format, isOn }
}
