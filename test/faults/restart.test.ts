import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { freshDatabase } from '../build/database'
import { pause, until } from '../collaboration/live-client'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectInvariants, expectQuiet } from './invariants'
import { inFull, report } from './settings'
import { type TcpProxy, startProxy } from './tcp-proxy'
import { Writer } from './writer'

const ROUNDS = inFull(100, 3)
const WRITERS = 5
const KEY_EVERY_MS = 100

let db: Database
let server: FaultServer
let proxy: TcpProxy
let writers: Writer[] = []

beforeEach(async () => {
  db = await freshDatabase()
  server = await startFaultServer(db.url)
  proxy = await startProxy(server.port)
})
afterEach(async () => {
  for (const writer of writers) writer.destroy()
  writers = []
  await proxy.stop()
  await server.kill()
})

describe('F1 kill -9 while five people type, and they stay', () => {
  it(
    `[CO14] nothing acknowledged is lost in ${ROUNDS} rounds, and all are back within 5 s`,
    { timeout: ROUNDS * 40_000 + 60_000 },
    async () => {
      enter('stay', WRITERS)
      await allSynced()
      const isOver = { now: false }
      const typing = writers.map((writer) => writer.typeUntil(isOver, KEY_EVERY_MS))
      const backAfter: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        await pause(300 + ((round * 137) % 900))
        await restart(() => server.kill())
        const began = Date.now()
        await allSynced()
        backAfter.push(Date.now() - began)
      }
      isOver.now = true
      await Promise.all(typing)
      const figures = await expectInvariants({ db, writers, server })
      expectQuiet(server)
      report('F1', { rounds: ROUNDS, ...figures, backWithinMs: Math.max(...backAfter) })
      expect(figures['acknowledged']).toBe(figures['typed'])
      expect(Math.max(...backAfter)).toBeLessThan(inFull(5_000, 15_000))
    },
  )
})

describe('F2 kill -9 while five people type, and everybody is gone with it', () => {
  it(
    `[CO14] nothing that was seen or acknowledged is lost in ${ROUNDS} rounds`,
    { timeout: ROUNDS * 40_000 + 60_000 },
    async () => {
      const all: Writer[] = []
      const seen = new Set<string>()
      for (let round = 0; round < ROUNDS; round += 1) {
        enter(`${round}`, WRITERS)
        await allSynced()
        for (const writer of writers) noteSeen(writer, seen)
        const isOver = { now: false }
        const typing = writers.map((writer) => writer.typeUntil(isOver, 10))
        await pause(400 + ((round * 137) % 900))
        await server.kill()
        // What it said as it died still counts.
        await pause(20)
        isOver.now = true
        await Promise.all(typing)
        for (const writer of writers.splice(0)) all.push(leave(writer))
        await restart(async () => undefined)
      }
      enter('last', 1)
      await allSynced()
      const figures = await expectInvariants({ db, writers: [...all, ...writers], server })
      const stored = writers[0]?.text.toString() ?? ''
      const unseen = [...seen].filter((token) => !stored.includes(token))
      report('F2', { rounds: ROUNDS, ...figures, seen: seen.size, seenAndLost: unseen.length })
      expect(unseen).toEqual([])
      expect(seen.size).toBeGreaterThan(0)
      expect(figures['acknowledged']).toBeGreaterThan(0)
    },
  )
})

describe('F3 SIGTERM while fifty people type', () => {
  it(
    '[CO44] exits 0 within 10 s, everybody is told 4503, not in one instant, and nothing is lost',
    { timeout: 120_000 },
    async () => {
      enter('turn', inFull(100, 50), 5_000)
      await allSynced()
      const isOver = { now: false }
      const typing = writers.map((writer) => writer.typeUntil(isOver, 500))
      await pause(1_500)
      const began = Date.now()
      const exit = server.stop()
      // It still answers those it has not reached; nobody comes back before it is gone.
      expect(await exit).toBe(0)
      const drainMs = Date.now() - began
      await until(() => writers.every(({ closes }) => closes.length > 0), 'everybody is told')
      const told = writers.map(({ closes }) => closes[0])
      const spreadMs = spreadOf(told.map((close) => close?.at ?? 0))
      expect(new Set(told.map((close) => close?.code))).toEqual(new Set([4503]))
      expectQuiet(server)
      server = await startFaultServer(db.url)
      proxy.aim(server.port)
      await allSynced()
      isOver.now = true
      await Promise.all(typing)
      const returnSpreadMs = spreadOf(writers.map(({ syncedAt }) => syncedAt.at(-1) ?? 0))
      const figures = await expectInvariants({ db, writers, server })
      report('F3', { clients: writers.length, ...figures, drainMs, spreadMs, returnSpreadMs })
      expect(drainMs).toBeLessThan(10_000)
      expect(spreadMs).toBeGreaterThanOrEqual(inFull(1_500, 700))
    },
  )
})

describe('F17 everybody comes back after a restart', () => {
  it(
    'all are synced within 15 s, after few tries, and not in one instant',
    { timeout: 180_000 },
    async () => {
      enter('herd', inFull(300, 100), 5_000)
      await allSynced(60_000)
      await restart(() => server.kill())
      const began = Date.now()
      await until(
        () => writers.every(({ syncedAt }) => (syncedAt.at(-1) ?? 0) > began),
        'all synced again',
        60_000,
      )
      const syncedMs = Math.max(...writers.map(({ syncedAt }) => syncedAt.at(-1) ?? 0)) - began
      const triesOf = ({ tries }: Writer) => tries.filter((at) => at >= began)
      const tries = Math.max(...writers.map((writer) => triesOf(writer).length))
      const returnSpreadMs = spreadOf(writers.map((writer) => triesOf(writer)[0] ?? 0))
      const figures = await expectInvariants({ db, writers: writers.slice(0, 20), server })
      report('F17', { clients: writers.length, syncedMs, tries, returnSpreadMs, ...figures })
      expectQuiet(server)
      expect(syncedMs).toBeLessThan(inFull(15_000, 30_000))
      expect(tries).toBeLessThanOrEqual(3)
      expect(returnSpreadMs).toBeGreaterThanOrEqual(1_000)
    },
  )
})

function enter(name: string, count: number, maxWaitMs = 300): void {
  for (let who = 0; who < count; who += 1) {
    const cookie = who % 2 ? server.cookies.editor : server.cookies.chair
    writers.push(new Writer({ name: `${name}.${who}`, port: proxy.port, cookie, maxWaitMs }))
  }
}

async function allSynced(limitMs = 30_000): Promise<void> {
  await Promise.all(writers.map((writer) => writer.synced(limitMs)))
}

async function restart(end: () => Promise<unknown>): Promise<void> {
  await end()
  expectQuiet(server)
  server = await startFaultServer(db.url)
  proxy.aim(server.port)
}

function noteSeen(writer: Writer, seen: Set<string>): void {
  const own = `<${writer.options.name}.`
  writer.text.observe((event, { local }) => {
    if (local) return
    for (const { insert } of event.delta) {
      const tokens = typeof insert === 'string' ? insert.match(/<[^>]+>/g) : null
      for (const token of tokens ?? []) if (!token.startsWith(own)) seen.add(token)
    }
  })
}

function leave(writer: Writer): Writer {
  writer.destroy()
  return writer
}

function spreadOf(times: readonly number[]): number {
  return Math.max(...times) - Math.min(...times)
}
