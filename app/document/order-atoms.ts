import * as Y from 'yjs'
import { type AtomId, type AtomOrder, orderAtoms } from '../domain/strategy/list-atoms'
import { readId } from './read-atom'
import { CITATION, CITATION_SOURCE, FOOTNOTE, FOOTNOTE_ID } from './node-names'
import { chapterBodyOf, orderChapterIds } from './shape'

/** Footnotes and citations as they are numbered now; no text is read for it. */
export function orderAtomsOf(doc: Y.Doc): AtomOrder {
  const atoms: AtomId[] = []
  for (const chapterId of orderChapterIds(doc)) {
    const body = chapterBodyOf(doc, chapterId)
    // A stack, not recursion: a hostile peer may nest ten thousand deep.
    const waiting: unknown[] = body ? [body] : []
    while (waiting.length > 0) {
      const next = waiting.pop()
      if (!(next instanceof Y.XmlElement)) continue
      const atom = identify(next)
      if (atom) atoms.push(atom)
      else waiting.push(...next.toArray().reverse())
    }
  }
  return orderAtoms(atoms)
}

function identify(element: Y.XmlElement): AtomId | null {
  if (element.nodeName === FOOTNOTE) {
    const id = readId(element.getAttribute(FOOTNOTE_ID))
    return id === null ? null : { kind: 'footnote', id }
  }
  if (element.nodeName !== CITATION) return null
  const sourceId = readId(element.getAttribute(CITATION_SOURCE))
  return sourceId === null ? null : { kind: 'citation', sourceId }
}
