import { z } from 'zod'
import { CHAIN_START, hashAuditEntry } from './audit'
import type { Database } from './database'

const Data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const PAGE = 1_000

/** Walks the chain from its start; answers the first place where it does not hold, in words, and how long it is. */
export async function verifyAudit({
  prisma,
}: Pick<Database, 'prisma'>): Promise<{ checked: number; problems: string[] }> {
  let previousHash = CHAIN_START
  let seq = 0n
  for (;;) {
    const rows = await prisma.auditEntry.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    })
    if (rows.length === 0) return { checked: Number(seq), problems: [] }
    for (const row of rows) {
      if (row.seq !== seq + 1n)
        return { checked: Number(seq), problems: [`audit entry ${seq + 1n} is missing`] }
      const hash = hashAuditEntry(previousHash, { ...row, data: Data.parse(row.data) })
      if (row.previousHash !== previousHash || row.hash !== hash) {
        return {
          checked: Number(seq),
          problems: [`audit entry ${row.seq} is not what was written`],
        }
      }
      previousHash = hash
      seq = row.seq
    }
  }
}
