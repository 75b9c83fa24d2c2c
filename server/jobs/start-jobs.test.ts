import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { afterEach, describe, expect, it } from 'vitest'
import { applicationDatabase, freshDatabase } from '../../test/build/database'
import { until } from '../../test/collaboration/live-client'
import { type Database, openDatabase } from '../persistence/database'
import { startJobs } from './start-jobs'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

interface Node {
  readonly reminded: Date[]
  readonly warned: string[]
}

/** One node of the program as far as jobs are concerned, connected as the program is. */
function startNode(databaseUrl: string, fails = false): Node {
  const node: Node = { reminded: [], warned: [] }
  stops.push(
    startJobs({
      databaseUrl,
      now: () => new Date(),
      makeDigests: () => Promise.resolve(0),
      reminders: [
        () => (fails ? Promise.reject(new Error('away')) : Promise.resolve()),
        (at) => Promise.resolve(node.reminded.push(at)),
      ],
      log: { warn: (_, message) => void node.warned.push(message) },
      retryMs: 200,
      pollSeconds: 0.5,
    }),
  )
  return node
}

/** Puts a job where the clock would. */
async function openQueueOf(databaseUrl: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'pgboss', schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  stops.push(() => boss.stop({ graceful: false, wait: true }))
  return boss
}

async function openApplication(): Promise<{ owner: Database; url: string }> {
  const owner = await freshDatabase()
  return { owner, url: (await applicationDatabase(owner)).url }
}

const isReady = async ({ pool }: Database) => {
  const { rows } = await pool.query<{ there: boolean }>(
    `SELECT to_regclass('pgboss.schedule') IS NOT NULL AS there`,
  )
  if (!rows[0]?.there) return false
  const found = await pool.query(`SELECT 1 FROM pgboss.schedule`)
  return found.rows.length === 2
}

describe('jobs', () => {
  it('[NO15] are done by one of the nodes, and one that fails keeps no other from its turn', async () => {
    const { owner, url } = await openApplication()
    const nodes = [startNode(url, true), startNode(url, true)]
    await until(() => isReady(owner), 'the queue is open')
    const boss = await openQueueOf(url)
    await boss.send('hourly', {})
    const times = () => nodes.reduce((sum, { reminded }) => sum + reminded.length, 0)
    await until(() => times() === 1, 'one node reminds')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(times()).toBe(1)
    expect(nodes.flatMap(({ warned }) => warned)).toContain(
      'reminders could not be made; tried again in an hour',
    )
  })

  it('[NO15] go on after the connections to the database were cut', async () => {
    const { owner, url } = await openApplication()
    const node = startNode(url)
    await until(() => isReady(owner), 'the queue is open')
    const boss = await openQueueOf(url)
    await owner.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'northing jobs'`,
    )
    await boss.send('hourly', {})
    await until(() => node.reminded.length > 0, 'it goes on')
    expect(node.reminded).toHaveLength(1)
  })

  it('[NO15] are opened once the database is there', async () => {
    const owner = await freshDatabase()
    const name = `later_${randomUUID().replaceAll('-', '')}`
    const url = owner.url.replace(/\/[^/]*$/, `/${name}`)
    stops.push(() => owner.pool.query(`DROP DATABASE ${name} WITH (FORCE)`))
    const node = startNode(url)
    await until(() => node.warned.length > 1, 'it is tried again')
    await owner.pool.query(`CREATE DATABASE ${name}`)
    const later = openDatabase(url, { connections: 1 })
    stops.push(() => later.close())
    await until(() => isReady(later), 'the queue is open')
    expect(new Set(node.warned)).toEqual(
      new Set(['the queue of jobs could not be opened; it will be tried again']),
    )
  })
})
