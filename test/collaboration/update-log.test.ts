import { expect, it } from 'vitest'
import { LogUnavailable, type UpdateLog } from '../../server/collaboration/update-log'
import { createUpdateLog } from '../../server/persistence/update-log'
import { freshDatabase } from '../build/database'
import { insertEdition } from '../build/edition-row'
import { describeUpdateLog } from '../contracts/update-log'
import { createFakeUpdateLog, type Mutable } from '../fakes/update-log'

describeUpdateLog('in memory', async () => {
  const log = createFakeUpdateLog()
  const { append } = log
  return {
    log,
    createDocument: async (id) => log.createDocument(id),
    freeze: async (id) => log.freeze(id),
    suggestOnly: async (id) => log.suggestOnly(id),
    addEdition: async (id) => log.addEdition(id),
    loseNextAnswer() {
      log.failure = 'after commit'
      log.append = async (batch) => {
        log.append = append
        return append(batch).finally(() => (log.failure = 'none'))
      }
    },
  }
})

describeUpdateLog('PostgreSQL', async () => {
  const db = await freshDatabase()
  const log: Mutable<UpdateLog> = createUpdateLog(db)
  const { append } = log
  return {
    log,
    createDocument: async (id) =>
      void (await db.pool.query('INSERT INTO live_document (id) VALUES ($1)', [id])),
    freeze: async (id) =>
      void (await db.pool.query('UPDATE live_document SET frozen_at = now() WHERE id = $1', [id])),
    suggestOnly: async (id) =>
      void (await db.pool.query('UPDATE live_document SET suggesting_since = now() WHERE id = $1', [
        id,
      ])),
    addEdition: (id) => insertEdition(db, id),
    loseNextAnswer() {
      log.append = async (batch) => {
        log.append = append
        await append(batch)
        throw new LogUnavailable('the answer was lost')
      }
    },
  }
})

it('[CO2] a commit that fails leaves neither rows nor a raised head', async () => {
  const db = await freshDatabase()
  const log = createUpdateLog(db)
  await db.pool.query("INSERT INTO live_document (id) VALUES ('a')")
  await db.pool.query('ALTER TABLE document_update ADD CONSTRAINT small CHECK (length(bytes) < 10)')
  const updates = ['fine', 'this one is too long'].map((text) => ({
    bytes: Buffer.from(text),
    personId: null,
  }))
  await expect(log.append([{ documentId: 'a', updates }])).rejects.toThrow('small')
  expect(await log.load('a')).toMatchObject({ head: 0n, tail: [] })
})

it('[CO3] a database that ended the connection is told as away', async () => {
  const db = await freshDatabase()
  const log = createUpdateLog(db)
  await db.pool.query("INSERT INTO live_document (id) VALUES ('a')")
  await db.pool.query(`
    CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`)
  await db.pool.query(
    'CREATE TRIGGER cut BEFORE INSERT ON document_update FOR EACH ROW EXECUTE FUNCTION end_session()',
  )
  const updates = [{ bytes: Buffer.from('one'), personId: null }]
  await expect(log.append([{ documentId: 'a', updates }])).rejects.toBeInstanceOf(LogUnavailable)
  await db.pool.query('DROP TRIGGER cut ON document_update')
  expect((await log.append([{ documentId: 'a', updates, retryAfter: 0n }])).get('a')).toEqual({
    state: 'committed',
    firstSeq: 1n,
  })
  expect(await log.load('a')).toMatchObject({ head: 1n })
})
