import { once } from 'node:events'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import express from 'express'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LogUnavailable } from '../../server/collaboration/update-log'
import { createLog } from '../../server/http/log'
import { refuseWhenFull } from '../../server/http/refuse-when-full'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { createStorageGuard, type StorageGuard, watchSpace } from '../../server/storage-guard'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, until } from './live-client'
import { DOCUMENT, type LiveWorld, startWorld } from './live-world'

const MIB = 1 << 20
let db: Database
let world: LiveWorld
let guard: StorageGuard
let free: number
let total: number
let figures: Registry
let clients: LiveClient[]

beforeEach(async () => {
  db = await freshDatabase()
  clients = []
  figures = new Registry()
  free = 500 * MIB
  total = 1_000 * MIB
  guard = createStorageGuard({
    folder: '/data',
    log: createLog('silent'),
    figures,
    readSpace: async () => ({ free, total }),
  })
  world = await startWorld(db, { log: watchSpace(createUpdateLog(db), guard) })
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  guard.close()
  await world.stop()
})

describe('F5 the disk is nearly full', () => {
  it('[CO76] stores nothing, loses nothing, and goes on by itself within 10 s of there being space', async () => {
    const [chair, viewer] = [connect('chair'), connect('viewer')]
    await Promise.all([chair.synced(), viewer.synced()])
    chair.doc.getText('words').insert(0, 'before ')
    await until(() => viewer.doc.getText('words').length === 7, 'the edit is seen')
    const stored = await countUpdates()

    free = 63 * MIB
    await guard.look()
    chair.doc.getText('words').insert(7, 'meanwhile ')
    await until(() => chair.closes.includes(4503), 'the edit is refused')
    expect(await countUpdates()).toBe(stored)
    expect(viewer.closes).toEqual([])
    expect(viewer.doc.getText('words').toString()).toBe('before ')
    expect(await figures.metrics()).toContain('northing_storage_full 1')

    free = 500 * MIB
    const since = Date.now()
    await until(() => viewer.doc.getText('words').toString() === 'before meanwhile ', 'it is seen')
    expect(Date.now() - since).toBeLessThan(10_000)
    expect(await figures.metrics()).toContain('northing_storage_full 0')
  })

  it('[CO76] believes a database that says it has no space', async () => {
    const failing = watchSpace(
      {
        ...world.log,
        append: async () => {
          const cause = Object.assign(new Error('could not extend file'), { code: '53100' })
          throw new LogUnavailable('the database did not answer', { cause })
        },
      },
      guard,
    )
    expect(failing.isFull?.()).toBe(false)
    await expect(failing.append([])).rejects.toBeInstanceOf(LogUnavailable)
    expect(failing.isFull?.()).toBe(true)
  })

  it('[CO76] a twentieth of the disk is kept free, at least 64 MiB and at most 1 GiB, without turning to and fro', async () => {
    expect(await isFullAt(99 * MIB, 2_000 * MIB)).toBe(true)
    expect(await isFullAt(105 * MIB, 2_000 * MIB)).toBe(true)
    expect(await isFullAt(111 * MIB, 2_000 * MIB)).toBe(false)
    expect(await isFullAt(105 * MIB, 2_000 * MIB)).toBe(false)
    expect(await isFullAt(1_100 * MIB, 1e12)).toBe(false)
    const real = createStorageGuard({ folder: tmpdir(), log: createLog('silent') })
    await real.look()
    expect(real.isFull()).toBe(false)
    real.close()
  })

  it('[CO76] pages can be read, and what would be written is refused in words', async () => {
    const app = express()
    app.use(refuseWhenFull(guard.isFull))
    app.use((_req, res) => void res.send('done'))
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    expect((await fetch(url, { method: 'POST' })).status).toBe(200)
    await isFullAt(1, 100)
    expect((await fetch(url)).status).toBe(200)
    const refused = await fetch(url, { method: 'POST' })
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('The server is out of space')
    server.close()
  })
})

function connect(name: 'chair' | 'viewer'): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}

async function countUpdates(): Promise<number> {
  return db.prisma.documentUpdate.count({ where: { documentId: DOCUMENT } })
}

async function isFullAt(freeNow: number, totalNow: number): Promise<boolean> {
  free = freeNow
  total = totalNow
  await guard.look()
  return guard.isFull()
}
