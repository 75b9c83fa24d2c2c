import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seededDatabase } from '../../test/build/database'
import { hasIncompleteBlocks } from '../../app/document/edit-fields'
import { readStrategy } from '../../app/document/read'
import { blockOf, blocksOf } from '../../app/document/shape'
import { createDocumentReader } from '../collaboration/document-reader'
import type { Database } from '../persistence/database'
import { createUpdateLog } from '../persistence/update-log'
import { completeDocuments } from './complete-blocks'

const DOCUMENT = 'doc-wessex-vale-2026'
const read = async (db: Database) =>
  (await createDocumentReader(createUpdateLog(db)).read(DOCUMENT)).doc

/** As an earlier Northing would have left it. */
async function addOldBlock(db: Database): Promise<void> {
  const doc = await read(db)
  const before = Y.encodeStateVector(doc)
  const old = [
    ['kind', 'priority'],
    ['schema', 1],
    ['rank', 'a0'],
    ['title', new Y.Text('Old')],
    ['statement', new Y.Text('')],
  ] as const
  blocksOf(doc).set('old', new Y.Map<unknown>(old))
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await createUpdateLog(db).append([
    { documentId: DOCUMENT, updates: [{ bytes, personId: 'person-pen' }] },
  ])
}

describe('completing blocks', () => {
  it('[DO46] gives old blocks what newer ones have, once, and changes nothing that is read', async () => {
    const db = await seededDatabase()
    expect(await completeDocuments(db)).toEqual(['Every block has all the fields of its kind.'])
    await addOldBlock(db)
    const before = readStrategy(await read(db))
    expect(await completeDocuments(db)).toEqual(['wessex-vale-2026: 1 block completed'])
    const doc = await read(db)
    expect(readStrategy(doc)).toEqual(before)
    expect(blockOf(doc, 'old')?.get('whyNow')).toBeInstanceOf(Y.Text)
    expect(hasIncompleteBlocks(doc)).toBe(false)
    expect(await completeDocuments(db)).toEqual(['Every block has all the fields of its kind.'])
  })
})
