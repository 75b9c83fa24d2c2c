export const SOURCE_KINDS = ['policy', 'evidence', 'data', 'report', 'legislation', 'web'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** A document the partnership's strategies rest on, in its library; it is cited, never copied. */
export interface Source {
  readonly id: string
  readonly title: string
  /** As they are to be printed; empty when nobody is named. */
  readonly authors: string
  readonly publisher: string
  readonly year: number | null
  /** http or https; empty when it is nowhere on the web. */
  readonly url: string
  readonly kind: SourceKind
  /** YYYY-MM-DD: when it was last looked at; null when nobody said. */
  readonly accessedAt: string | null
}

/** One line that names a source: who, when, what, where. */
export function describeSource(
  source: Pick<Source, 'title' | 'authors' | 'publisher' | 'year'>,
): string {
  const who = source.authors || source.publisher
  const year = source.year === null ? '' : `(${source.year})`
  const by = [who, year].filter((part) => part !== '').join(' ')
  const publisher = source.authors === '' ? '' : source.publisher
  return [by, source.title, publisher]
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')
}
