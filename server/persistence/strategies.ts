import { z } from 'zod'
import { STRATEGY_STATES } from '../../app/domain/strategy/strategy'
import type {
  LedMetric,
  LedObjective,
  PersonInPartnership,
  StrategyReader,
  StrategyRow,
  WaitingSignOff,
} from '../services/strategies/strategies-adapters'
import type { Database } from './database'
import type { Prisma, PrismaClient } from './generated/client'

const state = z.enum(STRATEGY_STATES)

/** Strategies by id and partnership, and what waits for a person in them. */
export function createStrategyStore({ prisma }: Database): StrategyReader {
  return {
    async findStrategy(id) {
      const row = await prisma.strategy.findUnique({
        where: { id },
        include: { partnership: true },
      })
      return row && toStrategy(row)
    },

    async listStrategiesOf(partnershipId) {
      const rows = await prisma.strategy.findMany({
        where: { partnershipId },
        include: { partnership: true },
        orderBy: [{ horizonTo: 'desc' }, { title: 'asc' }],
      })
      return rows.map(toStrategy)
    },

    async listWaiting(person) {
      const [signOffs, objectives, metrics] = await Promise.all([
        listWaitingSignOffs(prisma, person),
        listLedObjectives(prisma, person),
        listLedMetrics(prisma, person),
      ])
      return { signOffs, objectives, metrics }
    },
  }
}

function toStrategy(
  row: Prisma.StrategyGetPayload<{ include: { partnership: true } }>,
): StrategyRow {
  return {
    id: row.id,
    partnershipId: row.partnershipId,
    partnershipName: row.partnership.name,
    title: row.title,
    slug: row.slug,
    state: state.parse(row.state),
    horizonFrom: row.horizonFrom,
    horizonTo: row.horizonTo,
    documentId: row.documentId,
    updatedAt: row.updatedAt,
  }
}

async function listWaitingSignOffs(
  prisma: PrismaClient,
  { partnershipId, signatoryOf }: PersonInPartnership,
): Promise<WaitingSignOff[]> {
  if (signatoryOf.length === 0) return []
  const [editions, bodies] = await Promise.all([
    prisma.edition.findMany({
      where: { state: 'submitted', strategy: { partnershipId } },
      include: { strategy: true, signOffs: { select: { bodyId: true } } },
      orderBy: { submittedAt: 'asc' },
    }),
    prisma.body.findMany({ where: { id: { in: [...signatoryOf] } }, orderBy: { position: 'asc' } }),
  ])
  return editions.flatMap((edition) =>
    bodies
      .filter((body) => !edition.signOffs.some((signOff) => signOff.bodyId === body.id))
      .map((body) => ({
        strategyId: edition.strategyId,
        strategyTitle: edition.strategy.title,
        editionNumber: edition.number,
        bodyId: body.id,
        bodyName: body.name,
        verb: body.verb,
      })),
  )
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
        where: { supersededBy: null },
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
