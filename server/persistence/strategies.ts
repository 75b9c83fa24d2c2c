import { z } from 'zod'
import { PHASES } from '../../app/domain/signoff/phases'
import { STRATEGY_STATES } from '../../app/domain/strategy/strategy'
import type {
  LedMetric,
  LedObjective,
  PersonInPartnership,
  StrategyReader,
  StrategyRow,
} from '../services/strategies/strategies-adapters'
import type { Database } from './database'
import type { Prisma, PrismaClient } from './generated/client'

const state = z.enum(STRATEGY_STATES)
const phase = z.enum(PHASES)

const LATEST = {
  orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }],
  take: 1,
  include: { person: { select: { name: true } } },
}

const WITH_COURSE = {
  partnership: true,
  phaseChanges: LATEST,
  writingChanges: LATEST,
} satisfies Prisma.StrategyInclude

/** Strategies by id and partnership, and what a person leads in them. */
export function createStrategyStore({ prisma }: Database): StrategyReader {
  return {
    async findStrategy(id) {
      const row = await prisma.strategy.findUnique({
        where: { id },
        include: WITH_COURSE,
      })
      return row && toStrategy(row)
    },

    async listStrategiesOf(partnershipId) {
      const rows = await prisma.strategy.findMany({
        where: { partnershipId },
        include: WITH_COURSE,
        orderBy: [{ horizonTo: 'desc' }, { title: 'asc' }],
      })
      return rows.map(toStrategy)
    },

    async listLed(person) {
      const [objectives, metrics] = await Promise.all([
        listLedObjectives(prisma, person),
        listLedMetrics(prisma, person),
      ])
      return { objectives, metrics }
    },
  }
}

function toStrategy(row: Prisma.StrategyGetPayload<{ include: typeof WITH_COURSE }>): StrategyRow {
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
    ...readCourse(row),
  }
}

function readCourse(
  row: Prisma.StrategyGetPayload<{ include: typeof WITH_COURSE }>,
): Pick<StrategyRow, 'phase' | 'phaseChange' | 'suggesting'> {
  const [moved] = row.phaseChanges
  const [written] = row.writingChanges
  return {
    phase: phase.parse(row.phase),
    phaseChange: moved ? { at: moved.at.toISOString(), personName: moved.person.name } : null,
    suggesting: row.suggestingOnly
      ? {
          at: (written?.at ?? row.updatedAt).toISOString(),
          personName: written?.person.name ?? '',
          reason: written?.reason ?? '',
        }
      : null,
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
