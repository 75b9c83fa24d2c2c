import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { type RedisProcess, startRedis } from '../build/redis'
import { expectSameDocuments } from './expect-same'
import { connectClient, type LiveClient, openedRaw, pause, until } from './live-client'
import { type PersonName, readStored, STRATEGY } from './live-world'
import { type Partition, startPartition } from '../build/partition'
import { type ServerProcess, startServerProcess } from './server-process'

/** Redis is away this long: shortly as a rule, a minute with FULL=1. */
const AWAY_MS = process.env['FULL'] ? 60_000 : 3_000

let db: Database
let redis: RedisProcess
let nodes: readonly ServerProcess[] = []
let clients: LiveClient[] = []

beforeAll(async () => {
  db = await freshDatabase()
  redis = await startRedis()
  const first = await startServerProcess(db.url, { redisUrl: redis.url })
  nodes = [first, await startServerProcess(db.url, { redisUrl: redis.url })]
})
afterEach(() => {
  for (const client of clients) client.destroy()
  clients = []
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()))
  await redis.stop()
})

describe('two nodes over one PostgreSQL and one Redis', () => {
  it('[CO110] an edit at one is shown at the other within a moment', async () => {
    const [chair, editor] = await openBoth()
    for (let n = 0; n < 20; n += 1) {
      const began = performance.now()
      notesOf(chair).insert(0, `<over.${n}>`)
      await until(() => textOf(editor).includes(`<over.${n}>`), 'shown at the other node')
      expect(performance.now() - began).toBeLessThan(1_000)
    }
  })

  it('[CO111] people at both write at once: one order, nothing lost, nothing doubled', async () => {
    const writers = await Promise.all(
      [0, 1, 0, 1].map((node, who) => opened(node, who < 2 ? 'chair' : 'editor')),
    )
    await Promise.all(writers.map((writer, who) => type(writer, who, 150)))
    await until(() => writers.every((writer) => writer.saved.at(-1) === writer.sent()), 'saved')
    await until(() => isSame(writers), 'all show the same')
    const stored = await readStored(createUpdateLog(db))
    expect(stored.getText('words').toString()).toBe(textOf(writers[0]!))
    for (const [who] of writers.entries())
      for (let n = 0; n < 150; n += 1)
        expect(textOf(writers[0]!).split(`<${who}.${n}>`)).toHaveLength(2)
    expectSameDocuments(...writers.map(({ doc }) => doc))
    const sequences = await db.prisma.documentUpdate.findMany({
      select: { seq: true },
      orderBy: { seq: 'asc' },
    })
    expect(sequences.map(({ seq }) => Number(seq))).toEqual(sequences.map((_, index) => index + 1))
  })

  it('[CO111] one edit larger than Redis is asked to carry', async () => {
    const [chair, editor] = await openBoth()
    notesOf(chair).insert(0, `<large>${'x'.repeat(400_000)}`)
    await until(() => textOf(editor).startsWith('<large>'), 'shown at the other node', 5_000)
    notesOf(chair).delete(0, 400_007)
    await until(() => !textOf(editor).includes('<large>'), 'gone at the other node', 5_000)
    expect(textOf(chair)).toBe(textOf(editor))
  })

  it('[CO112] presence crosses both ways, with the name of the session, and ends with the socket', async () => {
    const [chair, editor] = await openBoth()
    chair.provider.awareness.setLocalStateField('chapterId', 'chapter-1')
    await until(() => seen(editor, chair)?.['chapterId'] === 'chapter-1', 'the chair is seen')
    expect(seen(editor, chair)?.['user']).toMatchObject({ name: 'The chair' })
    editor.provider.awareness.setLocalStateField('chapterId', 'chapter-2')
    await until(() => seen(chair, editor)?.['chapterId'] === 'chapter-2', 'the editor is seen')
    const late = await opened(1, 'viewer')
    await until(() => seen(late, chair) !== undefined, 'who comes later sees the other node')
    chair.destroy()
    await until(() => seen(editor, chair) === undefined, 'the chair is gone', 2_000)
  })

  it('[CO112] somebody who comes back at the other node is seen there and nowhere else', async () => {
    const [chair, editor] = await openBoth()
    chair.provider.awareness.setLocalStateField('chapterId', 'chapter-1')
    await until(() => seen(editor, chair)?.['chapterId'] === 'chapter-1', 'seen')
    const again = await opened(1, 'chair', chair.doc)
    again.provider.awareness.setLocalStateField('chapterId', 'chapter-3')
    chair.destroy()
    await until(() => seen(editor, chair)?.['chapterId'] === 'chapter-3', 'seen at the other node')
    await pause(300)
    expect(seen(editor, chair)?.['chapterId']).toBe('chapter-3')
  })

  it('[CO113] tells the pages of every node what changed', async () => {
    const listeners = await Promise.all(
      nodes.map(({ url, cookies }) =>
        openedRaw(`${url}/${STRATEGY}?schema=1&northing=1&listen=1`, { cookie: cookies.viewer }),
      ),
    )
    const chair = await opened(0, 'chair')
    await pause(100)
    nodes[0]!.say('changed')
    await until(() => listeners.every(({ frames }) => frames.length > 0), 'all told', 2_000)
    expect(String(listeners[1]?.frames[0])).toContain('"what":"threads"')
    for (const { socket } of listeners) socket.terminate()
    expect(chair.closes).toEqual([])
  })
})

