import { formatDate } from '../../app/domain/dates/format-date'
import { describeChip } from '../../app/domain/links/describe-chip'
import { indexRegisters } from '../../app/domain/links/registers'
import { registersOfEdition } from '../../app/domain/links/registers-of-edition'
import type { EditionContent, EditionFile } from '../../app/domain/signoff/edition-content'
import { describeSource } from '../../app/domain/sources/source'
import { type AtomOrder, listAtoms, orderAtoms } from '../../app/domain/strategy/list-atoms'
import { cleanLine } from './clean-text'
import { safeAddress } from './safe-address'
import type { StrategyCopy } from './strategy-copy'
import type { FileView, SourceView } from './view-parts'
import type { ProseNames } from './view-prose'

export type AtomNames = Pick<ProseNames, 'footnoteAt' | 'citationAt' | 'chipOf' | 'fileAt'>

/** Footnotes, citations, chips and pictures of one copy, numbered in reading order. */
export function nameAtoms({ edition, files }: StrategyCopy): AtomNames {
  const order = orderOf(edition)
  const seen = new Set<string>()
  const { metrics } = indexRegisters(registersOfEdition(edition))
  return {
    footnoteAt: (id, text) => {
      const isFirst = !seen.has(id)
      seen.add(id)
      const number = order.notes.indexOf(id) + 1
      return {
        kind: 'footnote',
        number,
        text: cleanLine(text) || 'Nothing is written here yet.',
        isFirst,
      }
    },
    citationAt: (sourceId, locator) => {
      const number = order.sources.indexOf(sourceId) + 1
      const place = cleanLine(locator)
      const text = place === '' ? `[${number}]` : `[${number}, ${place}]`
      return { kind: 'source', number, anchor: anchorOf(number), text }
    },
    chipOf: (metricId) => cleanLine(describeChip(metrics.get(metricId))),
    fileAt: (fileId) => {
      const file = edition.files?.find((candidate) => candidate.id === fileId)
      const bytes = files?.get(fileId)
      return file && bytes ? viewFile(file, bytes) : null
    },
  }
}

function orderOf(edition: EditionContent): AtomOrder {
  return orderAtoms(listAtoms(edition.content.chapters))
}

function anchorOf(number: number): string {
  return `source-${number}`
}

function viewFile(file: EditionFile, bytes: Uint8Array): FileView {
  return { id: file.id, mediaType: file.mediaType, width: file.width, height: file.height, bytes }
}

/** What the text cites, in the order of the numbers. */
export function viewSources(edition: EditionContent): SourceView[] {
  const byId = new Map((edition.sources ?? []).map((source) => [source.id, source]))
  return orderOf(edition).sources.map((id, index) => {
    const source = byId.get(id)
    const number = index + 1
    const anchor = anchorOf(number)
    if (!source)
      return { number, anchor, text: 'This source is no longer in the library.', href: null }
    const looked =
      source.accessedAt === null ? '' : ` Looked at on ${formatDate(source.accessedAt)}.`
    const text = cleanLine(`${describeSource(source)}${looked}`)
    return { number, anchor, text, href: safeAddress(source.url) }
  })
}
