import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, pause, until } from './live-client'
import { DOCUMENT, readStored } from './live-world'
import { type ServerProcess, startServerProcess } from './server-process'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const WRITERS = 5
const KEY_EVERY_MS = 10

let db: Database

/** All tokens of all rounds: what was typed, what another client saw, what was confirmed. */
const typed = new Set<string>()
const seen = new Set<string>()
const confirmed = new Set<string>()

beforeAll(async () => {
  db = await freshDatabase()
})

describe('F2 kill -9 while five people type, and everybody is gone with it', () => {
  it(
    `[CO14] loses nothing that was seen or confirmed in ${ROUNDS} rounds`,
    { timeout: ROUNDS * 30_000 },
    async () => {
      for (let round = 0; round < ROUNDS; round += 1)
        await typeAndKill(round, 400 + ((round * 137) % 900))
      expect(await findLosses()).toEqual({ lost: [], duplicated: [] })
    },
  )
})

describe('F1 kill -9 while five people type, and they come back', () => {
  it('[CO14] everything they typed lands once', { timeout: 90_000 }, async () => {
    const first = await startServerProcess(db.url)
    const writers = await enter(first, 'stay')
    const isOver = { now: false }
    const typing = writers.map((writer, who) => type(writer, `stay.${who}`, isOver))
    await pause(600)
    await first.kill()
    // They go on typing while nobody listens.
    await pause(400)
    isOver.now = true
    await Promise.all(typing)
    const second = await startServerProcess(db.url)
    const returned = writers.map(({ doc }) =>
      connectClient(second.url, { cookie: second.cookies.chair, doc }),
    )
    await until(
      () => returned.every((client) => client.saved.at(-1) === client.sent()),
      'all confirmed',
      30_000,
    )
    for (const token of typed) if (token.startsWith('<stay.')) confirmed.add(token)
    expect(await findLosses()).toEqual({ lost: [], duplicated: [] })
    for (const client of [...writers, ...returned]) client.destroy()
    expect(await second.stop()).toBe(0)
  })
})

async function typeAndKill(round: number, afterMs: number): Promise<void> {
  const server = await startServerProcess(db.url)
  const writers = await enter(server, String(round))
  const isOver = { now: false }
  const typing = writers.map((writer, who) => type(writer, `${round}.${who}`, isOver))
  await pause(afterMs)
  const killed = server.kill()
  // What arrives while it dies was sent before: it counts.
  await killed
  await pause(20)
  isOver.now = true
  await Promise.all(typing)
  writers.forEach((writer, who) => takeConfirmed(writer, `${round}.${who}`))
  for (const writer of writers) writer.destroy()
}

/** Five clients with the whole document, each noting what it sees of the others. */
async function enter(server: ServerProcess, round: string): Promise<LiveClient[]> {
  const writers = Array.from({ length: WRITERS }, (_, who) =>
    connectClient(server.url, { cookie: who % 2 ? server.cookies.editor : server.cookies.chair }),
  )
  await Promise.all(writers.map((writer) => writer.synced()))
  writers.forEach((writer, who) => {
    const own = `<${round}.${who}.`
    writer.doc.getText('notes').observe((event, transaction) => {
      if (transaction.local) return
      for (const { insert } of event.delta) {
        const tokens = typeof insert === 'string' ? insert.match(/<[^>]+>/g) : null
        for (const token of tokens ?? []) if (!token.startsWith(own)) seen.add(token)
      }
    })
  })
  return writers
}

async function type(
  writer: LiveClient,
  name: string,
  isOver: { readonly now: boolean },
): Promise<void> {
  const text = writer.doc.getText('notes')
  for (let n = 0; !isOver.now; n += 1) {
    const token = `<${name}.${n}>`
    typed.add(token)
    text.insert(text.length, token)
    await pause(KEY_EVERY_MS)
  }
}

/** The first confirmed message is the answer to the server's step 1. */
function takeConfirmed(writer: LiveClient, name: string): void {
  for (let n = 0; n < (writer.saved.at(-1) ?? 0) - 1; n += 1) confirmed.add(`<${name}.${n}>`)
}

/** What was seen or confirmed and is not stored, and what is stored twice. */
async function findLosses(): Promise<{ lost: string[]; duplicated: string[] }> {
  const log = createUpdateLog(db)
  const stored = (await readStored(log)).getText('notes').toString()
  const counts = new Map<string, number>()
  for (const token of stored.match(/<[^>]+>/g) ?? [])
    counts.set(token, (counts.get(token) ?? 0) + 1)
  const lost = [...new Set([...seen, ...confirmed])].filter((token) => !counts.has(token))
  const duplicated = [...counts].filter(([, count]) => count > 1).map(([token]) => token)
  const figures = {
    edits: typed.size,
    seen: seen.size,
    acknowledged: confirmed.size,
    lost: lost.length,
    duplicated: duplicated.length,
  }
  console.info(`kill -9: ${JSON.stringify(figures)}`)
  expect(confirmed.size).toBeGreaterThan(0)
  expect(seen.size).toBeGreaterThan(0)
  const rows = await log.readAfter(DOCUMENT, 0n)
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => BigInt(index + 1)))
  return { lost, duplicated }
}
