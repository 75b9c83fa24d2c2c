import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { freshDatabase } from '../build/database'
import { until } from '../collaboration/live-client'
import { DOCUMENT, STRATEGY } from '../collaboration/live-world'
import { type FaultServer, startFaultServer } from './fault-server'
import { expectInvariants, expectQuiet, readFromDisk } from './invariants'
import { report } from './settings'
import { Writer } from './writer'

let db: Database
let server: FaultServer
let writers: Writer[] = []

beforeEach(async () => {
  db = await freshDatabase()
  server = await startFaultServer(db.url)
})
afterEach(async () => {
  for (const writer of writers) writer.destroy()
  writers = []
  await server.kill()
})

describe('F15 somebody comes back after a long time with unsent edits', () => {
  it(
    '[CO11] to a document made small since: their edits land once, what was deleted stays deleted',
    { timeout: 120_000 },
    async () => {
      const stale = await leaveWithUnsent()
      const there = enter('there', server.cookies.editor)
      await there.synced()
      there.doc.transact(() => there.text.delete(0, there.text.toString().indexOf('<old.5>')))
      for (let n = 0; n < 400; n += 1) there.type()
      await there.allSaved()
      await until(hasSnapshot, 'the document was made small', 60_000)
      await server.kill()
      server = await startFaultServer(db.url, { port: server.port })
      stale.provider.connect()
      await stale.allSaved()
      const figures = await countKept(stale)
      for (const writer of [stale, there]) writer.saved.clear()
      report('F15', {
        how: 'made small',
        ...figures,
        ...(await expectInvariants({ db, writers, server })),
      })
      expect(figures).toEqual({ deletedAndBack: 0, unsentAndStored: 5 })
      expectQuiet(server)
    },
  )

  it(
    '[CO42] to a frozen one: told 4409, and nothing of theirs is stored',
    { timeout: 60_000 },
    async () => {
      const stale = await leaveWithUnsent()
      await db.prisma.$transaction([
        db.prisma.liveDocument.update({ where: { id: DOCUMENT }, data: { frozenAt: new Date() } }),
        db.prisma.strategy.update({ where: { id: STRATEGY }, data: { state: 'submitted' } }),
      ])
      stale.provider.connect()
      await until(() => stale.closes.some(({ code }) => code === 4409), 'told that it is frozen')
      expect(await countKept(stale)).toMatchObject({ unsentAndStored: 0 })
      // What they typed is still theirs, to be offered as a draft.
      expect(stale.text.toString()).toContain(stale.typed.at(-1))
      expectQuiet(server)
    },
  )
})

/** Ten tokens everybody has; five more nobody has heard of. */
async function leaveWithUnsent(): Promise<Writer> {
  const stale = enter('old', server.cookies.chair)
  await stale.synced()
  for (let n = 0; n < 10; n += 1) stale.type()
  await stale.allSaved()
  stale.provider.disconnect()
  for (let n = 0; n < 5; n += 1) stale.type()
  return stale
}

async function countKept(stale: Writer) {
  const stored = (await readFromDisk(db)).getText('words').toString()
  const count = (tokens: readonly string[]) =>
    tokens.filter((token) => stored.includes(token)).length
  return {
    deletedAndBack: count(stale.typed.slice(0, 5)),
    unsentAndStored: count(stale.typed.slice(10)),
  }
}

function enter(name: string, cookie: string): Writer {
  const writer = new Writer({ name, port: server.port, cookie })
  writers.push(writer)
  return writer
}

async function hasSnapshot(): Promise<boolean> {
  return (await db.prisma.documentSnapshot.count({ where: { documentId: DOCUMENT } })) > 0
}