describe('F8 Redis goes away', () => {
  it.each([
    ['stopped and started', () => redis.stop(), () => redis.start()],
    ['paused', async () => redis.pause(), async () => redis.resume()],
  ] as const)(
    '[CO114] %s: each node carries on, and both are one again within 10 s',
    async (how, takeAway, bringBack) => {
      const [chair, editor] = await openBoth()
      const beside = await opened(0, 'editor')
      await takeAway()
      const end = Date.now() + AWAY_MS
      for (let n = 0; Date.now() < end; n += 1) {
        notesOf(chair).insert(0, `<${how}.here.${n}>`)
        notesOf(editor).insert(0, `<${how}.there.${n}>`)
        await until(() => textOf(beside).includes(`<${how}.here.${n}>`), 'same node', 1_000)
        await pause(100)
      }
      await until(() => [chair, editor].every((one) => one.saved.at(-1) === one.sent()), 'saved')
      await bringBack()
      await until(() => isSame([chair, editor, beside]), 'one again', 10_000)
      const began = performance.now()
      notesOf(chair).insert(0, `<${how}.after>`)
      await until(() => textOf(editor).includes(`<${how}.after>`), 'over Redis', 10_000)
      expect(performance.now() - began).toBeLessThan(10_000)
      expect([...chair.closes, ...editor.closes, ...beside.closes]).toEqual([])
    },
    AWAY_MS + 60_000,
  )

  it('[CO114] without it the nodes still converge, from the log', async () => {
    const [chair, editor] = await openBoth()
    await redis.stop()
    notesOf(chair).insert(0, '<no redis>')
    await until(() => textOf(editor).includes('<no redis>'), 'from the log', 8_000)
    expect(textOf(chair)).toBe(textOf(editor))
    await redis.start()
  })
})

describe('F9 one node is cut off from Redis, and notices nothing', () => {
  let partition: Partition
  let cut: ServerProcess

  beforeAll(async () => {
    partition = await startPartition(redis.url)
    cut = await startServerProcess(db.url, { redisUrl: partition.url })
  })
  afterAll(async () => {
    await cut.stop()
    await partition.stop()
  })

  it(
    '[CO114] it converges from the log meanwhile, and at once when it is joined again',
    async () => {
      const chair = await opened(0, 'chair')
      const editor = keep(connectClient(cut.url, { cookie: cut.cookies.editor }))
      await editor.synced()
      notesOf(chair).insert(0, '<whole>')
      await until(() => textOf(editor).includes('<whole>'), 'over Redis', 2_000)
      partition.swallow()
      const end = Date.now() + Math.max(AWAY_MS, 8_000)
      for (let n = 0; Date.now() < end; n += 1) {
        notesOf(n % 2 ? chair : editor).insert(0, `<cut.${n}>`)
        await pause(200)
      }
      await until(() => isSame([chair, editor]), 'from the log', 8_000)
      partition.heal()
      await pause(3_000)
      const began = performance.now()
      notesOf(editor).insert(0, '<joined>')
      await until(() => textOf(chair).includes('<joined>'), 'over Redis again', 8_000)
      expect(performance.now() - began).toBeLessThan(1_000)
      expect([...chair.closes, ...editor.closes]).toEqual([])
    },
    AWAY_MS + 60_000,
  )
})

async function openBoth(): Promise<[LiveClient, LiveClient]> {
  return Promise.all([opened(0, 'chair'), opened(1, 'editor')])
}

async function opened(
  node: number,
  name: PersonName,
  doc?: LiveClient['doc'],
): Promise<LiveClient> {
  const { url, cookies } = nodes[node]!
  const client = keep(connectClient(url, { cookie: cookies[name], ...(doc && { doc }) }))
  await client.synced()
  return client
}

function keep(client: LiveClient): LiveClient {
  clients.push(client)
  return client
}

async function type(writer: LiveClient, who: number, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    notesOf(writer).insert(0, `<${who}.${n}>`)
    if (n % 3 === 0) await pause(1)
  }
}

function isSame(all: readonly LiveClient[]): boolean {
  return all.every((client) => textOf(client) === textOf(all[0]!))
}

function notesOf(client: LiveClient) {
  return client.doc.getText('words')
}

function textOf(client: LiveClient): string {
  return notesOf(client).toString()
}

function seen(by: LiveClient, who: LiveClient): Record<string, unknown> | undefined {
  return by.provider.awareness.getStates().get(who.doc.clientID)
}
