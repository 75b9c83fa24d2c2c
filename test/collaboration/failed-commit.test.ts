import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UpdateLog } from '../../server/collaboration/update-log'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, until } from './live-client'
import { DOCUMENT, type LiveWorld, startWorld } from './live-world'

let db: Database
let world: LiveWorld
let chair: LiveClient
let attempts: number

beforeEach(async () => {
  db = await freshDatabase()
  attempts = 0
  const log = createUpdateLog(db)
  const counting: UpdateLog = {
    ...log,
    append(batch) {
      attempts += 1
      return log.append(batch)
    },
  }
  world = await startWorld(db, { log: counting })
  chair = connectClient(world.url, { cookie: world.cookies.chair })
  await chair.synced()
  await until(() => chair.saved.at(-1) === chair.sent(), 'what it brought is confirmed')
})
afterEach(async () => {
  chair.destroy()
  await world.stop()
})

describe('F21 the database fails a commit', () => {
  it.each([
    ['a serialisation error', '40001', 'NOT DEFERRABLE'],
    ['a deadlock', '40P01', 'NOT DEFERRABLE'],
    ['a COMMIT that fails', '40001', 'DEFERRABLE INITIALLY DEFERRED'],
  ])(
    '[CO77] %s: tried once more, stored once, and the connection is clean',
    async (_, code, when) => {
      await failOnce(code, when)
      const [before, rows] = [attempts, await countUpdates()]
      chair.doc.getText('words').insert(0, 'kept ')
      await until(() => chair.saved.at(-1) === chair.sent() && attempts > before, 'it is confirmed')
      expect(attempts - before).toBe(2)
      expect(await countUpdates()).toBe(rows + 1)
      expect(await isTried()).toBe(true)
      expect(chair.closes).toEqual([])
      const { rows: open } = await db.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      )
      expect(open).toEqual([])
    },
  )
})

/** A sequence does not go back with a transaction, so the second attempt passes. */
async function failOnce(code: string, when: string): Promise<void> {
  await db.pool.query(`
    CREATE SEQUENCE tries;
    CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('tries') = 1 THEN RAISE EXCEPTION 'not this time' USING ERRCODE = '${code}'; END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER failing AFTER INSERT ON document_update ${when}
      FOR EACH ROW EXECUTE FUNCTION fail_once();`)
}

async function isTried(): Promise<boolean> {
  const { rows } = await db.pool.query<{ last_value: string }>('SELECT last_value FROM tries')
  return Number(rows[0]?.last_value) === 2
}

async function countUpdates(): Promise<number> {
  return db.prisma.documentUpdate.count({ where: { documentId: DOCUMENT } })
}
