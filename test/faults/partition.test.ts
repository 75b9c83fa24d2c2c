import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { freshDatabase } from '../build/database'
import { pause, until } from '../collaboration/live-client'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectInvariants, expectLetGo, expectQuiet } from './invariants'
import { inFull, report } from './settings'
import { type TcpProxy, startProxy } from './tcp-proxy'
import { Writer } from './writer'

const PARTITIONS_MS = inFull([1_000, 10_000, 30_000, 600_000], [1_000])
/** y-websocket looks every 3 s whether it heard anything in the last 30. */
const NOTICES_WITHIN_MS = inFull(35_000, 45_000)

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

describe('F9 a client and the server cannot reach each other', () => {
  it.each(PARTITIONS_MS)(
    'for %i ms: both write on, and all of it lands once',
    { timeout: 900_000 },
    async (ms) => {
      const [away, there] = await enterTwo()
      const mend = proxy.cut()
      const isOver = { now: false }
      const typing = [away, there].map((writer) => writer.typeUntil(isOver, 50))
      await pause(ms)
      expect(there.text.toString()).not.toContain(`<away.0>`)
      mend()
      await pause(500)
      isOver.now = true
      await Promise.all(typing)
      const figures = await expectInvariants({ db, writers, server })
      report('F9', { how: 'partition', ms, ...figures, sockets: away.tries.length })
      expectQuiet(server)
      expect(figures['acknowledged']).toBe(figures['typed'])
    },
  )

  it(
    '[CO19] half-open: noticed within 35 s, and the old socket’s late end does not end the new one',
    { timeout: 240_000 },
    async () => {
      const [away, there] = await enterTwo()
      const { rssMB } = await server.ask('collect')
      const began = Date.now()
      const held = proxy.hold()
      const isOver = { now: false }
      const typing = [away, there].map((writer) => writer.typeUntil(isOver, 200))
      await until(() => away.tries.length > 1, 'the client notices', NOTICES_WITHIN_MS)
      const noticedMs = Date.now() - began
      await away.synced(60_000)
      away.provider.awareness.setLocalStateField('chapterId', 'foreword')
      await until(() => isSeen(there, away), 'seen again')
      const socketsBefore = (await server.ask()).sockets
      held.reset()
      await until(async () => (await server.ask()).sockets < socketsBefore, 'the old one has ended')
      await pause(500)
      expect(isSeen(there, away)).toBe(true)
      const token = away.type()
      await until(() => there.text.toString().includes(token), 'it still writes')
      isOver.now = true
      await Promise.all(typing)
      const figures = await expectInvariants({ db, writers, server })
      expect(away.tries.length).toBe(2)
      expect(figures['acknowledged']).toBe(figures['typed'])
      for (const writer of writers) writer.destroy()
      const rssAfterMB = await expectLetGo(server, rssMB)
      report('F9', { how: 'half-open', noticedMs, ...figures, rssMB, rssAfterMB })
      expectQuiet(server)
    },
  )

  it('connections reset every half second', { timeout: 120_000 }, async () => {
    const [away] = await enterTwo()
    const isOver = { now: false }
    const typing = writers.map((writer) => writer.typeUntil(isOver, 20))
    const resets = inFull(100, 8)
    for (let n = 0; n < resets; n += 1) {
      await pause(500)
      proxy.reset()
    }
    isOver.now = true
    await Promise.all(typing)
    const figures = await expectInvariants({ db, writers, server })
    report('F9', { how: 'resets', resets, ...figures, sockets: away.tries.length })
    expectQuiet(server)
    expect(figures['acknowledged']).toBe(figures['typed'])
  })
})

/** One behind the bad line, one beside the server. */
async function enterTwo(): Promise<[Writer, Writer]> {
  const { chair, editor } = server.cookies
  const away = new Writer({ name: 'away', port: proxy.port, cookie: chair })
  const there = new Writer({ name: 'there', port: server.port, cookie: editor })
  writers = [away, there]
  await Promise.all(writers.map((writer) => writer.synced()))
  return [away, there]
}

function isSeen(by: Writer, who: Writer): boolean {
  return by.provider.awareness.getStates().get(who.doc.clientID)?.['chapterId'] === 'foreword'
}
