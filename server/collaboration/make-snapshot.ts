import * as Y from 'yjs'
import type { Snapshot } from './update-log'

export interface SnapshotSources {
  readonly seq: bigint
  /** A snapshot's state first, if there is one, then the updates after it. */
  readonly updates: readonly Uint8Array[]
}

/** The one place where a whole document is decoded for storage; Yjs collects deleted text while it is at it. */
export function makeSnapshot({ seq, updates }: SnapshotSources): Snapshot {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const stateVector = Y.encodeStateVector(doc)
  const snapshot = {
    seq,
    state: Y.encodeStateAsUpdate(doc),
    stateVector,
    deleteSet: Y.encodeStateAsUpdate(doc, stateVector),
  }
  doc.destroy()
  return snapshot
}
