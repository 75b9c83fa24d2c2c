/** How the texts of a block are called where who wrote them is told. */
export const BLOCK_FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  statement: 'statement',
}
