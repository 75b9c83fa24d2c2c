import { z } from 'zod'
import { type Actor, ROLES, ROLE_LABELS } from '../../app/domain/access/actor'
import type { ActorReader } from '../http/read-actor'
import type { DemoMember, PeopleReader } from '../services/sign-in/sign-in-adapters'
import { askTogether } from './ask-together'
import type { Database } from './database'
import type { Prisma } from './generated/client'

const role = z.enum(ROLES)

const WITH_NAMES = {
  person: true,
  organisation: true,
} satisfies Prisma.MembershipInclude

type MembershipRow = Prisma.MembershipGetPayload<{ include: typeof WITH_NAMES }>

/** People as members: who they are, for which organisation, in which role. */
export function createPeopleStore({ prisma, pool }: Database): ActorReader & PeopleReader {
  const findActor = askTogether(async (questions: readonly Question[]) => {
    const answers = new Map<Question, Actor>()
    // Nearly always one day; at midnight two.
    for (const day of new Set(questions.map((question) => question.day))) {
      const asked = questions.filter((question) => question.day === day)
      const { rows } = await pool.query<ActorRow>(FIND_ACTORS, [
        asked.map(({ personId }) => personId),
        day,
      ])
      // The first membership counts: it is set last.
      const found = new Map(rows.toReversed().map((row) => [row.person_id, toActor(row)]))
      for (const question of asked) {
        const actor = found.get(question.personId)
        if (actor) answers.set(question, actor)
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

/** Asked with every request and every socket, so in plain SQL: Prisma takes several queries and some milliseconds for it. */
const FIND_ACTORS = `
  SELECT m.person_id, p.name, p.email, m.role,
    m.partnership_id, partnership.name AS partnership_name,
    m.organisation_id, organisation.name AS organisation_name,
    ARRAY(
      SELECT s.body_id FROM body_signatory s JOIN body b ON b.id = s.body_id
      WHERE s.person_id = p.id AND b.partnership_id = m.partnership_id ORDER BY s.body_id
    ) AS signatory_of
  FROM membership m JOIN person p ON p.id = m.person_id
  JOIN partnership ON partnership.id = m.partnership_id
  JOIN organisation ON organisation.id = m.organisation_id
  WHERE m.person_id = ANY($1) AND p.suspended_at IS NULL
    AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)
  ORDER BY m.valid_from, m.id`

interface ActorRow {
  readonly person_id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly partnership_id: string
  readonly partnership_name: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly signatory_of: readonly string[]
}

function toActor(row: ActorRow): Actor {
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    partnershipId: row.partnership_id,
    partnershipName: row.partnership_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    role: role.parse(row.role),
    signatoryOf: row.signatory_of,
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
