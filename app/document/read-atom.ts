import type * as Y from 'yjs'
import type { Inline, InlineAtom } from '../domain/strategy/strategy'
import { cleanLine } from './clean-text'
import {
  CHIP_METRIC,
  CITATION,
  CITATION_LOCATOR,
  CITATION_SOURCE,
  FOOTNOTE,
  FOOTNOTE_ID,
  METRIC_CHIP,
} from './node-names'

/** What a footnote says; empty when nobody has made it. */
export type NoteText = (noteId: string) => string

/** A footnote, citation or metric chip; nothing when its id is none. */
export function readAtom(element: Y.XmlElement, noteText: NoteText): Inline[] {
  const atom = readKnownAtom(element, noteText)
  return atom ? [{ text: '', atom }] : []
}

function readKnownAtom(element: Y.XmlElement, noteText: NoteText): InlineAtom | null {
  switch (element.nodeName) {
    case FOOTNOTE: {
      const id = readId(element.getAttribute(FOOTNOTE_ID))
      return id === null ? null : { kind: 'footnote', id, text: noteText(id) }
    }
    case CITATION: {
      const sourceId = readId(element.getAttribute(CITATION_SOURCE))
      const locator = readLine(element.getAttribute(CITATION_LOCATOR))
      return sourceId === null ? null : { kind: 'citation', sourceId, locator }
    }
    case METRIC_CHIP: {
      const metricId = readId(element.getAttribute(CHIP_METRIC))
      return metricId === null ? null : { kind: 'metric', metricId }
    }
    default:
      return null
  }
}

/** An id any of our registers could hold; what a peer made up is none. */
export function readId(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,100}$/.test(value) ? value : null
}

/** One line of words, at most as long as a field of a form allows. */
export function readLine(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value).slice(0, LONGEST_LINE) : ''
}

const LONGEST_LINE = 500
