import { PrismaPg } from '@prisma/adapter-pg'
import { type ClientBase, Pool } from 'pg'
import { PrismaClient } from './generated/client'

/** One PostgreSQL database: Prisma for rows, the pool for the update log, both over the same connections. */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: Pool
  /** Connections of the update log alone: an edit never waits behind a page. */
  readonly logPool: Pool
  readonly url: string
  close(): Promise<void>
}

/** Opens lazily: nothing is connected until the first query. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = openPool(url, options.connections ?? 20)
  // The log's one statement is planned once: planning it each time takes as long as doing it.
  const logPool = openPool(url, 3, async (client) => {
    await client.query('SET plan_cache_mode = force_generic_plan; SET jit = off')
  })
  // The default of 2 s to begin a transaction is too short for a busy small machine; it then fails for nothing.
  const transactionOptions = { maxWait: 10_000, timeout: 20_000 }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
  let closed: Promise<void> | undefined
  return {
    prisma,
    pool,
    logPool,
    url,
    close() {
      closed ??= prisma.$disconnect().then(async () => {
        await Promise.all([pool.end(), logPool.end()])
      })
      return closed
    },
  }
}

function openPool(url: string, max: number, prepare?: (client: ClientBase) => Promise<void>): Pool {
  const pool = new Pool({
    // pg waits for it; its types have not heard of that.
    ...(prepare && { onConnect: prepare }),
    connectionString: url,
    max,
    // A database that went away is told to the caller, who may try again, instead of being waited for.
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A connection lost by a database restart would end the program if nobody listened, whether it was idle or lent out.
  // The pool replaces it by itself, and whoever uses it is told by the query.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
