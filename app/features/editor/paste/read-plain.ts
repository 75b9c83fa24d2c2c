import { type Clip, LeftOut } from './clip'
import { asParagraph } from './prose-parts'
import { tidyLine, tidyWords } from './tidy-text'

/** Each line a paragraph; empty lines only part them. */
export function readPlain(text: string): Clip {
  const lines = tidyWords(text)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => tidyLine(line).trim())
    .filter((line) => line !== '')
  return { nodes: lines.map((line) => asParagraph([{ text: line }])), left: new LeftOut() }
}
