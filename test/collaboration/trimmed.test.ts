import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeSnapshot } from '../../server/collaboration/make-snapshot'
import { RoomContent } from '../../server/collaboration/room-content'
import type { UpdateLog } from '../../server/collaboration/update-log'
import { VERBS } from '../../server/commands/verbs'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { insertEdition } from '../build/edition-row'

let db: Database
let log: UpdateLog
let doc: Y.Doc

beforeEach(async () => {
  db = await freshDatabase()
  log = createUpdateLog(db)
  doc = new Y.Doc()
  await db.pool.query("INSERT INTO live_document (id) VALUES ('d')")
  await type('first ', 'person-a')
  await type('second ', 'person-b')
  await type('third ', 'person-b')
  await insertEdition(db, 'd', Y.encodeStateAsUpdate(doc))
  await type('fourth ', 'person-a')
  await snapshot()
  await type('fifth ', null)
  await snapshot()
})

describe('updates that an edition holds', () => {
  it('[CO74] leave who wrote how many and a hash; the document, verify and a restore do not miss them', async () => {
    expect(await listSeqs()).toEqual(['4', '5'])
    const kept = await db.prisma.trimmedUpdates.findMany()
    expect(kept).toMatchObject([
      { fromSeq: 1n, toSeq: 3n, persons: { 'person-a': 1, 'person-b': 2 } },
    ])
    expect(kept[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(kept[0]?.sha256).not.toBe(createHash('sha256').digest('hex'))
    expect(await readText(log)).toBe('first second third fourth fifth ')
    expect(await act('verify', db)).toContain('every log replays without a gap')

    const file = join(mkdtempSync(join(tmpdir(), 'northing-trimmed-')), 'backup.gz')
    await act('backup', db, file)
    const restored = await freshDatabase()
    await act('restore', restored, file)
    expect(await readText(createUpdateLog(restored))).toBe('first second third fourth fifth ')
    expect(await act('verify', restored)).toContain('every log replays without a gap')
  })

  it('[CO74] nothing else is put away, whoever asks', async () => {
    await expect(db.pool.query('DELETE FROM document_update')).rejects.toThrow('only ever added')
    await expect(putAway(4, 5)).rejects.toThrow('when an edition and a snapshot hold them')
    await expect(putAway(5, 5)).rejects.toThrow('only in order')
    await expect(db.pool.query('DELETE FROM document_update_trimmed')).rejects.toThrow('only ever')
    expect(await listSeqs()).toEqual(['4', '5'])
  })

  it('[CO72] without a good snapshot the newest edition and what came after it are read', async () => {
    await db.pool.query('UPDATE document_snapshot SET state = set_byte(state, 1, 77)')
    const stored = await log.load('d')
    expect(stored?.snapshot?.seq).toBe(3n)
    expect(await readText(log)).toBe('first second third fourth fifth ')
    expect(new RoomContent(stored!).head).toBe(5n)
  })

  it('[CO74] a damaged update is never put away', async () => {
    await type('sixth ', null)
    await insertEdition(db, 'd', Y.encodeStateAsUpdate(doc))
    await db.pool.query('ALTER TABLE document_update DISABLE TRIGGER USER')
    await db.pool.query('UPDATE document_update SET bytes = set_byte(bytes, 1, 77) WHERE seq = 5')
    await db.pool.query('ALTER TABLE document_update ENABLE TRIGGER USER')
    await snapshot()
    await type('seventh ', null)
    await snapshot()
    expect(await listSeqs()).toEqual(['5', '6', '7'])
  })
})

async function type(words: string, personId: string | null): Promise<void> {
  const before = Y.encodeStateVector(doc)
  doc.getText('t').insert(doc.getText('t').length, words)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await log.append([{ documentId: 'd', updates: [{ bytes, personId }] }])
}

async function snapshot(): Promise<void> {
  const head = await db.prisma.liveDocument.findUniqueOrThrow({ where: { id: 'd' } })
  const sources = { seq: head.head, updates: [Y.encodeStateAsUpdate(doc)] }
  await log.saveSnapshot('d', makeSnapshot(sources).snapshot)
}

async function readText(from: UpdateLog): Promise<string> {
  const stored = await from.load('d')
  const copy = new Y.Doc()
  for (const part of stored?.snapshot?.parts ?? []) Y.applyUpdate(copy, part)
  for (const { bytes } of stored?.tail ?? []) Y.applyUpdate(copy, bytes)
  return copy.getText('t').toString()
}

async function listSeqs(): Promise<string[]> {
  const { rows } = await db.pool.query<{ seq: string }>(
    'SELECT seq FROM document_update ORDER BY 1',
  )
  return rows.map(({ seq }) => seq)
}

async function putAway(from: number, to: number): Promise<void> {
  await db.pool.query(
    `INSERT INTO document_update_trimmed (document_id, from_seq, to_seq, sha256, persons) VALUES ('d', $1, $2, '', '{}')`,
    [from, to],
  )
}

async function act(verb: string, on: Database, ...words: string[]): Promise<string> {
  return (await VERBS[verb]!.act(on, words)).join('\n')
}
