import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { LogUnavailable, type UpdateLog } from '../../server/collaboration/update-log'
import { freshDatabase } from '../build/database'
import { until } from '../collaboration/live-client'
import { type LiveWorld, startWorld } from '../collaboration/live-world'
import { expectInvariants } from './invariants'
import { report } from './settings'
import { Writer } from './writer'

/** Longer than an idle room is kept and looked at. */
const STORE_MS = 15_000

let db: Database
let world: LiveWorld
let writers: Writer[] = []

beforeEach(async () => {
  db = await freshDatabase()
})
afterEach(async () => {
  for (const writer of writers) writer.destroy()
  writers = []
  await world.stop()
})

describe('F10 the last editor closes the tab', () => {
  it('while a store runs that takes long: stored', { timeout: 90_000 }, async () => {
    const trouble = { until: 0 }
    world = await startWorld(db, { log: troubled(trouble, 'slow') })
    await writeAndLeave(trouble)
    expect(await countRows()).toBeLessThan(1 + 20)
    await expectStored('while a store runs')
  })

  it('[CO13] while storing fails: stored when it works again', { timeout: 90_000 }, async () => {
    const trouble = { until: 0 }
    world = await startWorld(db, { log: troubled(trouble, 'failing') })
    await writeAndLeave(trouble)
    await expectStored('while storing fails')
    expect(world.complaints).toContain('the database is away; edits wait')
  })
})

/** Its socket is closed by itself, right behind the last key. */
async function writeAndLeave(trouble: { until: number }): Promise<void> {
  const { chair } = world.cookies
  const writer = new Writer({ name: 'last', port: world.port, cookie: chair })
  writers.push(writer)
  await writer.synced()
  writer.type()
  await writer.allSaved()
  trouble.until = Date.now() + STORE_MS
  for (let n = 0; n < 20; n += 1) writer.type()
  writer.destroy()
}

async function expectStored(how: string): Promise<void> {
  const { chair } = world.cookies
  const [gone] = writers
  await until(async () => (await countRows()) > 1 + 20, 'stored', STORE_MS + 30_000)
  const next = new Writer({ name: 'next', port: world.port, cookie: chair })
  writers.push(next)
  await next.synced()
  const figures = await expectInvariants({ db, writers })
  const shown = next.text.toString().match(/<last\.\d+>/g) ?? []
  report('F10', { how, ...figures, shown: shown.length })
  expect(shown).toEqual(gone?.typed)
}

async function countRows(): Promise<number> {
  return db.prisma.documentUpdate.count()
}

function troubled(trouble: { readonly until: number }, kind: 'slow' | 'failing'): UpdateLog {
  const log = createUpdateLog(db)
  return {
    ...log,
    async append(batch) {
      if (kind === 'failing' && Date.now() < trouble.until) throw new LogUnavailable('tried')
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, trouble.until - Date.now())))
      return log.append(batch)
    },
  }
}
