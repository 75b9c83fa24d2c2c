import type {
  RegisterHwbPriority,
  RegisterMetric,
  RegisterNeed,
  RegisterOrganisation,
  RegisterPerson,
  RegisterPlace,
} from '../../app/domain/links/registers'
import type { RegisterReader } from '../services/registers/read-picker-options'
import type { Database } from './database'
import { findPartnershipOf } from './partnership-of'
import { listSources } from './sources'

export function createRegistersStore(db: Database): RegisterReader {
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    async readRegisters(partnershipId, onDay) {
      const day = new Date(onDay)
      const [people, hwbPriorities, needs, metrics, organisations, places, sources] =
        await Promise.all([
          readPeople(db, partnershipId, day),
          readHwbPriorities(db, partnershipId),
          readNeeds(db, partnershipId),
          readMetrics(db, partnershipId),
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

interface MetricRow extends Omit<RegisterMetric, 'latest'> {
  readonly periodLabel: string | null
  readonly value: number | null
  readonly suppressed: boolean | null
}

/** The latest value is the last period of the metric's own area that no correction supersedes. */
async function readMetrics(db: Database, partnershipId: string): Promise<RegisterMetric[]> {
  const { rows } = await db.pool.query<MetricRow>(
    `SELECT m.id, m.code, m.title, m.plain_title AS "plainTitle", m.unit, m.decimals,
            a.name AS "areaName", o.period_label AS "periodLabel", o.value, o.suppressed
       FROM metric m
       JOIN area a ON a.id = m.area_id
       LEFT JOIN LATERAL (
         SELECT period_label, value, suppressed
           FROM observation
          WHERE metric_id = m.id AND area_id = m.area_id AND breakdown_key = '' AND NOT withdrawn
            AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = observation.id)
          -- Periods of one metric start in the order they end, and the index has their starts.
          ORDER BY period_start DESC, recorded_at DESC
          LIMIT 1
       ) o ON true
      WHERE m.partnership_id = $1
      ORDER BY m.code`,
    [partnershipId],
  )
  return rows.map(({ periodLabel, value, suppressed, ...metric }) => ({
    ...metric,
    latest: periodLabel === null ? null : { value, suppressed: suppressed === true, periodLabel },
  }))
}
