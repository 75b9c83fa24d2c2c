import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeSnapshot } from '../../server/collaboration/make-snapshot'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { verifyDocuments } from '../../server/persistence/verify-documents'
import { freshDatabase } from '../build/database'

const SEEDS = 30
let db: Database

beforeAll(async () => {
  db = await freshDatabase()
})

describe('verifying documents that two people formatted at once', () => {
  it('[CO70] says nothing about marks that a reader would tidy up by itself', async () => {
    const log = createUpdateLog(db)
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const documentId = `formatted-${seed}`
      const updates = formatAtOnce(seed)
      await db.prisma.liveDocument.create({ data: { id: documentId } })
      await log.append([
        { documentId, updates: updates.map((bytes) => ({ bytes, personId: null })) },
      ])
      const { snapshot } = makeSnapshot({ seq: BigInt(updates.length), updates })
      await log.saveSnapshot(documentId, snapshot)
    }
    expect((await verifyDocuments(db)).problems).toEqual([])
  })
})

/** The updates of two writers who format the same words without hearing of each other for a while. */
function formatAtOnce(seed: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
  const writers = [1, 2].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = seed * 10 + clientID
    return doc
  })
  for (const doc of writers)
    doc.on('update', (bytes: Uint8Array, _origin, _doc, { local }) => {
      if (local) updates.push(bytes)
    })
  const [first, second] = writers
  if (!first || !second) throw new Error('there are two')
  const text = new Y.Text()
  first.getMap('blocks').set('text', text)
  text.insert(0, 'words that both of them make bold and plain again')
  for (let round = 0; round < 12; round += 1) {
    for (const doc of writers) Y.applyUpdate(doc, mergeAll(updates))
    for (const doc of writers) {
      const own = doc.getMap('blocks').get('text') as Y.Text
      for (let step = 0; step < 2; step += 1)
        own.format(random(20), 1 + random(20), { bold: random(2) === 0 ? true : null })
    }
  }
  return updates.slice(0, -1 - (seed % 5))
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates])
}
