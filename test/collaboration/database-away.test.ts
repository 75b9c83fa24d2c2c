import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeUpdateLog } from '../fakes/update-log'
import { freshDatabase } from '../build/database'
import { expectSameDocuments } from './expect-same'
import { connectClient, type LiveClient, pause, until } from './live-client'
import { DOCUMENT, type LiveWorld, type PersonName, readStored, startWorld } from './live-world'

let world: LiveWorld
let clients: LiveClient[] = []

beforeEach(async () => {
  world = await startWorld(await freshDatabase())
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients = []
  await world.stop()
})

describe('F6 the database goes away while people type', () => {
  it(
    '[CO13] edits wait unseen and unconfirmed, then all land once',
    { timeout: 60_000 },
    async () => {
      const [chair, editor] = [connect('chair'), connect('editor')]
      await Promise.all([chair.synced(), editor.synced()])
      await until(() => chair.saved.at(-1) === chair.sent(), 'confirmed')
      const confirmedBefore = chair.saved.at(-1)
      await closeDatabase()
      for (let n = 0; n < 100; n += 1) chair.doc.getText('words').insert(0, `<away.${n}>`)
      await pause(2_000)
      expect(chair.saved.at(-1)).toBe(confirmedBefore)
      expect(editor.doc.getText('words').toString()).not.toContain('<away.')
      await openDatabaseAgain()
      await until(() => chair.saved.at(-1) === chair.sent(), 'confirmed after the return', 15_000)
      await until(
        () => editor.doc.getText('words').toString().includes('<away.99>'),
        'seen after the return',
      )
      expect([...chair.closes, ...editor.closes]).toEqual([])
      await expectOnce(Array.from({ length: 100 }, (_, n) => `<away.${n}>`))
      expectSameDocuments(await readStored(world.log), chair.doc, editor.doc)
    },
  )

  it(
    '[CO13] connections ended every half second lose and double nothing',
    { timeout: 60_000 },
    async () => {
      const writers = (['chair', 'editor', 'chair'] as const).map(connect)
      await Promise.all(writers.map((writer) => writer.synced()))
      const trouble = { isOver: false }
      const saboteur = endConnectionsUntil(trouble)
      for (let n = 0; n < 150; n += 1) {
        writers.forEach((writer, who) => writer.doc.getText('words').insert(0, `<cut.${who}.${n}>`))
        await pause(20)
      }
      trouble.isOver = true
      await saboteur
      await until(
        () => writers.every((writer) => writer.saved.at(-1) === writer.sent()),
        'all confirmed',
        20_000,
      )
      await expectOnce(
        writers.flatMap((_, who) => Array.from({ length: 150 }, (_, n) => `<cut.${who}.${n}>`)),
      )
      const rows = await world.log.readAfter(DOCUMENT, 0n)
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => BigInt(index + 1)))
      const repeated =
        rows.length - new Set(rows.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size
      expect(repeated).toBe(0)
    },
  )
})

describe('an answer that is lost', () => {
  it('[CO3] stores the group once although the commit was reported as failed', async () => {
    const log = createFakeUpdateLog()
    log.createDocument(DOCUMENT)
    await world.stop()
    world = await startWorld(world.db, { log })
    const chair = connect('chair')
    await chair.synced()
    await until(() => chair.saved.at(-1) === 1, 'settled')
    log.failure = 'after commit'
    chair.doc.getText('words').insert(0, 'once')
    await until(() => log.appends > 0, 'tried')
    await pause(200)
    expect(chair.saved.at(-1)).toBe(1)
    log.failure = 'none'
    await until(() => chair.saved.at(-1) === 2, 'confirmed')
    expect((await log.readAfter(DOCUMENT, 0n)).length).toBe(1)
  })
})

async function expectOnce(tokens: string[]): Promise<void> {
  const stored = (await readStored(world.log)).getText('words').toString()
  const wrong = tokens.filter((token) => stored.split(token).length !== 2)
  expect(wrong).toEqual([])
}

function databaseName(): string {
  return new URL(world.db.url).pathname.slice(1)
}

async function closeDatabase(): Promise<void> {
  await onServer(`ALTER DATABASE ${databaseName()} ALLOW_CONNECTIONS false`)
  await endConnections()
}

async function openDatabaseAgain(): Promise<void> {
  await onServer(`ALTER DATABASE ${databaseName()} ALLOW_CONNECTIONS true`)
}

async function endConnectionsUntil(trouble: { readonly isOver: boolean }): Promise<void> {
  for (; !trouble.isOver; await pause(500)) await endConnections()
}

async function endConnections(): Promise<void> {
  await onServer(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${databaseName()}'`,
  )
}

async function onServer(sql: string): Promise<void> {
  const url = new URL(world.db.url)
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}
