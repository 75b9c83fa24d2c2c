import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../../server/persistence/database'
import { startEmbeddedPostgres } from '../../../../server/persistence/embedded-postgres'
import { migrate } from '../../../../server/persistence/migrate'
import type { ServiceOptions, Services } from '../adapters/adapter'
import { runFolder } from '../machine/run-folder'
import { sleep } from '../machine/time'
import { populate } from './world'

/** Idle rooms are snapshotted after 20 s or so. */
const SETTLES_WITHIN_MS = 90_000

/** PostgreSQL as the product starts it, with its durable settings, and a partnership in it. */
export async function startOurServices({ dataDir, rooms }: ServiceOptions): Promise<Services> {
  const home = join(dataDir, 'database')
  if (!existsSync(home)) copyFolder(await makeTemplate(), home)
  const postgres = await startPostgres(home)
  const db = openDatabase(postgres.url, { connections: 2 })
  await populate(db, rooms)
  // Otherwise the first minutes differ from the rest by what was just written.
  await db.pool.query('CHECKPOINT')
  return {
    pids: [readPostmaster(home)],
    env: { DATABASE_URL: postgres.url },
    settle: () => waitForSnapshots(db),
    async stop() {
      await db.close()
      await postgres.stop()
    },
  }
}

/** Made once a run: initialising a cluster takes longer than copying one. */
let template: Promise<string> | undefined

function makeTemplate(): Promise<string> {
  template ??= (async () => {
    const home = join(runFolder(), 'database-template')
    await mkdir(home)
    const postgres = await startPostgres(home)
    await migrate(postgres.url)
    const db = openDatabase(postgres.url, { connections: 2 })
    await populate(db, [])
    await db.close()
    await postgres.stop()
    return home
  })()
  return template
}

function startPostgres(home: string) {
  return startEmbeddedPostgres({ home, tied: true, watch: false })
}

function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

function readPostmaster(home: string): number {
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function waitForSnapshots(db: Database): Promise<void> {
  const end = Date.now() + SETTLES_WITHIN_MS
  for (;;) {
    const { rows } = await db.pool.query<{ waiting: string }>(
      `SELECT count(*) AS waiting FROM live_document d WHERE head > 0 AND NOT EXISTS
         (SELECT 1 FROM document_snapshot s WHERE s.document_id = d.id AND s.seq = d.head)`,
    )
    const waiting = Number(rows[0]?.waiting ?? 0)
    if (waiting === 0) return
    if (Date.now() > end) throw new Error(`${waiting} documents have no snapshot`)
    await sleep(500)
  }
}
