import type { Inline, InlineAtom } from '../../app/domain/strategy/strategy'
import { cleanText } from './clean-text'
import { safeAddress } from './safe-address'
import type { RunView } from './view'
import type { MarkView } from './view-parts'

/** What a run of words can refer to. */
export interface RunNames {
  /** Chapter or block id → anchor in the export. */
  readonly anchors: ReadonlyMap<string, string>
  readonly footnoteAt: (id: string, text: string) => MarkView
  readonly citationAt: (sourceId: string, locator: string) => MarkView
  /** A metric's name and latest value. */
  readonly chipOf: (metricId: string) => string
}

export function viewRuns(content: readonly Inline[], names: RunNames): RunView[] {
  return content
    .map((inline) => (inline.atom ? viewAtom(inline.atom, names) : viewWords(inline, names)))
    .filter((run) => run.text !== '' || run.mark !== undefined)
}

function viewWords(inline: Inline, names: RunNames): RunView {
  return {
    text: cleanText(inline.text),
    bold: inline.bold === true,
    italic: inline.italic === true,
    href: viewHref(inline.href, names),
  }
}

function viewAtom(atom: InlineAtom, names: RunNames): RunView {
  switch (atom.kind) {
    case 'footnote':
      return { ...plainRun(''), mark: names.footnoteAt(atom.id, atom.text) }
    case 'citation':
      return { ...plainRun(''), mark: names.citationAt(atom.sourceId, atom.locator) }
    case 'metric':
      return plainRun(names.chipOf(atom.metricId))
  }
}

/** An address inside the document leads to something that is in the export, or nowhere. */
function viewHref(href: string | undefined, names: RunNames): string | null {
  if (href === undefined) return null
  if (!href.startsWith('#')) return safeAddress(href)
  const anchor = names.anchors.get(href.slice(1))
  return anchor === undefined ? null : `#${anchor}`
}

export function plainRun(text: string): RunView {
  return { text, bold: false, italic: false, href: null }
}

export function isBlank(runs: readonly RunView[]): boolean {
  return runs.every((run) => run.text.trim() === '' && run.mark === undefined)
}
