import { type Role, ROLES } from '../../app/domain/access/actor'
import type { ThreadPerson } from '../../app/domain/discussion/thread'
import type { Database } from './database'

export type Members = ReadonlyMap<string, { organisationName: string; role: Role | null }>

/** What people are in the strategy's own partnership, whatever they are elsewhere. */
export async function readMembers(
  db: Database,
  partnershipId: string | undefined,
): Promise<Members> {
  if (partnershipId === undefined) return new Map()
  const memberships = await db.prisma.membership.findMany({
    where: { partnershipId },
    select: { personId: true, role: true, organisation: { select: { name: true } } },
  })
  const guests = await db.prisma.guestLink.findMany({
    where: { strategy: { partnershipId } },
    select: { personId: true, organisation: true },
  })
  return new Map([
    ...guests.map(
      ({ personId, organisation }) =>
        [personId, { organisationName: `${organisation}, by guest link`, role: null }] as const,
    ),
    ...memberships.map(
      (row) =>
        [
          row.personId,
          {
            organisationName: row.organisation.name,
            role: ROLES.find((role) => role === row.role) ?? null,
          },
        ] as const,
    ),
  ])
}

/** Somebody who is no member any more keeps their name. */
export function toPersonOf(
  members: Members,
): (person: { id: string; name: string }) => ThreadPerson {
  return ({ id, name }) => ({
    id,
    name,
    organisationName: members.get(id)?.organisationName ?? '',
    role: members.get(id)?.role ?? null,
  })
}
