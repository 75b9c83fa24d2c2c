import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { openApplicationAccess } from '../../server/persistence/app-role'
import { type Database, openDatabase } from '../../server/persistence/database'

const opened: Database[] = []
const served: Database[] = []

afterAll(async () => {
  await Promise.all(served.map((db) => db.close()))
  await Promise.all(opened.splice(0).map(closeAndDrop))
  // A role can go only after the database in which it has rights.
  await onServer(async (client) => {
    for (const { url } of served.splice(0)) await client.query(`DROP ROLE ${new URL(url).username}`)
  })
})

/** A migrated database without a row, the caller's own; dropped after the file's last test. */
export async function freshDatabase(): Promise<Database> {
  return openClone(inject('templates').empty)
}

/** A database with the demonstration partnership, the caller's own; dropped after the file's last test. */
export async function seededDatabase(): Promise<Database> {
  await ensureSeededTemplate()
  return openClone(inject('templates').seeded)
}

/** The demonstration as the program itself sees it: through a role that may add to what is kept, and no more. */
export async function applicationDatabase(owner: Database): Promise<Database> {
  const { url, triggersOnly } = await openApplicationAccess({ ownerUrl: owner.url, secret: 'test' })
  if (triggersOnly !== null) throw new Error(`the application's role is not ready: ${triggersOnly}`)
  const db = openDatabase(url, { connections: 8 })
  served.push(db)
  return db
}

async function openClone(template: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => clone(client, template, name))
  const db = openDatabase(urlOf(name), { connections: 8 })
  opened.push(db)
  return process.env['NORTHING_TEST_AS'] === 'application' ? applicationDatabase(db) : db
}

async function ensureSeededTemplate(): Promise<void> {
  const { empty, seeded } = inject('templates')
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [seeded])
    if (found.rowCount) return
    const unfinished = `${seeded}_unfinished`
    await client.query(`DROP DATABASE IF EXISTS ${unfinished}`)
    await clone(client, empty, unfinished)
    const { seedDemonstration } = await import('../../prisma/seed')
    const db = openDatabase(urlOf(unfinished))
    await seedDemonstration(db).finally(() => db.close())
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${seeded}`)
  })
}

async function clone(client: Client, template: string, name: string): Promise<void> {
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
}

async function closeAndDrop(db: Database): Promise<void> {
  await db.close()
  const name = new URL(db.url).pathname.slice(1)
  await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
}

async function onServer<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  return act(client).finally(() => client.end())
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}
