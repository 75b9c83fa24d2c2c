import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { chapterBodyOf, orderChapterIds } from '../../app/document/shape'
import { readStrategy } from '../../app/document/read'
import { freshDatabase } from '../build/database'
import { connectClient, documentFrame, type LiveClient, openedRaw, until } from './live-client'
import {
  DOCUMENT,
  type LiveWorld,
  type PersonName,
  STRATEGY,
  readStored,
  startWorld,
} from './live-world'

let world: LiveWorld
let clients: LiveClient[] = []

beforeAll(async () => {
  // As in production: nothing but what a strategy holds.
  world = await startWorld(await freshDatabase(), { extraRoots: new Set() })
})
afterEach(() => {
  for (const client of clients) client.destroy()
  clients = []
})
afterAll(() => world.stop())

describe('S26 valid Yjs that no editor can show', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['a node nobody knows', (doc) => body(doc).push([new Y.XmlElement('evil-block')])],
    ['an attribute nobody knows', (doc) => first(doc).setAttribute('onclick' as '__x', 'x')],
    ['a style', (doc) => first(doc).setAttribute('__style' as '__x', 'position:fixed')],
    ['a root of another name', (doc) => doc.getText('words').insert(0, 'x')],
    ['a table of 10,000 columns', (doc) => addTable(doc)],
    ['a paragraph inside a link', (doc) => addInside(doc, 'link', 'paragraph')],
    ['a block without its map', (doc) => doc.getMap('blocks').set('evil', 'text')],
  ])('[CO91] %s is refused and harms nobody', async (_, change) => {
    const honest = connect('editor')
    await honest.synced()
    const before = await hashOfDocument()
    expect(await sendChange(change)).toBe(4400)
    expect(await hashOfDocument()).toBe(before)
    await write(honest, 'still here ')
    expect(honest.closes).toEqual([])
  })

  it('[CO91] one that is stored already empties nobody’s page', async () => {
    const doc = await readStored(world.log)
    const bytes = record(doc, () => body(doc).push([new Y.XmlElement('evil-block')]))
    await world.log.append([{ documentId: DOCUMENT, updates: [{ bytes, personId: null }] }])
    await world.stop()
    world = await startWorld(world.db, { extraRoots: new Set() })
    const fresh = connect('chair')
    await fresh.synced()
    const chapter = readStrategy(fresh.doc).chapters[0]
    expect(chapter?.nodes.length).toBeGreaterThan(1)
    expect(chapter?.nodes.at(-1)).toMatchObject({ type: 'unknown', nodeName: 'evil-block' })
    await write(fresh, 'and can be written in ')
  })
})

describe('S20 updates without end', () => {
  it('[CO92] types nested more than a hundred deep, at once or bit by bit', async () => {
    expect(await sendChange((doc) => void nest(body(doc), 120))).toBe(4400)
    const doc = await readStored(world.log)
    const raw = await open('chair')
    let inner = body(doc)
    for (let part = 0; part < 12; part += 1) {
      const bytes = record(doc, () => (inner = nest(inner, 10)))
      raw.socket.send(documentFrame(2, bytes))
    }
    expect(await raw.ended).toBe(4400)
    const stored = await readStored(world.log)
    expect(() => JSON.stringify(stored.getMap('chapters').toJSON())).not.toThrow()
    expect(readStrategy(stored).chapters.length).toBeGreaterThan(0)
  })

  it('[CO23] twenty megabytes that rest on nothing', async () => {
    const doc = await readStored(world.log)
    const text = new Y.XmlText()
    doc.transact(() => first(doc).push([text]))
    const raw = await open('chair')
    for (let part = 0; part < 10; part += 1) {
      doc.transact(() => text.insert(0, 'x'))
      raw.socket.send(
        documentFrame(
          2,
          record(doc, () => text.insert(0, 'x'.repeat(2_000_000))),
        ),
      )
    }
    expect(await raw.ended).toBe(4400)
    expect((await readStored(world.log)).store.pendingStructs).toBeNull()
  })

  it('[CO22] two structs that each wait for the other', async () => {
    const item = (client: number) => [0x84, client, 0, 1, 0x61]
    const update = Uint8Array.from([2, 1, 101, 0, ...item(102), 1, 102, 0, ...item(101), 0])
    const raw = await open('chair')
    raw.socket.send(documentFrame(2, update))
    expect(await raw.ended).toBe(4400)
  })
})

function body(doc: Y.Doc): Y.XmlElement {
  const found = chapterBodyOf(doc, orderChapterIds(doc)[0] ?? '')
  if (!found) throw new Error('no chapter')
  return found
}

function first(doc: Y.Doc): Y.XmlElement<Record<string, string>> {
  return body(doc).get(0) as Y.XmlElement<Record<string, string>>
}

function nest(outer: Y.XmlElement, levels: number): Y.XmlElement {
  let inner = outer
  for (let level = 0; level < levels; level += 1) {
    const child = new Y.XmlElement(level % 2 ? 'listitem' : 'list')
    inner.push([child])
    inner = child
  }
  return inner
}

function addTable(doc: Y.Doc): void {
  const row = new Y.XmlElement('tablerow')
  const table = new Y.XmlElement('table')
  body(doc).push([table])
  table.push([row])
  row.push(Array.from({ length: 10_000 }, () => new Y.XmlElement('tablecell')))
}

function addInside(doc: Y.Doc, outer: string, inner: string): void {
  const node = new Y.XmlElement(outer)
  first(doc).push([node])
  node.push([new Y.XmlElement(inner)])
}

async function sendChange(change: (doc: Y.Doc) => void): Promise<number> {
  const doc = await readStored(world.log)
  const raw = await open('chair')
  raw.socket.send(
    documentFrame(
      2,
      record(doc, () => change(doc)),
    ),
  )
  return raw.ended
}

function record(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(change)
  return Y.encodeStateAsUpdate(doc, before)
}

async function write(client: LiveClient, words: string): Promise<void> {
  const text = new Y.XmlText(words)
  const paragraph = new Y.XmlElement('paragraph')
  client.doc.transact(() => {
    body(client.doc).insert(0, [paragraph])
    paragraph.insert(0, [text])
  })
  await until(() => client.saved.at(-1) === client.sent(), `${words} is saved`)
}

async function hashOfDocument(): Promise<string> {
  return Buffer.from(Y.encodeStateAsUpdate(await readStored(world.log))).toString('base64')
}

function open(name: PersonName) {
  return openedRaw(`${world.url}/${STRATEGY}?schema=1`, { cookie: world.cookies[name] })
}

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}
