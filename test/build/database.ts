import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../server/persistence/database'

const opened: Database[] = []

afterAll(async () => {
  await Promise.all(opened.splice(0).map(closeAndDrop))
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

async function openClone(template: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => clone(client, template, name))
  const db = openDatabase(urlOf(name), { connections: 8 })
  opened.push(db)
  return db
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
