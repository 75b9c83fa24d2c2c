import * as Y from 'yjs'
import { applyUpdates } from '../../app/document/apply-updates'
import { splitState } from './split-state'
import type { Snapshot } from './update-log'

export interface SnapshotSources {
  readonly seq: bigint
  /** A snapshot's parts first, if there is one, then the updates after it. */
  readonly updates: readonly Uint8Array[]
}

export interface MadeSnapshot {
  readonly snapshot: Snapshot
  /** Why a large document was left in one part; then it is served as one message. */
  readonly unsplit: string | null
}

const ONE_PART_BYTES = 512 << 10
const PART_BYTES = 256 << 10

/** The one place where a whole document is decoded for storage; Yjs collects deleted text while it is at it. */
export function makeSnapshot({ seq, updates }: SnapshotSources): MadeSnapshot {
  const doc = open(updates)
  const stateVector = Y.encodeStateVector(doc)
  const deleteSet = Y.encodeStateAsUpdate(doc, stateVector)
  const state = Y.encodeStateAsUpdate(doc)
  const { parts, unsplit } = split(doc, { state, deleteSet })
  const items = [...doc.store.clients.values()].reduce((sum, { length }) => sum + length, 0)
  doc.destroy()
  return { snapshot: { seq, parts, stateVector, deleteSet, items }, unsplit }
}

interface Encoded {
  readonly state: Uint8Array
  readonly deleteSet: Uint8Array
}

function split(
  doc: Y.Doc,
  { state, deleteSet }: Encoded,
): { parts: Uint8Array[]; unsplit: string | null } {
  if (state.length <= ONE_PART_BYTES) return { parts: [state], unsplit: null }
  try {
    const parts = splitState(doc, deleteSet, PART_BYTES)
    checkParts(parts, state)
    return { parts, unsplit: null }
  } catch (error) {
    return { parts: [state], unsplit: String(error) }
  }
}

/** Everything people wrote goes through here, so the parts are put together again before they are believed. */
export function checkParts(parts: readonly Uint8Array[], state: Uint8Array): void {
  const copy = new Y.Doc({ gc: true })
  // See applyUpdates: what Yjs would tidy away makes another document.
  copy.transact((transaction) => {
    for (const [index, part] of parts.entries()) {
      Y.applyUpdate(copy, part)
      if (copy.store.pendingStructs) throw new Error(`part ${index + 1} waits for a later one`)
    }
    transaction.local = true
  })
  if (copy.store.pendingDs) throw new Error('the parts do not hold all that was deleted')
  const isSame = Buffer.from(Y.encodeStateAsUpdate(copy)).equals(state)
  copy.destroy()
  if (!isSame) throw new Error('the parts are not the document')
}

function open(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  applyUpdates(doc, updates)
  return doc
}
