import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Registry } from 'prom-client'
import * as Y from 'yjs'
import { makeSnapshot } from '../../server/collaboration/make-snapshot'
import { LogDamaged } from '../../server/collaboration/update-log'
import { VERBS } from '../../server/commands/verbs'
import { createDamageAlarm } from '../../server/damage-alarm'
import { createLog } from '../../server/http/log'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, until } from './live-client'
import { DOCUMENT, type LiveWorld, startWorld } from './live-world'

let db: Database
let world: LiveWorld
let figures: Registry
let clients: LiveClient[]

beforeEach(async () => {
  db = await freshDatabase()
  figures = new Registry()
  clients = []
  const log = createUpdateLog(db, createDamageAlarm(createLog('silent'), figures).report)
  const seed = await startWorld(db)
  await append(seed, 'first ')
  await append(seed, 'second ')
  await append(seed, 'third ')
  await seed.stop()
  world = await startWorld(db, { log })
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  await world.stop()
})

describe('F22 one stored row is not what was written', () => {
  it('[CO71] a damaged update: opens as of the one before it, for reading only', async () => {
    const repair = await damage('document_update', 'bytes', 3)
    const reader = connect('viewer')
    await reader.synced()
    expect(textOf(reader)).toBe('first ')
    const chair = connect('chair')
    await chair.synced()
    chair.doc.getText('words').insert(0, 'on a hole ')
    await until(() => chair.closes.includes(4503), 'the edit is refused')
    expect(chair.saved.at(-1) ?? 0).toBeLessThanOrEqual(1)
    expect((await db.pool.query('SELECT 1 FROM document_update')).rowCount).toBe(4)
    expect(await countDamaged()).toBe(1)
    await expect(verify()).rejects.toThrow(`document ${DOCUMENT}: update 3 is not what was written`)

    await repair()
    const whole = 'on a hole first second third '
    await until(() => textOf(chair) === whole && textOf(reader) === whole, 'it opens again')
    expect((await db.pool.query('SELECT 1 FROM document_update')).rowCount).toBe(5)
    expect(await countDamaged()).toBe(0)
    expect((await verify()).join('\n')).toContain('every log replays without a gap')
  })

  it('[CO71] touches no other document', async () => {
    await db.pool.query("INSERT INTO live_document (id) VALUES ('other')")
    await world.log.append([
      { documentId: 'other', updates: [{ bytes: Uint8Array.of(0, 0), personId: null }] },
    ])
    await damage('document_update', 'bytes', 3)
    expect(await world.log.load('other')).toMatchObject({ head: 1n, tail: [{ seq: 1n }] })
    expect((await world.log.load('other'))?.damagedFrom).toBeUndefined()
    await expect(world.log.readAfter(DOCUMENT, 1n)).rejects.toBeInstanceOf(LogDamaged)
    expect(await world.log.load(DOCUMENT)).toMatchObject({ head: 4n, damagedFrom: 3n })
  })

  it('[CO72] a damaged snapshot is passed over for the one before it, and people write on', async () => {
    await snapshotAt(2n)
    await snapshotAt(3n)
    await damage('document_snapshot', 'state', 3)
    expect((await world.log.load(DOCUMENT))?.snapshot?.seq).toBe(2n)
    const chair = connect('chair')
    await chair.synced()
    expect(textOf(chair)).toBe('first second third ')
    chair.doc.getText('words').insert(0, 'more ')
    await until(() => chair.saved.at(-1) === chair.sent(), 'it is stored')
    expect(await countDamaged()).toBe(1)
    await expect(verify()).rejects.toThrow(
      `document ${DOCUMENT}: the snapshot at update 3 is not what was written`,
    )
  })

  it('[CO72] without a good snapshot the log is read from its start', async () => {
    await snapshotAt(2n)
    await snapshotAt(3n)
    await damage('document_snapshot', 'state', 2)
    await damage('document_snapshot', 'delete_set', 3)
    const stored = await world.log.load(DOCUMENT)
    expect(stored?.snapshot).toBeNull()
    expect(stored?.tail.map(({ seq }) => seq)).toEqual([1n, 2n, 3n, 4n])
  })

  it('[CO71] a damaged update that a snapshot covers harms nobody, and the operator is told', async () => {
    await snapshotAt(2n)
    await damage('document_update', 'bytes', 2)
    expect((await world.log.load(DOCUMENT))?.damagedFrom).toBeUndefined()
    await expect(verify()).rejects.toThrow('update 2 is not what was written')
  })
})

function connect(name: 'chair' | 'viewer'): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}

function textOf({ doc }: LiveClient): string {
  return doc.getText('words').toString()
}

async function append({ log }: LiveWorld, words: string): Promise<void> {
  const doc = new Y.Doc()
  const stored = await log.load(DOCUMENT)
  for (const { bytes } of stored?.tail ?? []) Y.applyUpdate(doc, bytes)
  const before = Y.encodeStateVector(doc)
  doc.getText('words').insert(doc.getText('words').length, words)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await log.append([{ documentId: DOCUMENT, updates: [{ bytes, personId: null }] }])
}

async function snapshotAt(seq: bigint): Promise<void> {
  const stored = await world.log.readAfter(DOCUMENT, 0n)
  const updates = stored.filter((update) => update.seq <= seq).map(({ bytes }) => bytes)
  await world.log.saveSnapshot(DOCUMENT, makeSnapshot({ seq, updates }).snapshot)
}

/** Turns one bit of a row over, as a disk would, and answers how to turn it back. */
async function damage(table: string, column: string, seq: number): Promise<() => Promise<void>> {
  const flip = async () => {
    await db.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await db.pool.query(
      `UPDATE ${table} SET ${column} = set_byte(${column}, 1, get_byte(${column}, 1) # 4)
        WHERE document_id = '${DOCUMENT}' AND seq = ${seq}`,
    )
    await db.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  }
  await flip()
  return flip
}

async function countDamaged(): Promise<number | undefined> {
  const metric = await figures.getSingleMetric('northing_damaged_documents')?.get()
  return metric?.values[0]?.value
}

async function verify(): Promise<readonly string[]> {
  return VERBS['verify']!.act(db, [])
}
