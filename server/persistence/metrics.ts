import type { Metric } from '../../app/domain/metrics/metric'
import type { Observation } from '../../app/domain/metrics/observation'
import { type Outcome, done } from '../../app/domain/outcome/outcome'
import type {
  Member,
  MetricState,
  MetricStore,
  NewChartChoice,
  NewLead,
  NewRow,
} from '../services/metrics/metric-store'
import { type Ask, askPool, askWithin } from './ask'
import { appendAudit } from './audit'
import { readChairs } from './chairs'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { listMetricRows } from './metric-rows'
import { readOwnRows } from './observation-rows'
import { readJoined } from './joined-rows'
import { findPartnershipOf } from './partnership-of'
import { canBeStored } from './text'

/** Metrics, their leads and their observations; observations are only ever added. */
export function createMetricStore(db: Database): MetricStore {
  const { prisma } = db
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    listMetrics: (partnershipId) => listMetricRows(askPool(db), { partnershipId }),
    findMetrics: (partnershipId, ids) => listMetricRows(askPool(db), { partnershipId, ids }),
    findMetric: (metricId) => findMetric(askPool(db), metricId),
    readObservations: (metrics) => readObservations(askPool(db), metrics),
    readJoined: async (metric) => (await readJoined(askPool(db), [metric])).get(metric.id) ?? null,
    listMembers: (partnershipId, onDay) => listMembers(askPool(db), partnershipId, onDay),
    readChairs: (partnershipId, onDay) => readChairs(askPool(db), partnershipId, onDay),
    async findParentArea(areaId) {
      const row = await prisma.area.findUnique({
        where: { id: areaId },
        select: { parentId: true },
      })
      return row?.parentId ?? null
    },
    async listStrategyIds(partnershipId) {
      const rows = await prisma.strategy.findMany({
        where: { partnershipId },
        select: { id: true },
      })
      return rows.map((row) => row.id)
    },
    addObservation: (metricId, decide) =>
      changeMetric(db, metricId, async (tx, state) => addObservation(tx, decide(state))),
    addChartChoice: (metricId, decide) =>
      changeMetric(db, metricId, async (tx, state) => addChartChoice(tx, metricId, decide(state))),
    setLead: (metricId, decide) =>
      changeMetric(db, metricId, async (tx, state) => setLead(tx, metricId, decide(state))),
  }
}

type Client = Prisma.TransactionClient

/** In a transaction too: a metric that is held must be read by who holds it. */
export async function findMetric(ask: Ask, metricId: string): Promise<Metric | null> {
  if (!canBeStored(metricId)) return null
  return (await listMetricRows(ask, { ids: [metricId] }))[0] ?? null
}

/** Holds the metric's row, so that two people cannot both give the first value of a period. */
async function changeMetric<T>(
  { prisma }: Database,
  metricId: string,
  change: (tx: Client, state: MetricState) => Promise<T>,
): Promise<T | null> {
  if (!canBeStored(metricId)) return null
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM metric WHERE id = ${metricId} FOR UPDATE`
    const metric = await findMetric(askWithin(tx), metricId)
    if (!metric) return null
    const rows = await readOwnRows(askWithin(tx), [metric])
    return change(tx, { metric, rows })
  })
}

async function addObservation(tx: Client, decided: Outcome<NewRow>): Promise<Outcome<NewRow>> {
  if (!decided.ok) return decided
  const { observation, audit } = decided.value
  const { period, recordedBy, recordedAt, imported, ...columns } = observation
  await tx.observation.create({
    data: {
      ...columns,
      importId: imported?.importId ?? null,
      importLine: imported?.line ?? null,
      periodStart: new Date(period.start),
      periodEnd: new Date(period.end),
      periodLabel: period.label,
      recordedById: recordedBy?.id ?? null,
      recordedAt: new Date(recordedAt),
    },
  })
  await tx.metric.update({
    where: { id: observation.metricId },
    data: { version: { increment: 1 } },
  })
  await appendAudit(tx, audit)
  return done(decided.value)
}

async function addChartChoice(
  tx: Client,
  metricId: string,
  decided: Outcome<NewChartChoice>,
): Promise<Outcome<NewChartChoice>> {
  if (!decided.ok) return decided
  const { id, choice, reason, personId, at, audit } = decided.value
  const content = { ...choice, rebases: choice.rebases.map((rebase) => ({ ...rebase })) }
  await tx.chartChoice.create({ data: { id, metricId, content, reason, personId, at } })
  await tx.metric.update({ where: { id: metricId }, data: { version: { increment: 1 } } })
  await appendAudit(tx, audit)
  return decided
}

async function setLead(
  tx: Client,
  metricId: string,
  decided: Outcome<NewLead>,
): Promise<Outcome<NewLead>> {
  if (!decided.ok || !decided.value.audit) return decided
  const { leadId, deputyId, audit } = decided.value
  await tx.metric.update({ where: { id: metricId }, data: { leadId, deputyId } })
  await appendAudit(tx, audit)
  return decided
}

/** With the earlier values that are worked out where the metric's area came of others. */
async function readObservations(
  ask: Ask,
  metrics: readonly Parameters<MetricStore['readObservations']>[0][number][],
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const [own, joined] = await Promise.all([readOwnRows(ask, metrics), readJoined(ask, metrics)])
  return groupByMetric([...[...joined.values()].flatMap(({ earlier }) => earlier), ...own])
}

function groupByMetric(rows: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const groups = new Map<string, Observation[]>()
  for (const row of rows) {
    const group = groups.get(row.metricId)
    if (group) group.push(row)
    else groups.set(row.metricId, [row])
  }
  return groups
}

async function listMembers(ask: Ask, partnershipId: string, onDay: string): Promise<Member[]> {
  return ask<Member>(
    `SELECT p.id, p.name, o.name AS "organisationName"
       FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
      WHERE m.partnership_id = $1 AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)
      ORDER BY p.name, p.id`,
    [partnershipId, onDay],
  )
}
