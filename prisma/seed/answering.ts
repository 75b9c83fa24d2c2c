import type { Database } from '../../server/persistence/database'

type Transaction = Parameters<Parameters<Database['prisma']['$transaction']>[0]>[0]

interface Parts {
  readonly partnershipId: string
  readonly from: Date
}

/** Beyond the partnership: who answers when it asks for help. They read, and answer what they are asked. */
const NHS_ENGLAND = {
  id: 'org-nhs-england',
  name: 'NHS England',
  shortName: 'NHSE',
  type: 'regulator',
  areaId: 'area-system',
}
const BEYOND = [
  { id: 'person-region', email: 'region@nhsengland.example', name: 'Rosalind Akers', jobTitle: 'Regional director of integration', level: 'region' },
  { id: 'person-national', email: 'national@nhsengland.example', name: 'Dominic Faye', jobTitle: 'National programme director', level: 'national' },
] as const

const SEATS = [
  { level: 'place', areaId: 'place-ashmere', personId: 'person-children' },
  { level: 'place', areaId: 'place-caldbourne', personId: 'person-adults' },
  { level: 'place', areaId: 'place-thornley', personId: 'person-thornley-ph' },
  { level: 'partnership', areaId: null, personId: 'person-chair' },
  { level: 'region', areaId: null, personId: 'person-region' },
  { level: 'national', areaId: null, personId: 'person-national' },
] as const

/** Worked on now; the others are looked at, or measure no objective. */
const DRIVERS = ['metric-smi-checks', 'metric-cyp-waits', 'metric-delayed-discharge', 'metric-blood-pressure']
const PARKED = ['metric-life-gap', 'metric-early-cancer', 'metric-loneliness', 'metric-care-vacancies']

/** Who answers at each level, which metrics are drivers, and one whose values come sooner than most. */
export async function seedAnswering(tx: Transaction, { partnershipId, from }: Parts): Promise<void> {
  await tx.organisation.create({ data: { ...NHS_ENGLAND, partnershipId } })
  await tx.person.createMany({
    data: BEYOND.map(({ id, email, name }) => ({ id, email, name, createdAt: from })),
  })
  await tx.membership.createMany({
    data: BEYOND.map(({ id, jobTitle }) => ({
      id: `membership-${id}`,
      personId: id,
      partnershipId,
      organisationId: NHS_ENGLAND.id,
      role: 'viewer',
      jobTitle,
      validFrom: from,
    })),
  })
  await tx.levelSeat.createMany({
    data: SEATS.map((seat, at) => ({ ...seat, id: `seat-${at + 1}`, partnershipId })),
  })
  await tx.metric.updateMany({ where: { id: { in: DRIVERS } }, data: { role: 'driver' } })
  await tx.metric.updateMany({ where: { id: { in: PARKED } }, data: { role: 'parked' } })
  await tx.metric.update({ where: { id: 'metric-smi-checks' }, data: { lagDays: 45 } })
}
