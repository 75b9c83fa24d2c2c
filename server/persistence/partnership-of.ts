import type { Database } from './database'
import { canBeStored } from './text'

/** Whose strategy it is; null when there is no such strategy. */
export async function findPartnershipOf(
  db: Pick<Database, 'prisma'>,
  strategyId: string,
): Promise<string | null> {
  if (!canBeStored(strategyId)) return null
  const where = { id: strategyId }
  const row = await db.prisma.strategy.findUnique({ where, select: { partnershipId: true } })
  return row?.partnershipId ?? null
}
