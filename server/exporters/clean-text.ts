/** Characters that XML cannot hold, and halves of surrogate pairs, removed; line breaks stay, tabs become spaces. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '')
}

/** Titles and names are one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}

/** One entry for each paragraph somebody typed; empty ones go. */
export function splitParagraphs(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
