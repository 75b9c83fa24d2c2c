import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { LiveSocket } from '../../app/connection/live-socket'
import { WayMemory } from '../../app/connection/way-memory'
import { freshDatabase } from '../build/database'
import { openAnswer, openChannel } from './http-client'
import { connectClient, documentFrame, type LiveClient, pause, until } from './live-client'
import { type LiveWorld, type PersonName, readStored, startWorld } from './live-world'

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

describe('coming in by requests', () => {
  it.each([
    ['without a session', 401, 4401, () => ({})],
    [
      'from a foreign page',
      403,
      4403,
      () => ({ ...cookieOf('chair'), origin: 'https://evil.example' }),
    ],
    ['from another partnership', 404, 4404, () => cookieOf('stranger')],
  ])('[CO130] is refused %s', async (...[, status, closed, headers]) => {
    const answer = await openAnswer(world, headers())
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ closed })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('[CO130] tells an old page to reload', async () => {
    const answer = await openAnswer(world, { cookie: world.cookies.chair }, 'schema=0')
    expect(await answer.json()).toEqual({ closed: 4426 })
  })

  it('[CO130] stops at 30 channels of one session', async () => {
    const cookie = world.cookies.chair
    for (let n = 0; n < 30; n += 1) expect((await openAnswer(world, { cookie })).status).toBe(200)
    expect((await openAnswer(world, { cookie })).status).toBe(429)
    expect((await openAnswer(world, { cookie: world.cookies.editor })).status).toBe(200)
  })

  it('[CO131] a channel answers its own session only, and no foreign page', async () => {
    const channel = await openChannel(world, 'chair')
    expect((await channel.poll(0, { cookie: world.cookies.editor })).status).toBe(404)
    expect((await channel.poll(0, { cookie: '' })).status).toBe(404)
    expect(await channel.post(1, [], { cookie: world.cookies.editor })).toBe(404)
    expect(await channel.post(1, [], { origin: 'https://evil.example' })).toBe(403)
    const polled = await channel.poll(0)
    expect(polled.status).toBe(200)
    expect(polled.cacheControl).toBe('no-store')
  })
})

describe('an answer or a request that is lost', () => {
  it('[CO132] is said again until the next poll says that it came', async () => {
    const channel = await openChannel(world, 'chair')
    const [once, again] = [await channel.poll(0), await channel.poll(0)]
    expect(once.frames.length).toBeGreaterThan(0)
    expect(again.first).toBe(1)
    expect(again.frames).toEqual(once.frames)
    const later = await channel.poll(once.frames.length, { wait: 50 })
    expect(later.frames).toEqual([])
    expect(later.first).toBe(once.frames.length + 1)
  })

  it('[CO133] is taken once, however often it is sent', async () => {
    const channel = await openChannel(world, 'chair')
    await channel.poll(0)
    const edit = new Y.Doc()
    edit.getText('words').insert(0, 'once')
    const frame = documentFrame(2, Y.encodeStateAsUpdate(edit))
    for (let n = 0; n < 3; n += 1) expect(await channel.post(1, [frame])).toBe(200)
    await until(async () => notesOf(await readStored(world.log)) === 'once', 'stored')
    const said = await savedBy(channel)
    expect(said).toBe(1)
  })

  it('[CO133] closes with 4400 when messages in between never came', async () => {
    const channel = await openChannel(world, 'chair')
    await channel.post(5, [Uint8Array.of(3)])
    expect(await endOf(channel)).toBe(4400)
  })
})

describe('what a channel may cost', () => {
  it('[CO134] a frame above 8 MiB closes with 4413 and is not read', async () => {
    const channel = await openChannel(world, 'chair')
    expect(await channel.post(1, [new Uint8Array(9 * 1024 * 1024)])).toBe(413)
    expect(await endOf(channel)).toBe(4413)
  })

  it('[CO135] a reader who fetches nothing holds little, and gets the rest when it does', async () => {
    const [slow, writer] = [await openChannel(world, 'viewer'), connect('chair')]
    await writer.synced()
    await slow.post(1, [Uint8Array.of(0, 0, 1, 0)])
    await pause(200)
    for (let n = 0; n < 12; n += 1) {
      writer.doc.getText('words').insert(0, 'x'.repeat(1024 * 1024))
      await until(() => writer.saved.at(-1) === writer.sent(), 'committed')
    }
    const doc = new Y.Doc()
    let after = 0
    await until(async () => {
      const { first, frames, closed } = await slow.poll(after, { wait: 200 })
      expect(closed).toBe(0)
      expect(frames.reduce((sum, frame) => sum + frame.length, 0)).toBeLessThan(6 * 1024 * 1024)
      after = first + frames.length - 1
      for (const frame of frames) applyFrame(doc, frame)
      return notesOf(doc).length === 12 * 1024 * 1024
    }, 'everything')
  })

  it('[CO136] a page that leaves is gone at once', async () => {
    const [leaver, other] = [await openChannel(world, 'viewer'), connect('chair')]
    await other.synced()
    await leaver.post(1, [presenceFrame(77)])
    await until(() => other.provider.awareness.getStates().has(77), 'seen')
    expect((await leaver.leave(2)).status).toBe(200)
    await until(() => !other.provider.awareness.getStates().has(77), 'gone')
    expect((await leaver.poll(0)).status).toBe(404)
  })
})

