import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import type { Database } from './database'
import { KEPT_TABLES, forbiddenOn, rightsOn } from './append-only'

/** How the application connects, and what keeps the append-only tables as they are. */
export interface ApplicationAccess {
  readonly url: string
  /** Null: the role lacks the right to change them. Otherwise why only the triggers refuse, for the operator. */
  readonly triggersOnly: string | null
}

export interface AccessWish {
  /** Owns the tables, or will: migrations run as this one. */
  readonly ownerUrl: string
  /** Given by the operator: the application connects as this one. */
  readonly applicationUrl?: string | undefined
  /** The same on every node, so that all of them find the same password. */
  readonly secret: string
}

/** Any fixed number: two nodes that grant at once disturb each other. */
const LOCK = 4_867_215_101

/**
 * Gives the application a login role that may do its work and no more, and answers its address. Call it after
 * migrating: each table of this version gets its rights. Never fails for want of a right: then it says so.
 */
export async function openApplicationAccess(wish: AccessWish): Promise<ApplicationAccess> {
  const url = wish.applicationUrl ?? addressOfRole(wish)
  const onlyTriggers = (triggersOnly: string) => ({
    url: wish.applicationUrl ?? wish.ownerUrl,
    triggersOnly,
  })
  try {
    await onDatabase(wish.ownerUrl, async (owner) => {
      if (!wish.applicationUrl) await ensureRole(owner, url)
      await grantRights(owner, roleOf(url))
    })
    const excess = await onDatabase(url, findExcess)
    return excess === null ? { url, triggersOnly: null } : onlyTriggers(excess)
  } catch (error) {
    return onlyTriggers(error instanceof Error ? error.message : String(error))
  }
}

/** For the operator: who may add to the audit chain and not change it, in a sentence. */
export async function describeProtection({ pool }: Pick<Database, 'pool'>): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolcanlogin AND NOT rolsuper
       AND has_table_privilege(oid, 'audit_entry', 'INSERT') AND NOT pg_has_role(oid, $1::name, 'MEMBER')
       AND NOT has_table_privilege(oid, 'audit_entry', 'UPDATE, DELETE, TRUNCATE, TRIGGER') ORDER BY 1`,
    [await ownerOfChain(pool)],
  )
  return rows.length > 0
    ? `Protection: ${rows.map(({ name }) => name).join(', ')} may add to the audit chain and not change it`
    : 'Protection: the audit chain is protected by triggers only; no role of the application’s own has been made'
}

async function ownerOfChain(pool: Database['pool']): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tableowner AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = 'audit_entry'`,
  )
  return rows[0]?.name ?? ''
}

/** Named after the database, whose neighbours on the same server have roles of their own. */
function addressOfRole({ ownerUrl, secret }: AccessWish): string {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username)
  url.username = encodeURIComponent(`${database.slice(0, 59)}_app`)
  url.password = createHmac('sha256', secret).update(`database role of ${database}`).digest('hex')
  return url.href
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

async function ensureRole(owner: Client, url: string): Promise<void> {
  // Nothing to change is the ordinary case: then another node's password is not touched.
  if (await onDatabase(url, async () => true).catch(() => false)) return
  const role = owner.escapeIdentifier(roleOf(url))
  const found = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [roleOf(url)])
  const password = owner.escapeLiteral(decodeURIComponent(new URL(url).password))
  await owner.query(
    `${found.rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
  )
}

async function grantRights(owner: Client, roleName: string): Promise<void> {
  const role = owner.escapeIdentifier(roleName)
  const database = owner.escapeIdentifier(owner.database ?? '')
  await owner.query('BEGIN')
  await owner.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
  const { rows } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const tables = rows.map(({ name }) => {
    const table = `public.${owner.escapeIdentifier(name)}`
    return `REVOKE ALL ON ${table} FROM ${role}; GRANT ${rightsOn(name).join(', ')} ON ${table} TO ${role};`
  })
  await owner.query(`
    GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${role};
    REVOKE CREATE ON SCHEMA public FROM ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
    ${tables.join('\n')}`)
  await grantQueue(owner, role)
  await owner.query('COMMIT')
}

/**
 * The queue makes its own schema and its tables there, and asks for the schema each time it starts, which PostgreSQL
 * grants to those alone who may make schemas. An owner who may not grant that has made the schema by hand.
 */
async function grantQueue(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ ready: boolean }>(
    `SELECT to_regnamespace('pgboss') IS NOT NULL OR has_database_privilege(current_database(), 'CREATE') AS ready`,
  )
  if (!rows[0]?.ready) return
  const { rows: found } = await owner.query(`SELECT 1 WHERE to_regnamespace('pgboss') IS NOT NULL`)
  if (found.length === 0) await owner.query('CREATE SCHEMA pgboss')
  await owner.query(
    `DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ${role}', current_database()); END $$`,
  )
  await owner.query(`GRANT USAGE, CREATE ON SCHEMA pgboss TO ${role}`)
}

interface Powers {
  readonly who: string
  readonly is_owner: boolean
  readonly is_mighty: boolean
  readonly mays: string[]
}

/** Asked of the role itself, on its own connection: what it could do to kept rows in spite of all. Null: nothing. */
async function findExcess(client: Client): Promise<string | null> {
  const names = Object.keys(KEPT_TABLES)
  const pairs = names.flatMap((table) => forbiddenOn(table).map((right) => ({ table, right })))
  const { rows } = await client.query<Powers>(FIND_POWERS, [
    pairs.map(({ table }) => table),
    pairs.map(({ right }) => right),
    names,
  ])
  const [powers] = rows
  if (!powers) return 'the role could not be examined'
  if (powers.is_mighty) return `the role ${powers.who} may make roles, or is a superuser`
  if (powers.is_owner) return `the role ${powers.who} owns the tables`
  return powers.mays.length > 0 ? `the role ${powers.who} may ${powers.mays.join(', ')}` : null
}

const FIND_POWERS = `
  SELECT current_user::text AS who,
    (SELECT rolsuper OR rolcreaterole OR rolreplication FROM pg_roles WHERE rolname = current_user) AS is_mighty,
    EXISTS (
      SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($3::text[])
        AND pg_has_role(current_user, relowner, 'MEMBER')
    ) AS is_owner,
    ARRAY(
      SELECT lower(asked.right) || ' ' || asked.name FROM unnest($1::text[], $2::text[]) AS asked(name, "right")
      WHERE has_table_privilege(format('public.%I', asked.name), asked.right)
    ) AS mays`

async function onDatabase<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  return act(client).finally(() => client.end())
}
