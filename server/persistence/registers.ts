import type {
  RegisterHwbPriority,
  RegisterNeed,
  RegisterOrganisation,
  RegisterPerson,
  RegisterPlace,
} from '../../app/domain/links/registers'
import type { RegisterReader } from '../services/registers/read-picker-options'
import type { Database } from './database'
import { findPartnershipOf } from './partnership-of'
import { rememberRegisterMetrics } from './register-metrics'
import { listSources } from './sources'

export function createRegistersStore(db: Database): RegisterReader {
  const readMetrics = rememberRegisterMetrics(db)
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    async readRegisters(partnershipId, onDay) {
      const day = new Date(onDay)
      const [people, hwbPriorities, needs, metrics, organisations, places, sources] =
        await Promise.all([
          readPeople(db, partnershipId, day),
          readHwbPriorities(db, partnershipId),
          readNeeds(db, partnershipId),
          readMetrics(partnershipId),
          readOrganisations(db, partnershipId),
          readPlaces(db, partnershipId, day),
          listSources(db.prisma, partnershipId),
        ])
      return { people, hwbPriorities, needs, metrics, organisations, places, sources }
    },
  }
}

function readOrganisations(db: Database, partnershipId: string): Promise<RegisterOrganisation[]> {
  return db.prisma.organisation.findMany({
    where: { partnershipId },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

const LEVEL_ORDER = ['system', 'place', 'neighbourhood']

/** Areas that exist on that day, the largest first. */
async function readPlaces(
  db: Database,
  partnershipId: string,
  onDay: Date,
): Promise<RegisterPlace[]> {
  const areas = await db.prisma.area.findMany({
    where: {
      partnershipId,
      validFrom: { lte: onDay },
      OR: [{ validTo: null }, { validTo: { gte: onDay } }],
    },
    select: { id: true, name: true, level: true, parentId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const rankOf = ({ level }: { level: string }) => LEVEL_ORDER.indexOf(level)
  return areas.sort((a, b) => rankOf(a) - rankOf(b))
}

async function readPeople(
  db: Database,
  partnershipId: string,
  onDay: Date,
): Promise<RegisterPerson[]> {
  const memberships = await db.prisma.membership.findMany({
    where: {
      partnershipId,
      validFrom: { lte: onDay },
      OR: [{ validTo: null }, { validTo: { gte: onDay } }],
    },
    select: {
      jobTitle: true,
      person: { select: { id: true, name: true } },
      organisation: { select: { name: true } },
    },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  })
  return memberships.map(({ person, jobTitle, organisation }) => ({
    id: person.id,
    name: person.name,
    jobTitle,
    organisationName: organisation.name,
  }))
}

async function readHwbPriorities(
  db: Database,
  partnershipId: string,
): Promise<RegisterHwbPriority[]> {
  const strategies = await db.prisma.hwbStrategy.findMany({
    where: { body: { partnershipId } },
    select: {
      id: true,
      title: true,
      body: { select: { name: true } },
      priorities: { select: { id: true, number: true, title: true }, orderBy: { number: 'asc' } },
    },
    orderBy: [{ body: { position: 'asc' } }, { title: 'asc' }],
  })
  return strategies.flatMap(({ id, title, body, priorities }) =>
    priorities.map((priority) => ({
      ...priority,
      hwbStrategyId: id,
      hwbStrategyTitle: title,
      bodyName: body.name,
    })),
  )
}

async function readNeeds(db: Database, partnershipId: string): Promise<RegisterNeed[]> {
  const jsnas = await db.prisma.jsna.findMany({
    where: { body: { partnershipId } },
    select: {
      id: true,
      title: true,
      needs: { select: { id: true, number: true, title: true }, orderBy: { number: 'asc' } },
    },
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
  })
  return jsnas.flatMap(({ id, title, needs }) =>
    needs.map((need) => ({ ...need, jsnaId: id, jsnaTitle: title })),
  )
}
