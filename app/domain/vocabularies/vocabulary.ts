/** One word of a vocabulary: `id` is stored, `label` is shown. */
export interface Term {
  readonly id: string
  readonly label: string
  /** Heading it is offered under. */
  readonly group?: string
}

/** Words in the order in which they are offered. Ids never change their meaning; labels may. */
export type Vocabulary = readonly Term[]

export function termOf(vocabulary: Vocabulary, id: unknown): Term | null {
  return vocabulary.find((term) => term.id === id) ?? null
}
