import * as Y from 'yjs'
import { asMap, blockOf, blocksOf, chapterOf, chaptersOf, notesOf } from './shape'

/** Parts of a document that go back to what they were; everything else stays as it is now. */
export interface Parts {
  readonly chapterIds: readonly string[]
  readonly blockIds: readonly string[]
  readonly noteIds: readonly string[]
}

const REVERT = Object.freeze({ name: 'northing-revert' })

/**
 * Turns `version`, a copy of the document as it was, into what it is in `current` with these parts as they were.
 * Everything that happened in between is made to happen in one step and undone where it touched the parts: so what comes
 * of it is an edit that follows on the present, and edits that are still on their way keep their place.
 */
export function revertTo(version: Y.Doc, current: Y.Doc, parts: Parts | 'everything'): void {
  const scope = parts === 'everything' ? rootsOf(version) : typesOf(version, parts)
  const undo = new Y.UndoManager(scope, {
    doc: version,
    captureTimeout: 0,
    trackedOrigins: new Set([REVERT]),
    ignoreRemoteMapChanges: true,
    deleteFilter: keepLaterBlocks(version),
  })
  const since = Y.encodeStateAsUpdate(current, Y.encodeStateVector(version))
  version.transact((transaction) => {
    Y.applyUpdate(version, since)
    // See applyUpdates: otherwise Yjs would tidy away what nobody took away.
    transaction.local = true
  }, REVERT)
  undo.undo()
  undo.destroy()
}

/**
 * A block made later leaves the text, and is kept like any block taken out of it: somebody may be writing in it without
 * a network, and the way back may want it.
 */
function keepLaterBlocks(version: Y.Doc): (item: Y.Item) => boolean {
  const blocks = blocksOf(version)
  const known = new Set(blocks.keys())
  return (item) => {
    for (let at: Y.Item | null = item; at; at = parentOf(at)) {
      if (at.parent === blocks) return known.has(at.parentSub ?? '')
    }
    return true
  }
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}

function rootsOf(doc: Y.Doc): Y.Map<unknown>[] {
  return [chaptersOf(doc), blocksOf(doc), notesOf(doc)]
}

function typesOf(doc: Y.Doc, { chapterIds, blockIds, noteIds }: Parts): Y.Map<unknown>[] {
  const found = [
    ...chapterIds.map((id) => chapterOf(doc, id)),
    ...blockIds.map((id) => blockOf(doc, id)),
    ...noteIds.map((id) => asMap(notesOf(doc).get(id))),
  ]
  return found.filter((type) => type !== null)
}
