import { connect as connectTcp } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, openRaw, openedRaw, pause, until } from './live-client'
import { DOCUMENT, type LiveWorld, type PersonName, STRATEGY, startWorld } from './live-world'

let world: LiveWorld
let clients: LiveClient[] = []

beforeAll(async () => {
  world = await startWorld(await freshDatabase())
})
afterEach(() => {
  for (const client of clients) client.destroy()
  clients = []
})
afterAll(() => world.stop())

describe('S24 rates', () => {
  it('[CO96] a socket that floods is closed with 4529, may come again, and slows nobody', async () => {
    const honest = connect('editor')
    await honest.synced()
    const raw = await open('chair')
    for (let n = 0; n < 3_000; n += 1) raw.send(1, 1, 0)
    expect(await raw.ended).toBe(4529)
    const again = connect('chair')
    await again.synced()
    await type(again, '<after the flood>')
    await type(honest, '<all the while>')
    expect([again.closes, honest.closes]).toEqual([[], []])
  })

  it('[CO96] somebody back with hundreds of edits is no flood', async () => {
    const chair = connect('chair')
    await chair.synced()
    chair.provider.disconnect()
    const notes = chair.doc.getText('words')
    for (let n = 0; n < 5_000; n += 1) notes.insert(notes.length, 'x')
    chair.provider.connect()
    await until(() => chair.provider.synced && chair.saved.at(-1) === chair.sent(), 'saved')
    expect(chair.closes.filter((code) => code >= 4_000)).toEqual([])
  })

  it('[CO97] the fifty-first page of one person is closed with 4529, and nobody else’s', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => open('reviewer')))
    const [first] = pages
    const more = await open('reviewer')
    expect(await more.ended).toBe(4529)
    const other = connect('editor')
    await other.synced()
    first?.socket.close()
    await first?.ended
    await until(async () => {
      const next = await open('reviewer')
      pages.push(next)
      const code = await Promise.race([next.ended, pause(100).then(() => null)])
      return code === null
    }, 'there is room again')
    for (const page of pages) page.socket.close()
  })

  it(
    '[CO98] a connection that says nothing, or its headers for ever, is ended',
    { timeout: 60_000 },
    async () => {
      const slow = 'GET /collaboration/strategy-1 HTTP/1.1\r\nHost: x\r\n'
      const times = await Promise.all([hangOn(''), hangOn(slow), hangOn(slow, 1_000)])
      for (const ms of times) expect(ms).toBeLessThan(30_000)
    },
  )

  it('[CO98] headers above 16 kB are refused before anybody is asked', async () => {
    const headers = { cookie: world.cookies.chair, 'x-more': 'x'.repeat(20_000) }
    expect(await openRaw(`${world.url}/${STRATEGY}?schema=1`, headers).ended).toBe(431)
  })
})

describe('S22 a document without end', () => {
  it('[CO95] takes no more above 20 MB, and lets people remove', { timeout: 60_000 }, async () => {
    const { chair, notes } = await fill()
    notes.insert(0, 'y'.repeat(1_500_000))
    await until(() => chair.closes.includes(4413), 'refused')
    const again = connect('editor')
    await again.synced()
    again.doc.getText('words').delete(0, 4_000)
    await until(() => again.saved.at(-1) === again.sent(), 'the removal is saved')
    expect(again.closes.filter((code) => code < 4500)).toEqual([])
  })
})

async function fill(): Promise<{ chair: LiveClient; notes: Y.Text }> {
  const doc = new Y.Doc()
  const updates: { bytes: Uint8Array; personId: string }[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push({ bytes, personId: 'person-chair' }))
  for (let part = 0; part < 40; part += 1) doc.getText('words').insert(0, 'x'.repeat(500_000))
  await world.stop()
  await world.log.append([{ documentId: DOCUMENT, updates }])
  world = await startWorld(world.db)
  const chair = connect('chair')
  await chair.synced()
  return { chair, notes: chair.doc.getText('words') }
}

/** How long a connection lives on which this is said and then, every so often, a little more. */
async function hangOn(text: string, everyMs?: number): Promise<number> {
  const socket = connectTcp(world.port, '127.0.0.1')
  const start = Date.now()
  socket.on('error', () => undefined)
  socket.write(text)
  const dripping = everyMs && setInterval(() => socket.write('X-A: b\r\n'), everyMs)
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
  if (dripping) clearInterval(dripping)
  return Date.now() - start
}

async function type(client: LiveClient, text: string): Promise<void> {
  client.doc.getText('words').insert(0, text)
  await until(() => client.saved.at(-1) === client.sent(), `${text} is saved`)
}

function open(name: PersonName) {
  return openedRaw(`${world.url}/${STRATEGY}?schema=1`, { cookie: world.cookies[name] })
}

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}
