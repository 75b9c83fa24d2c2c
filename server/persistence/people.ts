import { z } from 'zod'
import { type Actor, ROLES, ROLE_LABELS } from '../../app/domain/access/actor'
import type { ActorReader } from '../http/read-actor'
import type { DemoMember, PeopleReader } from '../services/sign-in/sign-in-adapters'
import type { Database } from './database'
import type { Prisma } from './generated/client'

const role = z.enum(ROLES)

const WITH_NAMES = {
  person: { include: { signatoryOf: { include: { body: true } } } },
  partnership: true,
  organisation: true,
} satisfies Prisma.MembershipInclude

type MembershipRow = Prisma.MembershipGetPayload<{ include: typeof WITH_NAMES }>

/** People as members: who they are, for which organisation, in which role. */
export function createPeopleStore({ prisma }: Database): ActorReader & PeopleReader {
  return {
    async readActor(personId, at) {
      const membership = await prisma.membership.findFirst({
        where: { personId, ...validAt(at) },
        include: WITH_NAMES,
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      })
      return membership && toActor(membership)
    },

    async findMemberByEmail(email, at) {
      const membership = await prisma.membership.findFirst({
        where: { ...validAt(at), person: { suspendedAt: null, email } },
        select: { personId: true },
      })
      return membership
    },

    async listMembersByDomain(domain, at) {
      const memberships = await prisma.membership.findMany({
        where: { ...validAt(at), person: { suspendedAt: null, email: { endsWith: `@${domain}` } } },
        include: WITH_NAMES,
      })
      return memberships
        .toSorted((a, b) => ROLES.indexOf(role.parse(a.role)) - ROLES.indexOf(role.parse(b.role)))
        .map(toDemoMember)
    },
  }
}

/** Memberships begin and end on days: the last day still counts. */
function validAt(at: Date): Prisma.MembershipWhereInput {
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  return {
    validFrom: { lte: day },
    OR: [{ validTo: null }, { validTo: { gte: day } }],
    person: { suspendedAt: null },
  }
}

function toActor(row: MembershipRow): Actor {
  return {
    personId: row.person.id,
    name: row.person.name,
    email: row.person.email,
    partnershipId: row.partnershipId,
    partnershipName: row.partnership.name,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    role: role.parse(row.role),
    signatoryOf: row.person.signatoryOf
      .filter(({ body }) => body.partnershipId === row.partnershipId)
      .map(({ bodyId }) => bodyId),
  }
}

function toDemoMember(row: MembershipRow): DemoMember {
  return {
    email: row.person.email,
    name: row.person.name,
    roleLabel: ROLE_LABELS[role.parse(row.role)],
    organisationName: row.organisation.name,
  }
}
