import { cleanText } from '../../../document/clean-text'

/** Invisible characters that turn text round, hide in it or break words: never typed on purpose. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu
/** Tag characters spell hidden words; only after a flag do they belong to what is seen. */
const HIDDEN_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu

/** Words as they came, without control and invisible characters. Quotation marks stay as they are. */
export function tidyWords(text: string): string {
  return cleanText(text).replace(INVISIBLE, '').replace(HIDDEN_TAGS, '')
}

/** Non-breaking and doubled spaces become one space; line breaks do too, as in HTML. */
export function tidyLine(text: string): string {
  return tidyWords(text).replace(/[\s\u00a0]+/gu, ' ')
}
