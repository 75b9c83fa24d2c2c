import type {
  LedMetric,
  LedObjective,
  PersonInPartnership,
  StrategyReader,
} from '../services/strategies/strategies-adapters'
import type { Database } from './database'
import type { PrismaClient } from './generated/client'
import { listStrategyRows } from './strategy-rows'
import { canBeStored } from './text'

/** Strategies by id and partnership, and what a person leads in them. */
export function createStrategyStore({ prisma, pool }: Database): StrategyReader {
  return {
    async findStrategy(id) {
      const [row] = canBeStored(id) ? await listStrategyRows(pool, 's.id = $1', id) : []
      return row ?? null
    },

    listStrategiesOf: (partnershipId) =>
      listStrategyRows(pool, 's.partnership_id = $1', partnershipId),

    async listLed(person) {
      const [objectives, metrics] = await Promise.all([
        listLedObjectives(prisma, person),
        listLedMetrics(prisma, person),
      ])
      return { objectives, metrics }
    },
  }
}

async function listLedObjectives(
  prisma: PrismaClient,
  { personId, partnershipId }: PersonInPartnership,
): Promise<LedObjective[]> {
  const blocks = await prisma.blockRow.findMany({
    where: { kind: 'objective', leadId: personId, orphaned: false, strategy: { partnershipId } },
    orderBy: [{ strategyId: 'asc' }, { position: 'asc' }],
  })
  return blocks.map((block) => ({
    strategyId: block.strategyId,
    blockId: block.id,
    chapterId: block.chapterId,
    title: block.title,
    targetDate: block.targetDate,
  }))
}

async function listLedMetrics(
  prisma: PrismaClient,
  { personId, partnershipId }: PersonInPartnership,
): Promise<LedMetric[]> {
  const metrics = await prisma.metric.findMany({
    where: { leadId: personId, partnershipId },
    include: {
      observations: {
        where: { supersededBy: null, breakdownKey: '', withdrawn: false },
        orderBy: { periodEnd: 'desc' },
        take: 1,
        select: { periodLabel: true },
      },
    },
    orderBy: { title: 'asc' },
  })
  return metrics.map((metric) => ({
    metricId: metric.id,
    title: metric.plainTitle || metric.title,
    latestPeriod: metric.observations[0]?.periodLabel ?? null,
  }))
}
