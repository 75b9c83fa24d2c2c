import { z } from 'zod'
import { type Actor, ROLES, ROLE_LABELS } from '../../app/domain/access/actor'
import type { ActorReader } from '../http/read-actor'
import type { DemoMember, PeopleReader } from '../services/sign-in/sign-in-adapters'
import { askTogether } from './ask-together'
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
  const findActor = askTogether(async (questions: readonly Question[]) => {
    const answers = new Map<Question, Actor>()
    // Nearly always one day; at midnight two.
    for (const day of new Set(questions.map((question) => question.day))) {
      const asked = questions.filter((question) => question.day === day)
      const rows = await prisma.membership.findMany({
        where: { personId: { in: asked.map(({ personId }) => personId) }, ...validAt(day) },
        include: WITH_NAMES,
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      })
      for (const question of asked) {
        const membership = rows.find(({ personId }) => personId === question.personId)
        if (membership) answers.set(question, toActor(membership))
      }
    }
    return answers
  })

  return {
    readActor: (personId, at) => findActor({ personId, day: dayOf(at) }),

    async findMemberByEmail(email, at) {
      const membership = await prisma.membership.findFirst({
        where: { ...validAt(dayOf(at)), person: { suspendedAt: null, email } },
        select: { personId: true },
      })
      return membership
    },

    async listMembersByDomain(domain, at) {
      const memberships = await prisma.membership.findMany({
        where: {
          ...validAt(dayOf(at)),
          person: { suspendedAt: null, email: { endsWith: `@${domain}` } },
        },
        include: WITH_NAMES,
      })
      return memberships
        .toSorted((a, b) => ROLES.indexOf(role.parse(a.role)) - ROLES.indexOf(role.parse(b.role)))
        .map(toDemoMember)
    },
  }
}

interface Question {
  readonly personId: string
  /** YYYY-MM-DD */
  readonly day: string
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** Memberships begin and end on days: the last day still counts. */
function validAt(day: string): Prisma.MembershipWhereInput {
  const start = new Date(`${day}T00:00:00Z`)
  return {
    validFrom: { lte: start },
    OR: [{ validTo: null }, { validTo: { gte: start } }],
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
