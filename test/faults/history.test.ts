import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { pause, until } from '../collaboration/live-client'
import { DOCUMENT, STRATEGY } from '../collaboration/live-world'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectInvariants, expectQuiet, readFromDisk } from './invariants'
import { inFull, report, rounded } from './settings'
import { Writer } from './writer'

const CLIENTS = inFull(5_000, 1_000)
const EDITS_EACH = inFull(200, 40)
/** Edits that went into one stored update. */
const EDITS_TOGETHER = 50
/** Of a long one so many that the whole stays below the 20 MB a document may have. */
const UNITS = inFull(15, 70)
const KEYS = 400
const OPENS_WITHIN_MS = inFull(3_000, 10_000)
const KEY_CPU_MS = inFull(1, 4)
const GROUP = 500

let db: Database
let server: FaultServer
const writers: Writer[] = []

beforeEach(async () => {
  db = await freshDatabase()
  server = await startFaultServer(db.url)
})
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.destroy()
  await server.kill()
})

describe('F20 a document with a long history', () => {
  it(
    `[CO70] ${CLIENTS} client ids, ${CLIENTS * EDITS_EACH} edits: opens, takes keystrokes, and keeps its text`,
    { timeout: 900_000 },
    async () => {
      const text = await appendHistory()
      const firstOpenMs = await timeOpening()
      await until(hasSnapshotOfAll, 'a snapshot of it all', 180_000)
      const snapshotText = (await readFromDisk(db)).getText('words').toString()
      expect(snapshotText === text).toBe(true)
      await until(async () => (await server.ask()).rooms === 0, 'nobody has it open', 60_000)
      const opening = await timeOpening()
      const keys = await measureKeys()
      const figures = await expectInvariants({ db, writers, server })
      report('F20', {
        clients: CLIENTS,
        edits: CLIENTS * EDITS_EACH,
        documentMB: rounded(opening.bytes / 2 ** 20),
        fromLogMs: firstOpenMs.ms,
        openMs: opening.ms,
        keyCpuMs: rounded(keys.main),
        keyCpuAllThreadsMs: rounded(keys.all),
        ...figures,
      })
      expectQuiet(server)
      expect(opening.ms).toBeLessThan(OPENS_WITHIN_MS)
      expect(keys.main).toBeLessThan(KEY_CPU_MS)
    },
  )
})

/** Written by one document that takes every client's name in turn, straight into the log. */
async function appendHistory(): Promise<string> {
  const doc = new Y.Doc()
  const text = doc.getText('words')
  const log = createUpdateLog(db)
  let waiting: Uint8Array[] = []
  const flush = async () => {
    const updates = waiting.map((bytes) => ({ bytes, personId: null }))
    waiting = []
    if (updates.length > 0) await log.append([{ documentId: DOCUMENT, updates }])
  }
  doc.on('update', (bytes: Uint8Array) => void waiting.push(bytes))
  for (let client = 0; client < CLIENTS; client += 1) {
    doc.clientID = 1_000 + client
    for (let n = 0; n < EDITS_EACH; n += EDITS_TOGETHER) {
      doc.transact(() => typeSome(text, client, Math.min(EDITS_TOGETHER, EDITS_EACH - n)))
      if (waiting.length >= GROUP) await flush()
    }
  }
  await flush()
  return text.toString()
}

/** Mostly typed on, as people do; now and then one goes back, and a little is removed. */
function typeSome(text: Y.Text, client: number, edits: number): void {
  let at = (client * 7_919) % (text.length + 1)
  for (let n = 0; n < edits; n += 1) {
    if (n % 25 === 24) at = Math.max(0, at - 3 * UNITS)
    text.insert(at, `${client}.${n} `.padEnd(UNITS, 'abcdefghij '))
    at += UNITS
  }
  if (client % 5 === 0 && text.length > UNITS) text.delete(0, UNITS)
}

async function hasSnapshotOfAll(): Promise<boolean> {
  const { head } = await db.prisma.liveDocument.findUniqueOrThrow({ where: { id: DOCUMENT } })
  const newest = await db.prisma.documentSnapshot.findFirst({
    where: { documentId: DOCUMENT },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return newest?.seq === head
}

/** From asking to the last byte of it; what a page then does with it is the page's. */
async function timeOpening(): Promise<{ ms: number; bytes: number }> {
  const began = performance.now()
  const address = `ws://127.0.0.1:${server.port}/collaboration/${STRATEGY}?schema=1&northing=1&content=2`
  const socket = new WebSocket(address, { headers: { cookie: server.cookies.viewer } })
  let bytes = 0
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.on('message', (data: Buffer) => {
      bytes += data.length
      const isEmptyStep2 = data.length === 5 && data[0] === 0 && data[1] === 1
      if (isEmptyStep2) resolve()
    })
  })
  const ms = performance.now() - began
  socket.removeAllListeners('close')
  socket.terminate()
  return { ms: Math.round(ms), bytes }
}

/** The server's processor time for each keystroke of a person who types fast. */
async function measureKeys(): Promise<{ main: number; all: number }> {
  const writer = new Writer({ name: 'key', port: server.port, cookie: server.cookies.chair })
  writers.push(writer)
  await writer.synced(120_000)
  // The first ones are paid by a program that has just started.
  await typeFast(writer)
  const before = await server.ask('collect')
  await typeFast(writer)
  const after = await server.ask()
  return {
    main: (after.mainCpuMs - before.mainCpuMs) / KEYS,
    all: (after.cpuMs - before.cpuMs) / KEYS,
  }
}

async function typeFast(writer: Writer): Promise<void> {
  for (let n = 0; n < KEYS; n += 1) {
    writer.type()
    await pause(10)
  }
  await writer.allSaved()
}
