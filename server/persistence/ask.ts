import type { Database } from './database'
import type { Prisma } from './generated/client'

/** A question in SQL, asked of the pool or inside a transaction: what is read on every page is read by one statement. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>

export function askPool({ pool }: Database): Ask {
  return async <Row>(sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as Row[]
}

export function askWithin(tx: Prisma.TransactionClient): Ask {
  return <Row>(sql: string, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values)
}
