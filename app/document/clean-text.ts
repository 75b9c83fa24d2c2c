/** Characters XML and Word files cannot hold, and halves of surrogate pairs, removed; tab and line break stay. */
export function cleanText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|\p{Surrogate}|[\uFFFE\uFFFF]/gu, '')
}

/** Titles are one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}
