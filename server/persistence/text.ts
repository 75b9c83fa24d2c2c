/** PostgreSQL refuses text with the character NUL: an id that has it belongs to nothing. */
export function canBeStored(text: string): boolean {
  return !text.includes('\u0000')
}
