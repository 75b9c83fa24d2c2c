import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { freshDatabase } from '../build/database'
import { expectSameDocuments } from './expect-same'
import {
  connectClient,
  type ClientOptions,
  type LiveClient,
  documentFrame,
  openedRaw,
  pause,
  until,
} from './live-client'
import { type LiveWorld, type PersonName, STRATEGY, readStored, startWorld } from './live-world'

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

describe('the plain y-websocket client from npm', () => {
  it('[CO6] edits with a chair’s cookie and others see it', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    await Promise.all([chair.synced(), editor.synced()])
    notesOf(chair).insert(0, 'From the chair. ')
    await until(() => notesOf(editor).toString().includes('From the chair.'), 'the editor sees it')
    expect(notesOf(await storedDocument()).toString()).toContain('From the chair.')
  })

  it('[CO40] needs no Northing message and is sent none', async () => {
    const plain = connect('chair', { params: { northing: '0' } })
    await plain.synced()
    notesOf(plain).insert(0, 'x')
    world.collaboration.notices.changed(STRATEGY, 'threads')
    await pause(100)
    expect(plain.notices).toEqual([])
  })

  it('[CO7] what somebody else sees is committed already', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    await Promise.all([chair.synced(), editor.synced()])
    for (let n = 0; n < 20; n += 1) {
      notesOf(chair).insert(0, `<seen.${n}>`)
      await until(() => notesOf(editor).toString().includes(`<seen.${n}>`), 'seen')
      expect(notesOf(await storedDocument()).toString()).toContain(`<seen.${n}>`)
    }
  })

  it('[CO8] is told how many of its messages are committed', async () => {
    const chair = connect('chair')
    await chair.synced()
    // The answer to the server's step 1 is the first document message.
    await until(() => chair.saved.at(-1) === 1, 'step 2 is confirmed')
    for (let n = 0; n < 50; n += 1) notesOf(chair).insert(0, `<ack.${n}>`)
    await until(() => chair.saved.at(-1) === chair.sent(), 'all confirmed')
    expect(chair.sent()).toBe(51)
    expect(chair.saved).toEqual(chair.saved.toSorted((a, b) => a - b))
    const text = notesOf(await storedDocument()).toString()
    for (let n = 0; n < 50; n += 1) expect(text.split(`<ack.${n}>`).length).toBe(2)
  })

  it('[CO5] many edits share few commits', async () => {
    const chair = connect('chair')
    await chair.synced()
    const before = world.committed.length
    for (let n = 0; n < 300; n += 1) notesOf(chair).insert(0, 'y')
    await until(() => chair.saved.at(-1) === chair.sent(), 'all confirmed')
    expect(world.committed.length - before).toBeLessThan(100)
  })

  it('[CO9] says nothing about the document before it is loaded', async () => {
    const fresh = connect('editor')
    await fresh.synced()
    // Synced is what the editor waits for before it shows anything: everything is there by then.
    expect(fresh.doc.getMap('chapters').size).toBeGreaterThan(0)
    expect(notesOf(fresh).toString()).toBe(notesOf(await storedDocument()).toString())
  })

  it('[CO11] edits made offline land once, deletions too', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    await Promise.all([chair.synced(), editor.synced()])
    notesOf(chair).insert(0, 'KEEP THIS AND DROP THIS ')
    await until(() => notesOf(editor).toString().startsWith('KEEP'), 'seen')
    editor.provider.disconnect()
    const start = notesOf(editor).toString().indexOf(' AND DROP THIS')
    notesOf(editor).delete(start, 14)
    for (let n = 0; n < 200; n += 1) notesOf(editor).insert(0, 'z')
    notesOf(chair).insert(0, 'meanwhile ')
    editor.provider.connect()
    await until(() => editor.provider.synced && editor.saved.at(-1) === editor.sent(), 'confirmed')
    await until(() => notesOf(chair).toString() === notesOf(editor).toString(), 'equal')
    expect(notesOf(chair).toString()).toContain('meanwhile ')
    expect(notesOf(chair).toString()).toContain('KEEP THIS')
    expect(notesOf(chair).toString()).not.toContain('DROP')
    expect(notesOf(chair).toString().split('z').length - 1).toBeGreaterThanOrEqual(200)
    expectSameDocuments(chair.doc, editor.doc, await storedDocument())
  })

  it('[CO23] a keystroke that overtakes the answer waits for it', async () => {
    const doc = new Y.Doc()
    const typed: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => typed.push(update))
    doc.getText('words').insert(0, 'offline words ')
    doc.getText('words').insert(0, 'next key ')
    const raw = await openedRaw(`${world.url}/${STRATEGY}?schema=1&northing=1&content=2`, {
      cookie: world.cookies.chair,
    })
    raw.socket.send(documentFrame(2, typed[1] ?? new Uint8Array()))
    await pause(100)
    raw.socket.send(documentFrame(1, Y.encodeStateAsUpdate(doc)))
    await until(
      () => raw.frames.some((frame) => frame.toString().includes('"updates":2')),
      'both confirmed',
    )
    expect(notesOf(await storedDocument()).toString()).toContain('next key offline words ')
    raw.socket.close()
  })

  it('[CO23] a gap that the answer does not close is refused', async () => {
    const doc = new Y.Doc()
    doc.getText('words').insert(0, 'lost')
    const before = Y.encodeStateVector(doc)
    doc.getText('words').insert(0, 'later')
    const later = Y.encodeStateAsUpdate(doc, before)
    const raw = await openedRaw(`${world.url}/${STRATEGY}?schema=1`, {
      cookie: world.cookies.chair,
    })
    raw.socket.send(documentFrame(2, later))
    raw.socket.send(documentFrame(1, Uint8Array.of(0, 0)))
    expect(await raw.ended).toBe(4400)
  })
})

describe('open pages', () => {
  it('[CO41] a page that only listens hears of changes and nothing else', async () => {
    const address = `${world.url}/${STRATEGY}?schema=1&northing=1&listen=1`
    const page = await openedRaw(address, { cookie: world.cookies.viewer })
    const chair = connect('chair')
    await chair.synced()
    chair.provider.awareness.setLocalStateField('focusing', true)
    notesOf(chair).insert(0, 'not for listeners ')
    await until(() => chair.saved.at(-1) === chair.sent(), 'confirmed')
    world.collaboration.notices.changed(STRATEGY, 'metrics')
    world.collaboration.notices.changed('another-strategy', 'threads')
    await until(() => page.frames.length > 0, 'the notice')
    await pause(100)
    expect(page.frames.map((frame) => frame.subarray(2).toString())).toEqual([
      '{"type":"changed","what":"metrics"}',
    ])
    page.send(0, 0, 1, 0)
    expect(await page.ended).toBe(4400)
  })
})

function connect(name: PersonName, options: Omit<ClientOptions, 'cookie'> = {}): LiveClient {
  const client = connectClient(world.url, { ...options, cookie: world.cookies[name] })
  clients.push(client)
  return client
}

function notesOf(holder: LiveClient | Y.Doc): Y.Text {
  return (holder instanceof Y.Doc ? holder : holder.doc).getText('words')
}

function storedDocument(): Promise<Y.Doc> {
  return readStored(world.log)
}
