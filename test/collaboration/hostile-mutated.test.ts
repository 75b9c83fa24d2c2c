import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readStrategy } from '../../app/document/read'
import { createUpdateLog } from '../../server/persistence/update-log'
import type { Database } from '../../server/persistence/database'
import { freshDatabase } from '../build/database'
import { expectSameDocuments } from './expect-same'
import {
  connectClient,
  documentFrame,
  type LiveClient,
  openedRaw,
  pause,
  until,
} from './live-client'
import { readStored, STRATEGY } from './live-world'
import {
  addParagraph,
  createRandom,
  makeGenuineUpdates,
  mutate,
  type Random,
} from './mutate-updates'
import { startWatchedProcess, type WatchedProcess } from './watched-process'

const FRAMES = process.env['FULL'] ? 30_000 : 3_000
const FRAMES_PER_SOCKET = 2
/** Time for an edit that is let in to be claimed and committed. */
const LINGER_MS = 150
const SOCKETS_AT_ONCE = 25
const MOST_MS = 100

let db: Database
let server: WatchedProcess

beforeAll(async () => {
  db = await freshDatabase()
  server = await startWatchedProcess(db.url)
})
afterAll(() => server.stop())

describe('S20 genuine updates, mutated', () => {
  it(
    `[CO20] ${FRAMES} frames: no crash, no stall, no honest edit lost`,
    { timeout: 1_200_000 },
    async () => {
      const seed = Number(process.env['SEED'] ?? 1)
      const random = createRandom(seed)
      const log = createUpdateLog(db)
      const pair = [connect(), connect()]
      await Promise.all(pair.map((client) => client.synced()))
      const typists = pair.map((client, index) => new Typist(client, index))
      await keepTyping(typists, () => pause(3_000))
      const quiet = await server.askDelay()
      const genuine = makeGenuineUpdates(await readStored(log), {
        count: FRAMES / 10,
        random,
        spared: new Set(pair.map(({ doc }) => doc.clientID)),
      })
      const codes = new Map<number, number>()
      const start = Date.now()
      await keepTyping(typists, () => attack(genuine, random, codes))
      const troubled = await server.askDelay()
      await until(() => pair.every((client) => client.saved.at(-1) === client.sent()), 'all saved')
      const stored = await readStored(log)
      const typed = typists.flatMap((typist) => typist.tokens)
      const figures = {
        frames: FRAMES,
        seed,
        seconds: Math.round((Date.now() - start) / 1_000),
        honestEdits: typed.length,
        lost: typists.flatMap((typist) => typist.findBroken(stored).lost).length,
        // No frame was made to delete any of it, so a sound one that does has been let in under false pretences.
        deleted: typists.flatMap((typist) => typist.findBroken(stored).deleted).length,
        accepted: Number((await log.load('doc-1'))?.head ?? 0n) - typed.length,
        closes: Object.fromEntries(codes),
        longestBusyMs: Math.round(troubled.busyMs),
        longestByTheClockMs: Math.round(troubled.wallMs),
        withoutAttackByTheClockMs: Math.round(quiet.wallMs),
      }
      console.info(`mutated frames: ${JSON.stringify(figures)}`)
      expect(server.exitCode).toBeNull()
      expect(troubled.complaints).toEqual([])
      expect(figures.lost + figures.deleted).toBe(0)
      expect(typed.length).toBeGreaterThan(100)
      expect(pair.flatMap((client) => client.closes)).toEqual([])
      expect(troubled.busyMs).toBeLessThan(MOST_MS)
      await expectSameAndWhole(stored, pair)
      for (const client of pair) client.destroy()
    },
  )
})

/** Types numbered words into a paragraph of its own. */
class Typist {
  readonly tokens: string[] = []
  private readonly text: Y.XmlText
  private readonly ends: number[] = []

  constructor(
    private readonly client: LiveClient,
    private readonly name: number,
  ) {
    this.text = addParagraph(client.doc, 'paragraph', '-').get(0) as Y.XmlText
  }

