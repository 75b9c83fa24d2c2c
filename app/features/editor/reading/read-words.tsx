import { Fragment, type ReactNode, createContext, useContext } from 'react'
import type { Inline, InlineAtom } from '../../../domain/strategy/strategy'
import { type AtomFacts, NO_FACTS, citeSource, describeNote } from '../atoms/atom-facts'

export interface ReadingFacts extends AtomFacts {
  /** What begins the ids of this chapter's footnotes, so that a page may hold several chapters. */
  readonly prefix: string
  /** Where each footnote and source is called first: the place its note leads back to. */
  readonly first: ReadonlySet<Inline>
}

export const ReadingContext = createContext<ReadingFacts>({
  ...NO_FACTS,
  prefix: '',
  first: new Set(),
})

export function ReadWords({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
    <Fragment key={index}>
      {inline.atom ? <ReadAtom inline={inline} atom={inline.atom} /> : markWords(inline)}
    </Fragment>
  ))
}

function markWords({ text, bold, italic, href, title }: Inline): ReactNode {
  let words: ReactNode = text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  return href ? (
    <a href={href} title={title}>
      {words}
    </a>
  ) : (
    words
  )
}

function ReadAtom({ inline, atom }: { readonly inline: Inline; readonly atom: InlineAtom }) {
  const facts = useContext(ReadingContext)
  if (atom.kind === 'metric')
    return (
      <span className="prose-chip">
        {facts.metrics.get(atom.metricId) ?? 'Metric that is no longer there'}
      </span>
    )
  const mark = describeMark(atom, facts)
  return (
    <sup className="prose-mark">
      <a
        href={`#${facts.prefix}${mark.id}`}
        id={facts.first.has(inline) ? `${facts.prefix}${mark.id}-at` : undefined}
        aria-label={mark.label}
      >
        {mark.text}
      </a>
    </sup>
  )
}

interface MarkWords {
  readonly id: string
  readonly label: string
  readonly text: string
}

function describeMark(atom: Exclude<InlineAtom, { kind: 'metric' }>, facts: AtomFacts): MarkWords {
  if (atom.kind === 'footnote') {
    const note = facts.notes.get(atom.id)
    const number = String(note?.number ?? '?')
    return { id: `note-${number}`, label: describeNote(note), text: number }
  }
  const source = facts.sources.get(atom.sourceId)
  const text = citeSource(source, atom.locator)
  return {
    id: `source-${source?.number ?? 0}`,
    label: `Source ${text}: ${source?.title ?? ''}`,
    text,
  }
}