describe('writing over requests', () => {
  it('[CO137] reaches those on sockets, and they reach it; both are told what is saved', async () => {
    const [slow, fast] = [connectSlowly('editor'), connect('chair')]
    await Promise.all([slow.synced(), fast.synced()])
    for (let n = 0; n < 50; n += 1) {
      slow.doc.getText('words').insert(0, `s${n} `)
      fast.doc.getText('words').insert(0, `f${n} `)
      await pause(5)
    }
    await until(() => slow.saved.at(-1) === slow.sent() && slow.sent() > 50, 'all of it saved')
    await until(() => fast.saved.at(-1) === fast.sent(), 'all of it saved')
    await until(() => notesOf(slow.doc) === notesOf(fast.doc), 'the same text')
    expect(notesOf(await readStored(world.log))).toBe(notesOf(slow.doc))
    expect(notesOf(slow.doc).split(' ')).toHaveLength(101)
  })

  it('[CO137] with answers and requests lost on the way loses and doubles nothing', async () => {
    let count = 0
    const client = connectSlowly('editor', async (address, options) => {
      count += 1
      if (count % 5 === 3) throw new TypeError('the request never left')
      const answer = await fetch(address, options)
      if (count % 5 === 0) throw new TypeError('the answer never came')
      return answer
    })
    await client.synced()
    for (let n = 0; n < 40; n += 1) {
      client.doc.getText('words').insert(0, `${n};`)
      await pause(10)
    }
    await until(() => client.saved.at(-1) === client.sent() && client.sent() > 10, 'saved')
    expect(notesOf(await readStored(world.log))).toBe(notesOf(client.doc))
  })

  it('[CO138] ends with the same code when rights end', async () => {
    const [editor, viewer] = [connectSlowly('editor'), connectSlowly('viewer')]
    await Promise.all([editor.synced(), viewer.synced()])
    viewer.doc.getText('words').insert(0, 'not mine to write')
    await until(() => viewer.closes.includes(4403), 'refused')
    await world.db.prisma.session.deleteMany({ where: { personId: 'person-editor' } })
    await world.collaboration.recheck('person-editor')
    await until(() => editor.closes.includes(4403), 'revoked', 2_000)
    expect(notesOf(await readStored(world.log))).toBe('')
  })

  it('[CO138] comes back by itself after a restart, with what was written meanwhile', async () => {
    const client = connectSlowly('editor')
    await client.synced()
    const { port } = world
    await world.stop()
    await until(() => client.closes.length > 0, 'it noticed')
    client.doc.getText('words').insert(0, 'meanwhile')
    const cookie = world.cookies.editor
    world = await startWorld(world.db, { port })
    world.cookies.editor = cookie
    await until(async () => notesOf(await readStored(world.log)) === 'meanwhile', 'it arrived')
    await until(() => client.saved.at(-1) === client.sent(), 'it is said to be saved')
    expect(client.closes).not.toContain(4400)
  })
})

type Fetch = (address: string, options: RequestInit) => Promise<Response>

function connect(who: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[who] })
  clients.push(client)
  return client
}

/** The npm y-websocket client over our own way by requests, as a page uses it. */
function connectSlowly(
  who: PersonName,
  through: Fetch = (address, options) => fetch(address, options),
) {
  const cookie = world.cookies[who]
  const withCookie: Fetch = (address, options) =>
    through(address, {
      ...options,
      headers: { ...(options.headers as Record<string, string>), cookie },
      keepalive: false,
    })
  let sent = 0
  class SlowSocket extends LiveSocket {
    constructor(address: string) {
      super(address, { memory: blockedMemory(), fetch: withCookie })
      sent = 0
    }
    override send(data: Uint8Array): void {
      if (data[0] === 0 && data[1] !== 0) sent += 1
      super.send(data)
    }
  }
  const client = connectClient(world.url, {
    cookie,
    socket: SlowSocket as unknown as typeof WebSocket,
  })
  clients.push(client)
  return { ...client, sent: () => sent }
}

function blockedMemory(): WayMemory {
  const kept = new Map<string, string>()
  const memory = new WayMemory({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  })
  memory.socketIsBlocked()
  return memory
}

function cookieOf(who: PersonName): Record<string, string> {
  return { cookie: world.cookies[who] }
}

/** A sync message of step 2 or update. */
function applyFrame(doc: Y.Doc, frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) return
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
}

function notesOf(doc: Y.Doc): string {
  return doc.getText('words').toString()
}

type Channel = Awaited<ReturnType<typeof openChannel>>

async function endOf(channel: Channel): Promise<number> {
  for (let after = 0; ;) {
    const { first, frames, closed } = await channel.poll(after)
    if (closed !== 0) return closed
    after = first + frames.length - 1
  }
}

async function savedBy(channel: Channel): Promise<number> {
  const { frames } = await channel.poll(0)
  const notices = frames
    .filter((frame) => frame[0] === 64)
    .map((frame) => Buffer.from(frame).toString())
  const last = /"updates":(\d+)/.exec(notices.at(-1) ?? '')
  return Number(last?.[1])
}

function presenceFrame(clientId: number): Uint8Array {
  const state = Buffer.from('{}')
  const body = [1, clientId, 1, state.length, ...state]
  return Uint8Array.of(1, body.length, ...body)
}
