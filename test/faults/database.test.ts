import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../server/persistence/database'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/persistence/embedded-postgres'
import { migrate } from '../../server/persistence/migrate'
import { pause, until } from '../collaboration/live-client'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectInvariants, expectQuiet } from './invariants'
import { inFull, report } from './settings'
import { Writer } from './writer'

const CUT_EVERY_MS = inFull(5_000, 2_500)
const CUTS = inFull(24, 4)
const AWAY_MS = inFull(600_000, 8_000)
/** What the server may grow by while edits wait: they are small, and each socket keeps little. */
const GROWTH_MB = 120

let home: string
let postgres: EmbeddedPostgres
let db: Database
let server: FaultServer
let writers: Writer[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'northing-away-'))
  postgres = await start()
  await migrate(postgres.url)
  db = openDatabase(postgres.url)
}, 90_000)
afterAll(async () => {
  await db.close()
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
})
beforeEach(async () => {
  server = await startFaultServer(postgres.url)
})
afterEach(async () => {
  for (const writer of writers) writer.destroy()
  writers = []
  await server.kill()
})

describe('F6 the database is cut off again and again while people type', () => {
  it(
    '[CO13] connections ended: edits wait and land once',
    { timeout: CUTS * CUT_EVERY_MS + 120_000 },
    async () => {
      const recoveredMs = await typeThrough('cut', async () => {
        for (let cut = 0; cut < CUTS; cut += 1) {
          await pause(CUT_EVERY_MS)
          await endConnections()
        }
      })
      const figures = await expectInvariants({ db, writers, server })
      report('F6', { how: 'connections ended', cuts: CUTS, ...figures, recoveredMs })
      expectQuiet(server)
      expect(figures['acknowledged']).toBe(figures['typed'])
      expect(recoveredMs).toBeLessThan(inFull(5_000, 15_000))
    },
  )

  it('[CO13] restarted: edits wait and land once', { timeout: 180_000 }, async () => {
    const restarts = inFull(5, 1)
    const recoveredMs = await typeThrough('restart', async () => {
      for (let n = 0; n < restarts; n += 1) {
        await pause(2_000)
        await postgres.stop()
        postgres = await start()
      }
    })
    const figures = await expectInvariants({ db, writers, server })
    report('F6', { how: 'restarted', restarts, ...figures, recoveredMs })
    expectQuiet(server)
    expect(figures['acknowledged']).toBe(figures['typed'])
    expect(recoveredMs).toBeLessThan(inFull(5_000, 15_000))
  })
})

describe('F7 the database is stopped for long', () => {
  it(
    `[CO13] people write on as not saved for ${AWAY_MS / 1_000} s, memory stays bounded, then all lands`,
    { timeout: AWAY_MS + 180_000 },
    async () => {
      const before = (await askAfterTyping()).rssMB
      let most = 0
      let unsavedAfterMs = 0
      const recoveredMs = await typeThrough('away', async () => {
        await postgres.stop()
        const began = Date.now()
        await until(() => writers.every((writer) => writer.hasUnsaved), 'known as not saved', 5_000)
        unsavedAfterMs = Date.now() - began
        const savedThen = writers.map(({ saved }) => saved.size)
        while (Date.now() - began < AWAY_MS) {
          most = Math.max(most, (await server.ask()).rssMB)
          await pause(1_000)
        }
        expect(writers.map(({ saved }) => saved.size)).toEqual(savedThen)
        postgres = await start()
      })
      const figures = await expectInvariants({ db, writers, server })
      const seconds = AWAY_MS / 1_000
      report('F7', { seconds, ...figures, unsavedAfterMs, before, most, recoveredMs })
      expectQuiet(server)
      expect(figures['acknowledged']).toBe(figures['typed'])
      expect(most).toBeLessThan(before + GROWTH_MB)
    },
  )
})

/** Five people type all through the trouble; answers how long after it everything was saved. */
async function typeThrough(name: string, trouble: () => Promise<void>): Promise<number> {
  writers = await enter(name)
  const isOver = { now: false }
  const typing = writers.map((writer) => writer.typeUntil(isOver, 100))
  await pause(500)
  await trouble()
  isOver.now = true
  await Promise.all(typing)
  const began = Date.now()
  await Promise.all(writers.map((writer) => writer.allSaved(60_000)))
  return Date.now() - began
}

async function enter(name: string): Promise<Writer[]> {
  const { chair, editor } = server.cookies
  const entered = Array.from(
    { length: 5 },
    (_, who) =>
      new Writer({ name: `${name}.${who}`, port: server.port, cookie: who % 2 ? editor : chair }),
  )
  await Promise.all(entered.map((writer) => writer.synced()))
  return entered
}

async function askAfterTyping() {
  const [warm, ...others] = await enter('warm')
  for (let n = 0; n < 50; n += 1) warm?.type()
  await warm?.allSaved()
  for (const writer of [warm, ...others]) writer?.destroy()
  return server.ask('collect')
}

function start(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ home, tied: true, watch: false })
}

async function endConnections(): Promise<void> {
  const url = new URL(postgres.url)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client
    .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    .finally(() => client.end())
}
