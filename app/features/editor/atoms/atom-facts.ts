/** What the text's small parts need to be shown: numbers in reading order over the whole strategy, and words. */
export interface AtomFacts {
  readonly notes: ReadonlyMap<string, NoteFacts>
  readonly sources: ReadonlyMap<string, SourceFacts>
  /** Metric id → what its chip says. */
  readonly metrics: ReadonlyMap<string, string>
  /** Where pictures are fetched, for readers without an account; `/files/` without it. */
  readonly pictures?: string
}

export interface NoteFacts {
  readonly number: number
  readonly text: string
}

export interface SourceFacts {
  readonly number: number
  /** As one line: who, what, when. */
  readonly title: string
  readonly href: string | null
}

export const NO_FACTS: AtomFacts = { notes: new Map(), sources: new Map(), metrics: new Map() }

/** Where a stored picture is fetched. */
export function addressOfFile(fileId: string, pictures = '/files/'): string {
  return `${pictures}${encodeURIComponent(fileId)}`
}

export function describeNote(note: NoteFacts | undefined): string {
  if (!note) return 'Footnote'
  return `Footnote ${note.number}: ${note.text.trim() || 'nothing written yet'}`
}

/** `[3]`, or `[3, page 12]`. */
export function citeSource(source: SourceFacts | undefined, locator: string): string {
  const number = source ? String(source.number) : 'source missing'
  return locator === '' ? `[${number}]` : `[${number}, ${locator}]`
}
