import { describeChip } from '../../../domain/links/describe-chip'
import type { Registers } from '../../../domain/links/registers'
import { type Source, describeSource } from '../../../domain/sources/source'
import { type AtomOrder, listAtoms } from '../../../domain/strategy/list-atoms'
import type { Chapter } from '../../../domain/strategy/strategy'
import { safeHref } from '../../../document/safe-href'
import type { AtomFacts, SourceFacts } from './atom-facts'

type Known = Pick<Registers, 'metrics' | 'sources'>

/** How what stands in place of words is shown: its number, and what the registers know of it. */
export function buildFacts(
  order: AtomOrder,
  { metrics, sources = [] }: Known,
  noteText: (noteId: string) => string,
): AtomFacts {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return {
    notes: new Map(order.notes.map((id, index) => [id, { number: index + 1, text: noteText(id) }])),
    sources: new Map(order.sources.map((id, index) => [id, factsOf(byId.get(id), index + 1)])),
    metrics: new Map(metrics.map((metric) => [metric.id, describeChip(metric)])),
  }
}

/** Of a text that has been read: its footnotes are in it. */
export function factsOfText(
  chapters: readonly Pick<Chapter, 'nodes'>[],
  order: AtomOrder,
  registers: Known,
): AtomFacts {
  const texts = new Map(
    listAtoms(chapters).flatMap((atom): [string, string][] =>
      atom.kind === 'footnote' ? [[atom.id, atom.text]] : [],
    ),
  )
  return buildFacts(order, registers, (id) => texts.get(id) ?? '')
}

/** A source that was taken out of the library keeps its number. */
function factsOf(source: Source | undefined, number: number): SourceFacts {
  if (!source) return { number, title: 'No longer in the library', href: null }
  return { number, title: describeSource(source), href: safeHref(source.url) }
}
