import * as Y from 'yjs'

/**
 * Brings a document up to what these updates say, and not a deletion further. Left to itself Yjs tidies superfluous
 * formatting marks away after what came from elsewhere; a page tells the others of that, a reader of the log could not.
 */
export function applyUpdates(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update)
    transaction.local = true
  })
}
