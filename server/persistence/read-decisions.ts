import {
  type Ballot,
  DECISION_STATES,
  type DecisionWithVotes,
  METHODS,
  OUTCOMES,
  VOTERS,
  type VotingRules,
} from '../../app/domain/decisions/decision'
import type { Prisma } from './generated/client'
import { oneOf } from './vocabulary'

const NAMED = { select: { name: true } } as const
const OTHER = { select: { id: true, question: true } } as const

const WITH_VOTES = {
  strategy: { select: { title: true } },
  openedBy: NAMED,
  closedBy: NAMED,
  supersedes: OTHER,
  supersededBy: OTHER,
  seats: { orderBy: { position: 'asc' }, include: { caster: NAMED, deputy: NAMED } },
  casts: { orderBy: [{ at: 'asc' }, { number: 'asc' }], include: { person: NAMED } },
} satisfies Prisma.DecisionInclude

type Row = Prisma.DecisionGetPayload<{ include: typeof WITH_VOTES }>

export async function readDecisions(
  client: Prisma.TransactionClient,
  where: Prisma.DecisionWhereInput,
): Promise<(DecisionWithVotes & { strategyTitle: string })[]> {
  const rows = await client.decision.findMany({
    where,
    include: WITH_VOTES,
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toDecision)
}

function toDecision(row: Row): DecisionWithVotes & { strategyTitle: string } {
  const { strategy, openedBy, closedBy, seats, casts, closedById: _, ...rest } = row
  const { createdAt: __, supersedesId: ___, ...decision } = rest
  return {
    ...decision,
    strategyTitle: strategy.title,
    method: oneOf(METHODS, row.method),
    state: oneOf(DECISION_STATES, row.state),
    voters: oneOf(VOTERS, row.voters),
    rules: row.rules as unknown as VotingRules,
    outcome: row.outcome === null ? null : oneOf(OUTCOMES, row.outcome),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    heldOn: row.heldOn?.toISOString().slice(0, 10) ?? null,
    openedByName: openedBy.name,
    closedByName: closedBy?.name ?? null,
    seats: seats.map(({ caster, deputy, kind, ...seat }) => ({
      id: seat.id,
      kind: oneOf(['person', 'organisation', 'body'], kind),
      targetId: seat.targetId,
      name: seat.name,
      organisation: seat.organisation,
      casterId: seat.casterId,
      casterName: caster.name,
      deputyId: seat.deputyId,
      deputyName: deputy?.name ?? null,
    })),
    casts: casts.map(({ seatId, number, personId, person, ballot, reason, at }) => ({
      seatId,
      number,
      personId,
      personName: person.name,
      ballot: ballot as unknown as Ballot,
      reason,
      at: at.toISOString(),
    })),
  }
}
