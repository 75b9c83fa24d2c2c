/** Words as people count them, for telling which amendment is further from the text. */
export function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length
}
