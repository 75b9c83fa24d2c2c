/** Somebody or an organisation a comment speaks to, by the name it was then written with. */
export interface Mention {
  readonly type: 'person' | 'organisation'
  readonly id: string
  readonly name: string
}

/** Who may be mentioned in a partnership, with what tells two of one name apart. */
export interface Mentionable extends Mention {
  readonly detail: string
}

export const MENTIONS_MAX = 20

/**
 * The mentions a text holds: an @ with a whole name after it, the longest name winning (SPEC.md DI19, DI20).
 * Of two with one name, the one chosen in the page; where none was chosen nobody is mentioned.
 */
export function findMentions(
  text: string,
  candidates: readonly Mention[],
  chosenIds: readonly string[] = [],
): Mention[] {
  const found = new Map<string, Mention>()
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = text.slice(index + 1)
    for (const mention of pickNamed(rest, candidates, chosenIds)) found.set(mention.id, mention)
  }
  return [...found.values()]
    .slice(0, MENTIONS_MAX)
    .map(({ type, id, name }) => ({ type, id, name }))
}

function pickNamed(
  rest: string,
  candidates: readonly Mention[],
  chosenIds: readonly string[],
): readonly Mention[] {
  const named = candidates.filter(({ name }) => name !== '' && startsWithName(rest, name))
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  const best = named.filter(({ name }) => name.length === longest)
  if (new Set(best.map(({ id }) => id)).size <= 1) return best.slice(0, 1)
  return best.filter(({ id }) => chosenIds.includes(id))
}

function startsWithName(rest: string, name: string): boolean {
  if (rest.slice(0, name.length).toLocaleLowerCase('en-GB') !== name.toLocaleLowerCase('en-GB'))
    return false
  return !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))
}

/** What is being typed after an @ before the caret; null when no mention is being written. */
export function readMentionQuery(
  text: string,
  caret: number,
): { at: number; query: string } | null {
  const match = /(?<![\p{L}\p{N}])@([^@\n]{0,40})$/u.exec(text.slice(0, caret))
  if (!match) return null
  const query = match[1] ?? ''
  return query.startsWith(' ') ? null : { at: match.index, query }
}

/** Names that begin with, or have a word that begins with, what was typed. */
export function offerMentions(
  query: string,
  candidates: readonly Mentionable[],
  limit = 8,
): readonly Mentionable[] {
  const wanted = query.toLocaleLowerCase('en-GB')
  return candidates
    .filter(({ name }) => ` ${name.toLocaleLowerCase('en-GB')}`.includes(` ${wanted}`))
    .slice(0, limit)
}
