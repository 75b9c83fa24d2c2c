import { ROLES } from '../../app/domain/access/actor'
import { rolesWith } from '../../app/domain/access/rights'
import type { Electorate } from '../../app/domain/decisions/electorate'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type {
  DecisionKey,
  DecisionStore,
  NewDecision,
  Writes,
} from '../services/decisions/decision-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { findPartnershipOf } from './partnership-of'
import { readDecisions } from './read-decisions'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { isDuplicate } from './threads'
import { oneOf } from './vocabulary'

export function createDecisionStore(db: Database): DecisionStore {
  const { prisma } = db
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    readElectorate: (partnershipId, at) => readElectorate(db, partnershipId, at),
    list: (strategyId) => readDecisions(prisma, { strategyId }),
    async find(strategyId, id) {
      if (!canBeStored(id)) return null
      const [found] = await readDecisions(prisma, { strategyId, id })
      return found ?? null
    },
    listOpen: (partnershipId) =>
      readDecisions(prisma, { state: 'open', strategy: { partnershipId } }),
    async listClosing(until) {
      const where = { state: 'open', closesAt: { lte: until } } as const
      return readDecisions(prisma, where)
    },
    tell: (tellings, at) => prisma.$transaction((tx) => tellPeople(tx, tellings, at)),
    async listDue(now) {
      const rows = await prisma.decision.findMany({
        where: { state: 'open', closesAt: { lte: now } },
        select: { id: true, strategyId: true },
        orderBy: { closesAt: 'asc' },
      })
      return rows.map(({ id, strategyId }) => ({ strategyId, decisionId: id }))
    },
    open: (decision) => open(db, decision),
    hold: (key, work) => hold(db, key, work),
  }
}

async function readElectorate(
  { prisma }: Database,
  partnershipId: string,
  at: Date,
): Promise<Electorate> {
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  const rows = await prisma.membership.findMany({
    where: {
      partnershipId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
      person: { suspendedAt: null },
      role: { in: [...rolesWith('vote')] },
    },
    include: {
      organisation: { select: { name: true } },
      person: { select: { name: true, signatoryOf: { select: { bodyId: true } } } },
    },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  })
  const members = rows.map(({ personId, person, organisationId, organisation, role }) => ({
    personId,
    name: person.name,
    organisationId,
    organisationName: organisation.name,
    role: oneOf(ROLES, role),
    signatoryOf: person.signatoryOf.map(({ bodyId }) => bodyId),
  }))
  const organisations = await prisma.organisation.findMany({
    where: { partnershipId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const bodies = await prisma.body.findMany({
    where: { partnershipId },
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const speaking = new Set(members.map(({ organisationId }) => organisationId))
  return { members, organisations: organisations.filter(({ id }) => speaking.has(id)), bodies }
}

async function open(
  db: Database,
  { seats, tellings, audit, rules, heldOn, ...decision }: NewDecision,
): ReturnType<DecisionStore['open']> {
  const { id: decisionId, strategyId, openedById } = decision
  try {
    await db.prisma.$transaction(async (tx) => {
      await tx.decision.create({
        data: {
          ...decision,
          rules: toJson(rules),
          heldOn: heldOn === null ? null : new Date(heldOn),
        },
      })
      await tx.decisionSeat.createMany({
        data: seats.map((seat, position) => ({ ...seat, decisionId, position })),
      })
      await tellPeople(tx, tellings, decision.createdAt)
      await appendAudit(tx, audit)
    })
    return 'written'
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const known = await db.prisma.decision.findUnique({ where: { id: decisionId } })
    if (!known) return 'superseded'
    return known.strategyId === strategyId && known.openedById === openedById ? 'repeated' : 'taken'
  }
}

/** Twenty votes in one moment wait for each other here, not at the door. */
const WAIT_MS = 20_000

async function hold<T>(
  db: Database,
  { strategyId, decisionId }: DecisionKey,
  work: Parameters<DecisionStore['hold']>[1],
): Promise<Outcome<T> | null> {
  if (!canBeStored(decisionId) || !canBeStored(strategyId)) return null
  return db.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`
        SELECT id FROM decision WHERE id = ${decisionId} AND strategy_id = ${strategyId} FOR UPDATE`
      const [held] = await readDecisions(tx, { id: decisionId, strategyId })
      if (!held) return null
      const answer = work(held)
      if (!answer.ok) return answer
      await keep(tx, decisionId, answer.value)
      return { ok: true, value: answer.value.answer as T }
    },
    { timeout: WAIT_MS, maxWait: WAIT_MS },
  )
}

async function keep(
  tx: Prisma.TransactionClient,
  decisionId: string,
  { cast, end, statement, tellings, audit }: Writes,
): Promise<void> {
  if (cast)
    await tx.decisionCast.create({ data: { ...cast, decisionId, ballot: toJson(cast.ballot) } })
  if (end ?? statement)
    await tx.decision.update({ where: { id: decisionId }, data: { ...end, ...statement } })
  if (!audit) return
  await tellPeople(tx, tellings, audit.at)
  await appendAudit(tx, audit)
}

function toJson(value: object): Prisma.InputJsonValue {
  return value
}
