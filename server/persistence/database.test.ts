import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/build/database'

describe('openDatabase', () => {
  it('lives on when the database ends a connection that is lent out', async () => {
    const db = await freshDatabase()
    const client = await db.pool.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await wait(100)
    await expect(client.query('SELECT 1')).rejects.toThrow(
      /Connection terminated|not queryable|terminating connection/,
    )
    client.release(true)
    expect(await db.prisma.partnership.count()).toBe(0)
  })

  it('closes once, however often it is asked', async () => {
    const db = await freshDatabase()
    await Promise.all([db.close(), db.close()])
    await expect(db.pool.query('SELECT 1')).rejects.toThrow('Cannot use a pool')
  })
})
