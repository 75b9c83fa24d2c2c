import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { freshDatabase } from '../build/database'
import { connectClient, documentFrame, type LiveClient, openedRaw, until } from './live-client'
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

describe('S20 a client id that is somebody else’s', () => {
  it('[CO90] nobody continues what another person wrote, and the victim’s next edit lands', async () => {
    const victim = connect('chair')
    await victim.synced()
    await type(victim, '<mine>')
    const forged = continueAs(victim.doc.clientID, victim.doc)
    expect(await sendAs('editor', forged)).toBe(4400)
    await type(victim, '<after>')
    expect(victim.closes).toEqual([])
    expect(await readNotes()).toContain('<after>')
    expect(await readNotes()).not.toContain('EVIL')
  })

  it('[CO90] not after a restart either', async () => {
    const victim = connect('chair')
    await victim.synced()
    await type(victim, '<kept>')
    await world.stop()
    world = await startWorld(world.db)
    expect(await sendAs('editor', continueAs(victim.doc.clientID, victim.doc))).toBe(4400)
    expect(await readNotes()).not.toContain('EVIL')
  })

  it('[CO90] nobody takes the id of a person who is here and has not written yet', async () => {
    const victim = connect('chair')
    await victim.synced()
    victim.provider.awareness.setLocalStateField('chapterId', 'one')
    const watcher = connect('editor')
    await until(() => watcher.provider.awareness.states.has(victim.doc.clientID), 'is here')
    expect(await sendAs('editor', continueAs(victim.doc.clientID, new Y.Doc()))).toBe(4400)
    await type(victim, '<first words>')
    expect(victim.closes).toEqual([])
  })

  it('[CO90] nobody writes in the name of the program', async () => {
    expect(await sendAs('chair', continueAs(1, await readStored(world.log)))).toBe(4400)
    expect(await readNotes()).not.toContain('EVIL')
  })

  it('[CO90] the same person goes on with the same id, also at another node', async () => {
    const chair = connect('chair')
    await chair.synced()
    await type(chair, '<here>')
    const other = await startWorld(world.db)
    chair.destroy()
    const again = connectClient(other.url, { cookie: other.cookies.chair, doc: chair.doc })
    clients.push(again)
    await again.synced()
    await type(again, '<there>')
    expect(again.closes).toEqual([])
    again.destroy()
    await other.stop()
    expect(await readNotes()).toContain('<there>')
  })

  it('[CO90] what others wrote may come back from somebody who saw it at another node', async () => {
    const other = await startWorld(world.db)
    const sleeper = connectClient(other.url, { cookie: other.cookies.viewer })
    clients.push(sleeper)
    await sleeper.synced()
    const chair = connect('chair')
    const editor = connect('editor')
    await Promise.all([chair.synced(), editor.synced()])
    await type(chair, '<seen elsewhere>')
    await until(() => editor.doc.getText('words').toString().includes('<seen elsewhere>'), 'seen')
    editor.destroy()
    const moved = connectClient(other.url, { cookie: other.cookies.editor, doc: editor.doc })
    clients.push(moved)
    await until(() => moved.closes.includes(4503) || moved.saved.length > 0, 'asked to come again')
    await until(() => moved.provider.synced && moved.saved.length > 0, 'and welcome')
    await type(moved, '<by the editor>')
    for (const client of [sleeper, moved]) client.destroy()
    await other.stop()
    expect(await readNotes()).toContain('<by the editor>')
  })
})

/** An edit with this client id, where its owner stopped. */
function continueAs(clientId: number, seen: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seen))
  const before = Y.encodeStateVector(doc)
  doc.clientID = clientId
  doc.getText('words').insert(0, 'EVIL')
  return Y.encodeStateAsUpdate(doc, before)
}

async function type(client: LiveClient, text: string): Promise<void> {
  client.doc.getText('words').insert(0, text)
  await until(() => client.saved.at(-1) === client.sent(), `${text} is saved`)
}

async function sendAs(name: PersonName, update: Uint8Array): Promise<number> {
  const raw = await openedRaw(`${world.url}/${STRATEGY}?schema=1`, { cookie: world.cookies[name] })
  raw.socket.send(documentFrame(2, update))
  return raw.ended
}

async function readNotes(): Promise<string> {
  return (await readStored(world.log)).getText('words').toString()
}

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}