  type(): void {
    const token = `<${this.name}.${this.tokens.length}>`
    this.text.insert(this.text.length, token)
    this.tokens.push(token)
    this.ends.push(Y.getState(this.client.doc.store, this.client.doc.clientID))
  }

  /** What was typed and is not whole: because an accepted edit deleted letters of it, or for no reason at all. */
  findBroken(stored: Y.Doc): { deleted: string[]; lost: string[] } {
    const { clientID } = this.client.doc
    const letters = readLetters(stored, clientID)
    const broken = { deleted: [] as string[], lost: [] as string[] }
    this.tokens.forEach((token, index) => {
      const end = this.ends[index] ?? 0
      const range: [number, number] = [end - token.length, end]
      // Somebody may write between two letters of it; they are all there then, and in their order.
      if (letters.slice(...range).join('') === token) return
      broken[isAnyDeleted(stored, clientID, range) ? 'deleted' : 'lost'].push(token)
    })
    return broken
  }
}

/** Each letter this client wrote and that still stands, at the place of its clock. */
function readLetters(doc: Y.Doc, client: number): string[] {
  const letters: string[] = []
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    if (!(struct.content instanceof Y.ContentString)) continue
    for (let offset = 0; offset < struct.length; offset += 1)
      letters[struct.id.clock + offset] = struct.content.str.charAt(offset)
  }
  return letters
}

function isAnyDeleted(doc: Y.Doc, client: number, [from, to]: [number, number]): boolean {
  const ranges = Y.createDeleteSetFromStructStore(doc.store).clients.get(client) ?? []
  return ranges.some(({ clock, len }) => clock < to && clock + len > from)
}

async function keepTyping(typists: readonly Typist[], act: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => typists.forEach((typist) => typist.type()), 50)
  await act().finally(() => clearInterval(timer))
}

async function attack(
  genuine: readonly Uint8Array[],
  random: Random,
  codes: Map<number, number>,
): Promise<void> {
  let left = FRAMES
  const work = async () => {
    while (left > 0) {
      left -= FRAMES_PER_SOCKET
      const code = await sendMutated(genuine, random)
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: SOCKETS_AT_ONCE }, work))
}

async function sendMutated(genuine: readonly Uint8Array[], random: Random): Promise<number> {
  const raw = await openedRaw(`${server.url}/${STRATEGY}?schema=1`, {
    cookie: server.cookies.chair,
  })
  for (let n = 0; n < FRAMES_PER_SOCKET; n += 1) {
    const update = mutate(genuine, random)
    const frame = documentFrame(random() < 0.3 ? 1 : 2, update)
    // Now and then the frame's own head is hurt as well.
    if (random() < 0.1) frame[Math.floor(random() * 3)] = Math.floor(random() * 256)
    raw.socket.send(frame)
  }
  await Promise.race([raw.ended, pause(LINGER_MS)])
  raw.socket.close(1000)
  return raw.ended
}

/**
 * Everybody has every edit, and whoever comes now reads what is stored. Pages that were open may show a place with
 * forged neighbours in another order until they are loaded again: Yjs orders by neighbours, and believes them.
 */
async function expectSameAndWhole(stored: Y.Doc, pair: readonly LiveClient[]): Promise<void> {
  const fresh = connect()
  await fresh.synced()
  expectSameDocuments(stored, fresh.doc)
  expect(readStrategy(fresh.doc)).toEqual(readStrategy(stored))
  expect(readStrategy(stored).chapters.length).toBeGreaterThan(0)
  fresh.destroy()
  const vector = Buffer.from(Y.encodeStateVector(stored))
  for (const { doc } of pair) {
    await until(() => vector.equals(Y.encodeStateVector(doc)), 'everybody has everything')
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
}

function connect(): LiveClient {
  return connectClient(server.url, { cookie: server.cookies.editor })
}
