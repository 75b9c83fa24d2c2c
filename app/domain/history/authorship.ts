/** A stretch of text typed by one person at one time. */
export interface Piece {
  readonly text: string
  /** Null: what the strategy began with. */
  readonly personId: string | null
  /** ISO instant; null when nothing tells. */
  readonly at: string | null
  /** Written then, or by then at the latest. */
  readonly isExact: boolean
}

/** A line of a chapter, or a text of a block. */
export interface AuthoredLine {
  readonly kind: string
  /** Only of a block's texts. */
  readonly blockId?: string
  readonly pieces: readonly Piece[]
}

export interface Writer {
  readonly personId: string | null
  readonly name: string
  readonly organisationName: string
}

export interface OrganisationShare {
  readonly organisationName: string
  readonly words: number
  readonly people: readonly { readonly name: string; readonly words: number }[]
}

/** SPEC.md, HI25. Most words first. */
export function shareByOrganisation(
  lines: readonly AuthoredLine[],
  writers: ReadonlyMap<string | null, Writer>,
): OrganisationShare[] {
  const shares = new Map<string, Map<string, number>>()
  for (const piece of lines.flatMap(({ pieces }) => pieces)) {
    const writer = writers.get(piece.personId) ?? UNKNOWN_WRITER
    const people = shares.get(writer.organisationName) ?? new Map<string, number>()
    people.set(writer.name, (people.get(writer.name) ?? 0) + countWords(piece.text))
    shares.set(writer.organisationName, people)
  }
  return [...shares]
    .map(([organisationName, people]) => ({
      organisationName,
      words: [...people.values()].reduce((sum, words) => sum + words, 0),
      people: byWords([...people].map(([name, words]) => ({ name, words }))),
    }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words || (a.organisationName < b.organisationName ? -1 : 1))
}

export const UNKNOWN_WRITER: Writer = {
  personId: null,
  name: 'Somebody no longer listed',
  organisationName: 'No organisation',
}

/** The text a strategy is set up with. */
export const FIRST_TEXT: Writer = {
  personId: null,
  name: 'The text it began with',
  organisationName: 'Northing',
}

function byWords<T extends { readonly words: number }>(people: readonly T[]): T[] {
  return people.filter(({ words }) => words > 0).sort((a, b) => b.words - a.words)
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}'’]+/gu)?.length ?? 0
}
