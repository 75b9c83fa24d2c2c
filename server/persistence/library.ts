import type { MetricDefinition } from '../../app/domain/metrics/definition'
import { type Outcome, done } from '../../app/domain/outcome/outcome'
import type { LibraryStore, MetricChange } from '../services/library/library-store'
import { askWithin } from './ask'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { findMetric } from './metrics'
import { canBeStored } from './text'

/** What metrics are. One change of a partnership's library at a time: codes are compared without their capitals. */
export function createLibraryStore({ prisma }: Database): LibraryStore {
  return {
    listAreas: (partnershipId, onDay) => {
      const day = new Date(onDay)
      return prisma.area.findMany({
        where: {
          partnershipId,
          validFrom: { lte: day },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
        },
        select: { id: true, name: true, level: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
    },
    countValues: (metricId) => countValues(prisma, metricId),
    addMetric: (partnershipId, decide) =>
      prisma.$transaction(async (tx) => {
        await lockLibrary(tx, partnershipId)
        const decided = decide({ takenCodes: await listCodes(tx, partnershipId, null) })
        if (!decided.ok) return decided
        const { id, definition, audit } = decided.value
        await tx.metric.create({ data: { id, partnershipId, ...toColumns(definition) } })
        await appendAudit(tx, audit)
        return decided
      }),
    async changeMetric(metricId, decide) {
      if (!canBeStored(metricId)) return null
      return prisma.$transaction(async (tx) => {
        const partnershipId = (await findMetric(askWithin(tx), metricId))?.partnershipId
        if (partnershipId === undefined) return null
        await lockLibrary(tx, partnershipId)
        await tx.$queryRaw`SELECT id FROM metric WHERE id = ${metricId} FOR UPDATE`
        // Read again: whoever held the lock may have changed it.
        const metric = await findMetric(askWithin(tx), metricId)
        if (!metric) return null
        const takenCodes = await listCodes(tx, partnershipId, metricId)
        const values = await countValues(tx, metricId)
        return changeMetric(tx, metricId, decide({ metric, takenCodes, values }))
      })
    },
  }
}

type Client = Prisma.TransactionClient

async function lockLibrary(tx: Client, partnershipId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM partnership WHERE id = ${partnershipId} FOR NO KEY UPDATE`
}

function countValues(client: Client, metricId: string): Promise<number> {
  return client.observation.count({ where: { metricId } })
}

async function listCodes(
  tx: Client,
  partnershipId: string,
  except: string | null,
): Promise<ReadonlySet<string>> {
  const rows = await tx.metric.findMany({
    where: { partnershipId, ...(except === null ? {} : { id: { not: except } }) },
    select: { code: true },
  })
  return new Set(rows.map(({ code }) => code.toLowerCase()))
}

async function changeMetric(
  tx: Client,
  metricId: string,
  decided: Outcome<MetricChange | null>,
): Promise<Outcome<MetricChange | null>> {
  if (!decided.ok || !decided.value) return decided
  const { definition, retiredOn, audit } = decided.value
  await tx.metric.update({
    where: { id: metricId },
    data: {
      ...(definition && toColumns(definition)),
      ...(retiredOn !== undefined && {
        retiredOn: retiredOn === null ? null : new Date(retiredOn),
      }),
    },
  })
  await appendAudit(tx, audit)
  return done(decided.value)
}

function toColumns({ wantedSince, tags, ...columns }: MetricDefinition) {
  return {
    ...columns,
    tags: [...tags],
    wantedSince: wantedSince === null ? null : new Date(wantedSince),
  }
}
