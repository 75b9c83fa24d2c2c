/** A text that can be compared: the draft as it is now, a version by its place in the log, an edition by its number. */
export type TextChoice =
  | { readonly type: 'draft' }
  | { readonly type: 'version'; readonly seq: number }
  | { readonly type: 'edition'; readonly number: number }

const MOST_DIGITS = 15

/** As it stands in an address: `draft`, `184`, `edition-2`. Null for anything else. */
export function parseTextChoice(text: string): TextChoice | null {
  if (text === 'draft') return { type: 'draft' }
  const [, edition, digits = ''] = /^(edition-)?([1-9]\d*)$/.exec(text) ?? []
  if (digits === '' || digits.length > MOST_DIGITS) return null
  const number = Number(digits)
  return edition ? { type: 'edition', number } : { type: 'version', seq: number }
}

export function formatTextChoice(choice: TextChoice): string {
  if (choice.type === 'draft') return 'draft'
  return choice.type === 'edition' ? `edition-${choice.number}` : String(choice.seq)
}
