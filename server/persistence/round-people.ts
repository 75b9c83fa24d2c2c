import type { Asked, AskedType, RoundInvitee } from '../../app/domain/rounds/round'
import type { RoundChoices } from '../services/rounds/round-store'
import type { Prisma } from './generated/client'

type Client = Prisma.TransactionClient

/** Members of the day; memberships begin and end on days. */
export function membersOn(partnershipId: string, at: Date): Prisma.MembershipWhereInput {
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  return {
    partnershipId,
    validFrom: { lte: day },
    OR: [{ validTo: null }, { validTo: { gte: day } }],
    person: { suspendedAt: null },
  }
}

const BY_NAME = [{ organisation: { name: 'asc' } }, { person: { name: 'asc' } }] as const

async function readAskable(client: Client, strategyId: string, at: Date) {
  const strategy = await client.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { partnershipId: true },
  })
  const { partnershipId } = strategy
  const [members, bodies, guests] = await Promise.all([
    client.membership.findMany({
      where: membersOn(partnershipId, at),
      select: {
        personId: true,
        person: { select: { name: true } },
        organisation: { select: { id: true, name: true } },
      },
      orderBy: [...BY_NAME],
    }),
    client.body.findMany({
      where: { partnershipId },
      select: { id: true, name: true, signatories: { select: { personId: true } } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    client.guestLink.findMany({
      where: { strategyId, revokedAt: null, expiresAt: { gt: at } },
      select: { id: true, personId: true, organisation: true, person: { select: { name: true } } },
      orderBy: [{ organisation: 'asc' }, { person: { name: 'asc' } }],
    }),
  ])
  return { members, bodies, guests }
}

export async function listChoices(
  client: Client,
  strategyId: string,
  at: Date,
): Promise<RoundChoices> {
  const { members, bodies, guests } = await readAskable(client, strategyId, at)
  const organisations = new Map(members.map(({ organisation }) => [organisation.id, organisation]))
  const memberIds = new Set(members.map(({ personId }) => personId))
  return {
    people: members.map(({ personId, person, organisation }) => ({
      id: personId,
      name: person.name,
      detail: organisation.name,
    })),
    organisations: [...organisations.values()].map(({ id, name }) => ({
      id,
      name,
      detail: countPeople(members.filter(({ organisation }) => organisation.id === id).length),
    })),
    bodies: bodies.map(({ id, name, signatories }) => ({
      id,
      name,
      detail: countPeople(signatories.filter(({ personId }) => memberIds.has(personId)).length),
    })),
    guests: guests.map(({ id, person, organisation }) => ({
      id,
      name: person.name,
      detail: organisation,
    })),
  }
}

function countPeople(number: number): string {
  return number === 1 ? '1 person' : `${number} people`
}

interface Asking {
  readonly strategyId: string
  readonly asked: readonly Asked[]
  readonly at: Date
}

/** Only members of the day and holders of open links: ids of anybody else find nobody. */
export async function findInvitees(
  client: Client,
  { strategyId, asked, at }: Asking,
): Promise<RoundInvitee[]> {
  const { members, bodies, guests } = await readAskable(client, strategyId, at)
  const chosen = (type: AskedType) =>
    new Set(asked.filter((choice) => choice.type === type).map(({ id }) => id))
  const [people, organisations, bodyIds, links] = [
    chosen('person'),
    chosen('organisation'),
    chosen('body'),
    chosen('guest'),
  ]
  const signatories = new Set(
    bodies
      .filter(({ id }) => bodyIds.has(id))
      .flatMap((body) => body.signatories.map(({ personId }) => personId)),
  )
  const isAsked = ({ personId, organisation }: (typeof members)[number]) =>
    people.has(personId) || organisations.has(organisation.id) || signatories.has(personId)
  return [
    ...members.filter(isAsked).map(({ personId, person, organisation }) => ({
      personId,
      name: person.name,
      organisationName: organisation.name,
      isGuest: false,
    })),
    ...guests
      .filter(({ id }) => links.has(id))
      .map(({ personId, person, organisation }) => ({
        personId,
        name: person.name,
        organisationName: organisation,
        isGuest: true,
      })),
  ]
}
