import * as Y from 'yjs'
import { createDocument } from '../app/document/create'
import type { Database } from '../server/persistence/database'
import { seedAnswering } from './seed/answering'
import { chasmOf, seedChasmComparisons } from './seed/chasms'
import { seedContent, STRATEGY } from './seed/content'
import { GLOSSARY } from './seed/glossary'
import { AREAS_BEFORE, SUCCESSIONS_BEFORE, seedBeforeMerger } from './seed/before-merger'
import { ENGLAND_AREAS, SUCCESSIONS, seedComparisons } from './seed/england'
import { seedGroups } from './seed/groups'
import { METRICS } from './seed/metrics'
import { seedObservations } from './seed/observations'
import { PEOPLE } from './seed/people'
import { AREAS, BODIES, ORGANISATIONS, PARTNERSHIP } from './seed/places'
import { HWB_STRATEGIES, JSNAS, NEEDS } from './seed/registers'
import { SOURCES } from './seed/sources'

type Transaction = Parameters<Parameters<Database['prisma']['$transaction']>[0]>[0]

/** Fixed, so that the demonstration is the same everywhere. */
/** Places are older than the partnership's account here. */
const AREAS_SINCE = new Date('2022-07-01T00:00:00Z')
const BEGINNING = new Date('2026-04-01T00:00:00Z')
const SEEDED_AT = new Date('2026-10-05T09:00:00Z')
/** The author of the seeded text; no browser picks a client id this small. */
const SEED_CLIENT_ID = 1

/** Fills an empty database with Wessex Vale, in one transaction: all of it or nothing. */
export async function seedDemonstration(db: Database): Promise<void> {
  await db.prisma.$transaction(
    async (tx) => {
      await seedPlaces(tx)
      await seedPeople(tx)
      await seedRegisters(tx)
      await seedMetrics(tx)
      await seedSources(tx)
      await seedGlossary(tx)
      await seedStrategy(tx)
      await seedAnswering(tx, { partnershipId: PARTNERSHIP.id, from: BEGINNING })
    },
    { timeout: 60_000 },
  )
}

async function seedPlaces(tx: Transaction): Promise<void> {
  const partnershipId = PARTNERSHIP.id
  await tx.partnership.create({ data: { ...PARTNERSHIP, createdAt: BEGINNING } })
  await tx.area.createMany({ data: AREAS_BEFORE.map((area) => ({ ...area, partnershipId })) })
  for (const area of AREAS)
    await tx.area.create({ data: { ...area, partnershipId, validFrom: AREAS_SINCE } })
  await tx.area.createMany({ data: ENGLAND_AREAS })
  await tx.areaSuccession.createMany({ data: [...SUCCESSIONS, ...SUCCESSIONS_BEFORE] })
  await tx.organisation.createMany({ data: ORGANISATIONS.map((o) => ({ ...o, partnershipId })) })
  await tx.body.createMany({
    data: BODIES.map((body, position) => ({ ...body, partnershipId, position })),
  })
}

async function seedPeople(tx: Transaction): Promise<void> {
  await tx.person.createMany({
    data: PEOPLE.map(({ id, email, name }) => ({ id, email, name, createdAt: BEGINNING })),
  })
  await tx.membership.createMany({
    data: PEOPLE.map((p) => ({
      id: `membership-${p.id}`,
      personId: p.id,
      partnershipId: PARTNERSHIP.id,
      organisationId: p.organisationId,
      role: p.role,
      jobTitle: p.jobTitle,
      validFrom: BEGINNING,
    })),
  })
  await tx.bodySignatory.createMany({
    data: PEOPLE.flatMap((p) =>
      (p.signatoryOf ?? []).map((bodyId) => ({ bodyId, personId: p.id })),
    ),
  })
}

async function seedGlossary(tx: Transaction): Promise<void> {
  await tx.glossaryTerm.createMany({
    data: GLOSSARY.map(([term, definition, insteadOf], index) => ({
      id: `term-${index + 1}`,
      partnershipId: PARTNERSHIP.id,
      term,
      definition,
      insteadOf,
      updatedById: 'person-pen',
      updatedAt: SEEDED_AT,
    })),
  })
}

async function seedRegisters(tx: Transaction): Promise<void> {
  for (const { priorities, ...strategy } of HWB_STRATEGIES) {
    await tx.hwbStrategy.create({ data: strategy })
    await tx.hwbPriority.createMany({
      data: priorities.map(([title, description], index) => ({
        id: `${strategy.id.replace('hwbs-', 'hwbp-')}-${index + 1}`,
        hwbStrategyId: strategy.id,
        number: index + 1,
        title,
        description,
      })),
    })
  }
  await tx.jsna.createMany({
    data: JSNAS.map((j) => ({ ...j, receivedOn: new Date(j.receivedOn) })),
  })
  await tx.need.createMany({
    data: NEEDS.map(([id, jsnaId, title, description, population], index) => ({
      id,
      jsnaId,
      number: index + 1,
      title,
      description,
      population,
    })),
  })
}

async function seedSources(tx: Transaction): Promise<void> {
  await tx.source.createMany({
    data: SOURCES.map((source) => ({
      ...source,
      accessedAt: new Date(source.accessedAt),
      partnershipId: PARTNERSHIP.id,
      addedById: 'person-pen',
      createdAt: SEEDED_AT,
    })),
  })
}

async function seedMetrics(tx: Transaction): Promise<void> {
  await tx.metric.createMany({
    data: METRICS.map(({ series: _series, ...metric }) => ({
      ...metric,
      ...chasmOf(metric.id),
      partnershipId: PARTNERSHIP.id,
      areaId: 'area-system',
    })),
  })
  await tx.observation.createMany({
    data: METRICS.flatMap(seedObservations).map((o) => ({
      ...o,
      areaId: 'area-system',
      periodStart: new Date(o.periodStart),
      periodEnd: new Date(o.periodEnd),
      note: o.suppressed ? 'Withheld: the count is small' : '',
      origin: 'demonstration',
      recordedAt: SEEDED_AT,
    })),
  })
  await tx.observation.createMany({
    data: [
      ...seedComparisons(),
      ...seedGroups(),
      ...seedChasmComparisons(),
      ...seedBeforeMerger(),
    ].map((row) => ({
      ...row,
      note: 'Invented for the demonstration',
      origin: 'demonstration',
      recordedAt: SEEDED_AT,
    })),
  })
}

/** The text enters as the first update of the log, like anybody's edit. */
async function seedStrategy(tx: Transaction): Promise<void> {
  const doc = createDocument(seedContent(), { clientId: SEED_CLIENT_ID })
  const bytes = Uint8Array.from(Y.encodeStateAsUpdate(doc))
  doc.destroy()
  const { documentId } = STRATEGY
  await tx.liveDocument.create({ data: { id: documentId, head: 1n, createdAt: SEEDED_AT } })
  await tx.documentUpdate.create({
    data: { documentId, seq: 1n, bytes, personId: 'person-pen', at: SEEDED_AT },
  })
  await tx.documentClient.create({
    data: { documentId, clientId: BigInt(SEED_CLIENT_ID), personId: null },
  })
  await tx.strategy.create({
    data: { ...STRATEGY, partnershipId: PARTNERSHIP.id, state: 'drafting', createdAt: SEEDED_AT },
  })
}
