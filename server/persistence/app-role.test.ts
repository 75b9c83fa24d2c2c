import { beforeAll, describe, expect, it } from 'vitest'
import { openAgreement } from '../../test/build/agreement-steps'
import { applicationDatabase, freshDatabase, seededDatabase } from '../../test/build/database'
import { describeProtection, openApplicationAccess } from './app-role'
import { KEPT_TABLES, forbiddenOn } from './append-only'
import type { Database } from './database'
import { verifyAudit } from './verify-audit'

const REFUSED = /permission denied|must be owner/
let owner: Database
let app: Database

beforeAll(async () => {
  owner = await seededDatabase()
  app = await applicationDatabase(owner)
}, 120_000)

async function refuse(sql: string): Promise<void> {
  const answer = await app.pool.query(sql).then(
    () => 'allowed',
    (error: Error) => error.message,
  )
  expect(`${sql}: ${answer}`).toMatch(REFUSED)
}

/** How many rights a table of its kind leaves out, over all tables. */
const FORBIDDEN = Object.keys(KEPT_TABLES).flatMap((table) => forbiddenOn(table)).length

/** Any column will do: the right is asked before the row. */
async function firstColumn(table: string): Promise<string> {
  const { rows } = await owner.pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
    [table],
  )
  return rows[0]?.name ?? ''
}

describe('[DB1] the application’s own role', () => {
  it('cannot change, remove or empty what is kept', async () => {
    expect(FORBIDDEN).toBeGreaterThan(40)
    for (const table of Object.keys(KEPT_TABLES)) {
      const column = await firstColumn(table)
      const statements: Record<string, string> = {
        UPDATE: `UPDATE "${table}" SET "${column}" = "${column}"`,
        DELETE: `DELETE FROM "${table}"`,
        TRUNCATE: `TRUNCATE "${table}" CASCADE`,
        TRIGGER: `CREATE TRIGGER mine BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      }
      for (const right of forbiddenOn(table)) await refuse(statements[right] ?? '')
    }
  })

  it('cannot take the guard away first', async () => {
    const { rows } = await owner.pool.query<{ table: string; name: string }>(
      `SELECT tgrelid::regclass::text AS table, tgname AS name FROM pg_trigger
       WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY ($1)`,
      [Object.keys(KEPT_TABLES)],
    )
    expect(rows.length).toBeGreaterThan(15)
    for (const { table, name } of rows) {
      await refuse(`DROP TRIGGER "${name}" ON "${table}"`)
      await refuse(`ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`)
      await refuse(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
      await refuse(`ALTER TABLE "${table}" ADD COLUMN extra text`)
      await refuse(`DROP TABLE "${table}" CASCADE`)
    }
    await refuse(`SET session_replication_role = 'replica'`)
    await refuse(
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'`,
    )
    await refuse('CREATE TABLE public.mine (id int)')
    await refuse(`SET ROLE "${decodeURIComponent(new URL(owner.url).username)}"`)
    await refuse('CREATE ROLE another SUPERUSER')
  })

  it('does the ordinary work: an edition from submission to publication, in the chain', async () => {
    const { hash } = await openAgreement(app).approve()
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const { checked, problems } = await verifyAudit(app)
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(3)
  })

  it('makes tables for the queue in the queue’s schema, and none beside what is kept', async () => {
    await app.pool.query('CREATE TABLE pgboss.mine (id int)')
    const { rows } = await owner.pool.query(
      `SELECT schemaname FROM pg_tables WHERE tablename = 'mine'`,
    )
    expect(rows).toEqual([{ schemaname: 'pgboss' }])
    await app.pool.query('DROP TABLE pgboss.mine')
    await refuse('CREATE TABLE public.mine (id int)')
    await refuse('ALTER SCHEMA public RENAME TO other')
  })

  it('hears and tells, and locks by number', async () => {
    const client = await app.pool.connect()
    const heard = new Promise((resolve) => client.once('notification', resolve))
    await client.query('LISTEN northing_rights')
    await client.query(`SELECT pg_advisory_lock(7); NOTIFY northing_rights, 'x'`)
    expect(await heard).toMatchObject({ payload: 'x' })
    client.release(true)
  })
})

describe('[DB2] what stands on triggers alone is said', () => {
  it('of an owner given as the application', async () => {
    const access = await openApplicationAccess({
      ownerUrl: owner.url,
      applicationUrl: owner.url,
      secret: 'x',
    })
    expect(access).toMatchObject({ url: owner.url })
    expect(access.triggersOnly).toMatch(/superuser|owns the tables/)
  })

  it('of an owner who may not make roles', async () => {
    const { rows } = await owner.pool.query<{ name: string }>('SELECT current_database() AS name')
    const role = `${rows[0]?.name.slice(0, 50)}_plain`
    await owner.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`)
    const url = new URL(owner.url)
    url.username = role
    url.password = 'plain'
    const access = await openApplicationAccess({ ownerUrl: url.href, secret: 'another' })
    expect(access.url).toBe(url.href)
    expect(access.triggersOnly).toMatch(/permission denied/)
    await owner.pool.query(`DROP ROLE ${role}`)
  })

  it('and not of the role made for it, which a second node finds with the same secret', async () => {
    const wish = { ownerUrl: owner.url, secret: 'test' }
    const [one, two] = await Promise.all([openApplicationAccess(wish), openApplicationAccess(wish)])
    expect(one).toEqual({ url: app.url, triggersOnly: null })
    expect(two).toEqual(one)
    const role = decodeURIComponent(new URL(app.url).username)
    expect(await describeProtection(owner)).toContain(`${role} may add`)
    const other = await freshDatabase()
    expect(await describeProtection(other)).toContain('by triggers only')
  })
})

describe('[DB3] the list of kept tables', () => {
  it('names every table with a trigger that refuses, and what it refuses', async () => {
    const { rows } = await owner.pool.query<{ table: string; kind: string }>(
      `SELECT tgrelid::regclass::text AS table, proname AS kind FROM pg_trigger
       JOIN pg_proc ON pg_proc.oid = tgfoid
       WHERE NOT tgisinternal AND proname LIKE 'refuse%'`,
    )
    const guarded = new Set(rows.map(({ table }) => table))
    expect([...guarded].filter((table) => !(table in KEPT_TABLES))).toEqual([])
    expect(Object.keys(KEPT_TABLES).filter((table) => !guarded.has(table))).toEqual([
      '_prisma_migrations',
    ])
  })
})
