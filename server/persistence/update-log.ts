import { DatabaseError } from 'pg'
import { LogDamaged, LogTrimmed, LogUnavailable, type UpdateLog } from '../collaboration/update-log'
import { append } from './append-updates'
import { claimClients } from './claim-clients'
import type { Database } from './database'
import { load, readAfter, type Report } from './read-log'
import { saveSnapshot } from './save-snapshot'

/** Writes through `pg` itself: byte parameters travel as bytes, and one statement holds a whole group of edits. */
export function createUpdateLog(
  db: Pick<Database, 'pool' | 'logPool'>,
  report: Report = () => undefined,
): UpdateLog {
  return {
    append: (batch) => translateErrors(() => append(db.logPool, batch)),
    claimClients: (claims) => translateErrors(() => claimClients(db.pool, claims)),
    readAfter: (documentId, seq) => translateErrors(() => readAfter(db.pool, documentId, seq)),
    load: (documentId) => translateErrors(() => load(db.pool, documentId, report)),
    saveSnapshot: (documentId, snapshot) =>
      translateErrors(() => saveSnapshot(db.pool, documentId, snapshot)),
  }
}

/** SQLSTATE classes that say "later": connection, resources, operator, rollback, object in use. */
const TEMPORARY = ['08', '53', '57', '58', '40', '55']

async function translateErrors<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof LogTrimmed || error instanceof LogDamaged) throw error
    const isFinal =
      error instanceof DatabaseError && !TEMPORARY.includes((error.code ?? '').slice(0, 2))
    if (isFinal) throw error
    throw new LogUnavailable('the database did not answer', { cause: error })
  }
}
