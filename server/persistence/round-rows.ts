import type { RoundPlan } from '../../app/domain/rounds/parse-round'
import {
  type Asked,
  describePeople,
  type Round,
  ROUND_ACTIONS,
  ROUND_KINDS,
  ROUND_STATES,
  type RoundEvent,
} from '../../app/domain/rounds/round'
import type { Prisma } from './generated/client'
import { oneOf } from './vocabulary'

const WITH_PEOPLE = {
  owner: { select: { name: true } },
  people: {
    include: { person: { select: { name: true } } },
    orderBy: [{ organisation: 'asc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
  },
  events: {
    include: { person: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ReviewRoundInclude

type Row = Prisma.ReviewRoundGetPayload<{ include: typeof WITH_PEOPLE }>

/** Newest first. */
export async function readRounds(
  client: Prisma.TransactionClient,
  where: { readonly strategyId?: string; readonly id?: string },
): Promise<Round[]> {
  const rows = await client.reviewRound.findMany({
    where,
    include: WITH_PEOPLE,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toRound)
}

function toRound(row: Row): Round {
  const events = row.events.map(toEvent)
  const invitees = row.people.map(({ personId, person, organisation, isGuest }) => ({
    personId,
    name: person.name,
    organisationName: organisation,
    isGuest,
  }))
  const { edition, textVersion, textSha256: sha256 } = row
  const version = textVersion === null ? null : Number(textVersion)
  return {
    id: row.id,
    strategyId: row.strategyId,
    kind: oneOf(ROUND_KINDS, row.kind),
    title: row.title,
    questions: row.questions,
    asked: row.asked as unknown as Asked[],
    edition,
    dueOn: row.dueOn,
    state: oneOf(ROUND_STATES, row.state),
    ownerId: row.ownerId,
    ownerName: row.owner.name,
    text: row.openedAt === null ? null : { edition, version, sha256 },
    createdAt: row.createdAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    endedReason: row.endedReason,
    people: describePeople(invitees, events),
    events,
  }
}

function toEvent({
  action,
  personId,
  person,
  aboutId,
  note,
  at,
}: Row['events'][number]): RoundEvent {
  return {
    action: oneOf(ROUND_ACTIONS, action),
    personId,
    personName: person.name,
    aboutId,
    note,
    at: at.toISOString(),
  }
}

export function toColumns({ kind, title, questions, asked, edition, dueOn }: RoundPlan) {
  return {
    kind,
    title,
    questions: [...questions],
    asked: asked.map(({ type, id }) => ({ type, id })),
    edition,
    dueOn,
  }
}
