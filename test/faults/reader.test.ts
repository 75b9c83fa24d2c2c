import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { freshDatabase } from '../build/database'
import { pause, until } from '../collaboration/live-client'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectConverged, expectInvariants, expectQuiet, isSame, readFromDisk } from './invariants'
import { inFull, percentile, report, rounded } from './settings'
import { type TcpProxy, startProxy } from './tcp-proxy'
import { Writer } from './writer'

const READS_PER_SECOND = 1_000
const WATCH_MS = inFull(60_000, 8_000)
const EDIT_UNITS = 16_000
const HEAVY_EVERY_MS = 12
/** More than the kernel takes on its own for one connection, and the 4 MB besides. */
const BEHIND_BYTES = 16 * 2 ** 20
const MAX_UNSENT_BYTES = 4 * 2 ** 20

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

describe('F12 somebody reads 1 kB a second while the others write a lot', () => {
  it(
    '[CO27] costs the server at most 4 MB, the others nothing, and catches up',
    { timeout: WATCH_MS * 4 + 240_000 },
    async () => {
      const { chair, editor, viewer } = server.cookies
      const heavy = enter('heavy', chair, server.port)
      const quick = enter('quick', editor, server.port)
      const beside = enter('beside', viewer, server.port)
      await Promise.all(writers.map((writer) => writer.synced()))
      const load = rewriteUntilOver(heavy)
      await pause(500)
      const without = await timeEdits(quick, beside)
      proxy.limit(READS_PER_SECOND)
      const slow = enter('slow', viewer, proxy.port)
      await until(() => slow.tries.length > 0, 'the slow reader tries')
      const unsent = watchUnsent()
      const beforeSlow = (await server.ask('collect')).rssMB
      const goal = load.bytes + BEHIND_BYTES
      const during = await timeEdits(quick, beside, () => load.bytes > goal)
      const unsentBytes = await unsent.stop()
      const afterSlow = (await server.ask('collect')).rssMB
      load.isOver = true
      await load.done
      proxy.limit(null)
      const restedMs = await timeCatchingUp(slow)
      const figures = await expectInvariants({ db, writers, server })
      expectConverged(slow.doc, await readFromDisk(db))
      report('F12', {
        unsentMB: rounded(unsentBytes / 2 ** 20),
        rssGrowthMB: rounded(afterSlow - beforeSlow),
        p95Without: rounded(percentile(without, 0.95)),
        p95During: rounded(percentile(during, 0.95)),
        p50Without: rounded(percentile(without, 0.5)),
        p50During: rounded(percentile(during, 0.5)),
        writtenMB: rounded(load.bytes / 2 ** 20),
        caughtUpMs: restedMs,
        sockets: slow.tries.length,
        ...figures,
      })
      expectQuiet(server)
      expect(unsentBytes).toBeGreaterThan(0)
      expect(unsentBytes).toBeLessThanOrEqual(MAX_UNSENT_BYTES)
      const allowed = percentile(without, 0.95) * inFull(1.5, 3) + inFull(20, 150)
      expect(percentile(during, 0.95)).toBeLessThan(allowed)
    },
  )
})

function enter(name: string, cookie: string, port: number): Writer {
  const writer = new Writer({ name, port, cookie })
  writers.push(writer)
  return writer
}

/** Replaces a large text again and again: much to send, and the document stays small. */
function rewriteUntilOver(writer: Writer) {
  const load = { isOver: false, bytes: 0, done: Promise.resolve() }
  const text = writer.doc.getText('paste')
  async function rewrite(): Promise<void> {
    for (let n = 0; !load.isOver; n += 1) {
      writer.doc.transact(() => {
        text.delete(0, text.length)
        text.insert(0, String.fromCharCode(97 + (n % 26)).repeat(EDIT_UNITS))
      })
      load.bytes += EDIT_UNITS
      await pause(HEAVY_EVERY_MS)
    }
  }
  load.done = rewrite()
  return load
}

/** How long until another person is shown a keystroke. */
async function timeEdits(from: Writer, to: Writer, isEnough = () => true): Promise<number[]> {
  const times: number[] = []
  const end = Date.now() + WATCH_MS
  while (Date.now() < end || !isEnough()) {
    const began = performance.now()
    const shown = new Promise<void>((resolve) => {
      const look = () => {
        if (!to.text.toString().endsWith(token)) return
        to.doc.off('afterTransaction', look)
        resolve()
      }
      to.doc.on('afterTransaction', look)
    })
    const token = from.type()
    await shown
    times.push(performance.now() - began)
    await pause(20)
  }
  return times
}

function watchUnsent() {
  let most = 0
  const watch = { isOver: false }
  async function look(): Promise<void> {
    while (!watch.isOver) {
      most = Math.max(most, (await server.ask()).unsentBytes)
      await pause(100)
    }
  }
  const looking = look()
  return {
    async stop() {
      watch.isOver = true
      await looking
      return most
    },
  }
}

/** The slow line becomes a good one; what was missed follows, on this socket or the next. */
async function timeCatchingUp(slow: Writer): Promise<number> {
  const began = Date.now()
  const stored = await readFromDisk(db)
  await until(() => isSame(slow.doc, stored), 'the slow reader has everything', 120_000)
  return Date.now() - began
}
