import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { createAgreementServices } from '../../server/services/agreement/agreement-services'
import { openReview } from '../build/agreement'
import { freshDatabase } from '../build/database'
import { actorOf, valueOf } from '../build/history'
import { type RedisProcess, startRedis } from '../build/redis'
import { openSuggestionsOf } from '../build/suggestions'
import { connectClient, type LiveClient, pause, until } from './live-client'
import { type LiveWorld, readStored, signIn, startWorld, STRATEGY } from './live-world'
import { type ServerProcess, startServerProcess } from './server-process'

let clients: LiveClient[] = []

afterEach(() => {
  for (const client of clients) client.destroy()
  clients = []
})

async function enter(url: string, cookie: string): Promise<LiveClient> {
  const client = connectClient(url, { cookie })
  clients.push(client)
  await client.synced()
  return client
}

async function setSuggestingOnly(db: Database, suggestingOnly: boolean): Promise<void> {
  const services = createAgreementServices(openReview(db))
  const chair = await actorOf(db, 'person-chair')
  const input = { strategyId: STRATEGY, suggestingOnly, reason: 'The boards read it.' }
  valueOf(await services.setSuggestingOnly(chair, input))
}

describe('S14 a draft is put into suggesting only while people type', () => {
  let world: LiveWorld

  beforeEach(async () => {
    world = await startWorld(await freshDatabase(), { hearsRights: true })
  })
  afterEach(() => world.stop())

  it('[CO151] [CO152] [SO40] every edit is stored before, or refused; nothing confirmed is lost', async () => {
    const { cookies, url } = world
    const writers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => enter(url, n % 2 ? cookies.chair : cookies.editor)),
    )
    const viewer = await enter(url, cookies.viewer)
    let isOver = false
    const typing = writers.map((writer, who) => typeOn(writer, who, () => isOver))
    await pause(300)
    await setSuggestingOnly(world.db, true)
    const headThen = (await world.log.load('doc-1'))?.head
    await until(() => writers.every(({ closes }) => closes.includes(4410)), 'closed', 3_000)
    isOver = true
    const typed = await Promise.all(typing)
    await pause(200)
    const stored = (await readStored(world.log)).getText('words').toString()
    const confirmed = writers.flatMap((writer, who) => confirmedTokens(writer, who))
    expect(confirmed.length).toBeGreaterThan(0)
    expect(typed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(confirmed.length)
    expect(confirmed.filter((token) => stored.split(token).length !== 2)).toEqual([])
    expect((await world.log.load('doc-1'))?.head).toBe(headThen)
    expect(viewer.closes).toEqual([])
    expect(viewer.doc.getText('words').toString()).toBe(stored)
  })

  it('[CO150] [CO152] who types nothing keeps the socket, becomes a reader and then a writer again', async () => {
    const { cookies, url, db } = world
    const [quiet, late] = [await enter(url, cookies.editor), await enter(url, cookies.editor)]
    await setSuggestingOnly(db, true)
    late.doc.getText('words').insert(0, 'the moment after')
    await until(() => late.closes.includes(4410), 'closed', 1_000)
    expect(late.doc.getText('words').toString()).toBe('the moment after')
    expect(quiet.closes).toEqual([])
    await setSuggestingOnly(db, false)
    await pause(300)
    quiet.doc.getText('words').insert(0, 'open again')
    await until(() => quiet.saved.at(-1) === quiet.sent(), 'saved')
    expect((await readStored(world.log)).getText('words').toString()).toBe('open again')
    expect(quiet.closes).toEqual([])
  })

  it('[CO152] whoever comes in meanwhile reads, and is closed with 4410 for typing', async () => {
    await setSuggestingOnly(world.db, true)
    const editor = await enter(world.url, world.cookies.editor)
    expect(editor.doc.getMap('chapters').size).toBeGreaterThan(0)
    editor.doc.getText('words').insert(0, 'late')
    await until(() => editor.closes.includes(4410), 'closed')
    expect((await readStored(world.log)).getText('words').toString()).toBe('')
  })

  it('[CO151] [SO40] suggestions are still made and accepted, and seen by those who read', async () => {
    const { db, cookies, url } = world
    await setSuggestingOnly(db, true)
    const reader = await enter(url, cookies.editor)
    const services = openSuggestionsOf(db, world.collaboration)
    const change = { type: 'field', blockId: 'objective-1', key: 'title', after: 'Fewer vape' }
    const key = '00000000-0000-4000-9000-000000000001'
    const asked = { strategyId: STRATEGY, change, reason: 'It reads better.', key }
    const { suggestionId } = valueOf(
      await services.propose(await actorOf(db, 'person-editor'), asked),
    )
    const decision = { strategyId: STRATEGY, suggestionId, decision: 'accept', reason: '' } as const
    valueOf(await services.decide(await actorOf(db, 'person-chair'), decision))
    await until(() => JSON.stringify(reader.doc.getMap('blocks')).includes('Fewer vape'), 'seen')
    expect(reader.closes).toEqual([])
  })
})

describe('S14 on two nodes', () => {
  let db: Database
  let redis: RedisProcess
  let nodes: readonly ServerProcess[] = []

  beforeAll(async () => {
    db = await freshDatabase()
    redis = await startRedis()
    const first = await startServerProcess(db.url, { redisUrl: redis.url })
    nodes = [first, await startServerProcess(db.url, { redisUrl: redis.url })]
  })
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()))
    await redis.stop()
  })

  it('[CO150] [CO152] [SO40] nobody’s edit is taken at either from that commit on, and both open again', async () => {
    const cookie = await signIn(db, 'person-editor')
    const quiet = await Promise.all(nodes.map((node) => enter(node.url, cookie)))
    const typists = await Promise.all(nodes.map((node) => enter(node.url, cookie)))
    let isOver = false
    const typing = typists.map((typist, who) => typeOn(typist, who, () => isOver))
    await pause(300)
    await setSuggestingOnly(db, true)
    const { head } = await db.prisma.liveDocument.findFirstOrThrow()
    await until(() => typists.every(({ closes }) => closes.includes(4410)), 'closed', 1_000)
    isOver = true
    await Promise.all(typing)
    await pause(300)
    expect((await db.prisma.liveDocument.findFirstOrThrow()).head).toBe(head)
    const [here, there] = quiet.map(({ doc }) => doc.getText('words').toString())
    expect(here).toBe(there)
    for (const token of typists.flatMap((typist, who) => confirmedTokens(typist, who)))
      expect(here).toContain(token)
    expect(quiet.flatMap(({ closes }) => closes)).toEqual([])
    await setSuggestingOnly(db, false)
    await pause(500)
    for (const client of quiet) {
      client.doc.getText('words').insert(0, 'again ')
      await until(() => client.saved.at(-1) === client.sent(), 'saved')
    }
    expect(quiet.flatMap(({ closes }) => closes)).toEqual([])
  })
})

/** Types until the socket is closed; answers how many tokens. */
async function typeOn(writer: LiveClient, who: number, isOver: () => boolean): Promise<number> {
  let count = 0
  while (!isOver() && writer.closes.length === 0) {
    writer.doc.getText('words').insert(0, `<${who}.${count}>`)
    count += 1
    await pause(5)
  }
  return count
}

/** The first message answers step 1, so the n-th confirmed message is token n - 2. */
function confirmedTokens(writer: LiveClient, who: number): string[] {
  const saved = writer.saved.at(-1) ?? 0
  return Array.from({ length: Math.max(0, saved - 1) }, (_, index) => `<${who}.${index}>`)
}
