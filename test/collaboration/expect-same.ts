import { expect } from 'vitest'
import * as Y from 'yjs'

/** Invariants I1 and I2: the same content, state vector and delete set everywhere, and nothing pending. */
export function expectSameDocuments(...docs: Y.Doc[]): void {
  const [first] = docs
  if (!first) throw new Error('nothing to compare')
  for (const doc of docs) {
    expect(contentOf(doc)).toEqual(contentOf(first))
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(first))
    expect(Y.equalDeleteSets(deletionsOf(doc), deletionsOf(first))).toBe(true)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
}

/** A root that nobody has asked for yet has no type, so each is asked for here. */
function contentOf(doc: Y.Doc): unknown {
  return [
    doc.getMap('meta').toJSON(),
    doc.getMap('chapters').toJSON(),
    doc.getMap('blocks').toJSON(),
    doc.getText('words').toJSON(),
  ]
}

function deletionsOf(doc: Y.Doc) {
  return Y.createDeleteSetFromStructStore(doc.store)
}
