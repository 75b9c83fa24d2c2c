import type { Database } from '../../../../server/persistence/database'
import { hashToken } from '../../../../server/services/sign-in/tokens'
import { PEOPLE, personOf, tokenOf } from './cookies'

const ORGANISATIONS = 8
/** A page that has been open for a while: its session is due to be marked as used. */
const AWAY_MS = 5 * 60_000

/** A room's name is its strategy's id. */
export function documentOf(room: string): string {
  return `doc-${room}`
}

/** One partnership, its people with sessions, and a strategy with an empty text for each room. */
export async function populate(db: Database, rooms: readonly string[]): Promise<void> {
  if ((await db.prisma.partnership.count()) === 0) await createPeople(db)
  await createRooms(db, rooms)
  await db.prisma.session.updateMany({ data: { lastSeenAt: new Date(Date.now() - AWAY_MS) } })
}

async function createPeople({ prisma }: Database): Promise<void> {
  await prisma.partnership.create({ data: { id: 'here', name: 'The partnership' } })
  const organisations = Array.from({ length: ORGANISATIONS }, (_, index) => ({
    id: `org-${index}`,
    partnershipId: 'here',
    name: `Organisation ${index}`,
    shortName: `O${index}`,
    type: 'council',
  }))
  await prisma.organisation.createMany({ data: organisations })
  const indexes = Array.from({ length: PEOPLE }, (_, index) => index)
  const expiresAt = new Date(Date.now() + 24 * 3_600_000)
  await prisma.person.createMany({
    data: indexes.map((index) => ({
      id: personOf(index),
      name: `Person ${index}`,
      email: `person-${index}@bench.example`,
    })),
  })
  await prisma.membership.createMany({
    data: indexes.map((index) => ({
      id: `m-${index}`,
      personId: personOf(index),
      partnershipId: 'here',
      organisationId: `org-${index % ORGANISATIONS}`,
      role: 'editor',
      validFrom: new Date('2020-01-01'),
    })),
  })
  await prisma.session.createMany({
    data: indexes.map((index) => ({
      id: hashToken(tokenOf(index)),
      personId: personOf(index),
      expiresAt,
    })),
  })
}

/** The texts are empty, as a peer's new document is: the same bytes then go over every wire. */
async function createRooms({ prisma }: Database, rooms: readonly string[]): Promise<void> {
  await prisma.liveDocument.createMany({
    data: rooms.map((room) => ({ id: documentOf(room) })),
    skipDuplicates: true,
  })
  await prisma.strategy.createMany({
    data: rooms.map((room) => ({
      id: room,
      partnershipId: 'here',
      kind: 'icp',
      title: room,
      horizonFrom: 2026,
      horizonTo: 2031,
      state: 'drafting',
      slug: room,
      documentId: documentOf(room),
    })),
    skipDuplicates: true,
  })
}
