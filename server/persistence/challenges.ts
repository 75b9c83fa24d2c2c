import {
  type Challenge,
  CHALLENGE_ACTIONS,
  CHALLENGE_STATES,
  type Evidence,
} from '../../app/domain/challenges/challenge'
import type { Telling } from '../../app/domain/notices/telling'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type { AuditRecord } from '../services/audit'
import type {
  ChallengeChange,
  ChallengeKey,
  ChallengeStore,
  NewChallenge,
  NewChallengeEvent,
  PublishedChallenges,
} from '../services/challenges/challenge-store'
import { appendAudit } from './audit'
import { listChallengeBlocks } from './challenge-blocks'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { membersOn } from './round-people'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

export function createChallengeStore(db: Database): ChallengeStore {
  const { prisma } = db
  return {
    async findStrategy(id) {
      if (!canBeStored(id)) return null
      const published = { where: { state: 'published' }, select: { id: true }, take: 1 } as const
      const select = { id: true, title: true, partnershipId: true, slug: true } as const
      const row = await prisma.strategy.findUnique({
        where: { id },
        select: { ...select, editions: published },
      })
      if (!row) return null
      const { editions, ...strategy } = row
      return { ...strategy, isPublic: editions.length > 0 }
    },
    list: async (strategyId) => (canBeStored(strategyId) ? read(prisma, { strategyId }) : []),
    async find(strategyId, id) {
      if (!canBeStored(id) || !canBeStored(strategyId)) return null
      const [challenge] = await read(prisma, { strategyId, id })
      return challenge ?? null
    },
    listAnswerers: (partnershipId, at) => listAnswerers(db, partnershipId, at),
    listBlocks: (strategyId) => listChallengeBlocks(prisma, strategyId),
    ask: (challenge, written) => ask(db, challenge, written),
    change: (key, work) => change(db, key, work),
    listPublished: (slug) => listPublished(db, slug),
    listWaiting: (partnershipId, answererId) =>
      read(prisma, {
        strategy: { partnershipId },
        answererId,
        state: { in: ['asked', 'not_enough'] },
      }),
    remind: (until, at, work) => remind(db, { until, at }, work),
  }
}

const WITH_PEOPLE = {
  organisation: { select: { name: true } },
  answerer: { select: { name: true } },
  askedBy: { select: { name: true } },
  events: {
    include: { person: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ChallengeInclude

type Row = Prisma.ChallengeGetPayload<{ include: typeof WITH_PEOPLE }>

async function read(
  client: Prisma.TransactionClient,
  where: Prisma.ChallengeWhereInput,
): Promise<Challenge[]> {
  const rows = await client.challenge.findMany({
    where,
    include: WITH_PEOPLE,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toChallenge)
}

function toChallenge(row: Row): Challenge {
  return {
    id: row.id,
    strategyId: row.strategyId,
    blockId: row.blockId,
    about: row.about,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    answererId: row.answererId,
    answererName: row.answerer.name,
    question: row.question,
    tags: row.tags,
    dueOn: row.dueOn,
    state: oneOf(CHALLENGE_STATES, row.state),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    askedById: row.askedById,
    askedByName: row.askedBy.name,
    createdAt: row.createdAt.toISOString(),
    events: row.events.map((event) => ({
      id: event.id,
      action: oneOf(CHALLENGE_ACTIONS, event.action),
      personId: event.personId,
      personName: event.person.name,
      organisationName: event.organisation,
      text: event.text,
      evidence: event.evidence as unknown as Evidence[],
      at: event.at.toISOString(),
    })),
  }
}

async function listAnswerers(db: Database, partnershipId: string, at: Date) {
  const rows = await db.prisma.membership.findMany({
    where: membersOn(partnershipId, at),
    select: {
      personId: true,
      person: { select: { name: true } },
      organisation: { select: { id: true, name: true } },
    },
    orderBy: [{ organisation: { name: 'asc' } }, { person: { name: 'asc' } }],
  })
  return rows.map(({ personId, person, organisation }) => ({
    personId,
    name: person.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
  }))
}

async function ask(
  db: Database,
  { event, tags, ...challenge }: NewChallenge,
  { telling, audit }: { telling: Telling; audit: AuditRecord },
): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const data = { ...challenge, tags: [...tags], state: 'asked', createdAt: event.at }
    await tx.challenge.create({ data })
    await keepEvent(tx, challenge.id, event)
    await tellPeople(tx, [telling], event.at)
    await appendAudit(tx, audit)
  })
}

async function keepEvent(
  tx: Prisma.TransactionClient,
  challengeId: string,
  { evidence, ...event }: NewChallengeEvent,
): Promise<void> {
  const kept = evidence.map((item) => ({ ...item }))
  await tx.challengeEvent.create({ data: { ...event, challengeId, evidence: kept } })
}

const WAIT = { maxWait: 20_000, timeout: 20_000 }

async function hold(
  tx: Prisma.TransactionClient,
  where: { readonly id: string; readonly strategyId?: string },
): Promise<Challenge | null> {
  await tx.$queryRaw`SELECT 1 FROM challenge WHERE id = ${where.id} FOR UPDATE`
  const [held] = await read(tx, where)
  return held ?? null
}

async function change(
  db: Database,
  { strategyId, challengeId }: ChallengeKey,
  work: (held: Challenge) => Promise<Outcome<ChallengeChange>>,
): Promise<Outcome<ChallengeChange> | null> {
  if (!canBeStored(challengeId) || !canBeStored(strategyId)) return null
  return db.prisma.$transaction(async (tx) => {
    const held = await hold(tx, { strategyId, id: challengeId })
    if (!held) return null
    const outcome = await work(held)
    if (!outcome.ok) return outcome
    const { state, publishedAt, event, tellings, audit } = outcome.value
    await tx.challenge.update({ where: { id: challengeId }, data: { state, publishedAt } })
    await keepEvent(tx, challengeId, event)
    await tellPeople(tx, tellings, event.at)
    await appendAudit(tx, audit)
    return outcome
  }, WAIT)
}

async function listPublished(db: Database, slug: string): Promise<PublishedChallenges | null> {
  if (!canBeStored(slug)) return null
  const strategy = await db.prisma.strategy.findFirst({
    where: { slug, editions: { some: { state: 'published' } } },
    select: { id: true, title: true, partnership: { select: { name: true } } },
  })
  if (!strategy) return null
  const challenges = await read(db.prisma, {
    strategyId: strategy.id,
    publishedAt: { not: null },
    state: { not: 'withdrawn' },
  })
  return {
    strategyTitle: strategy.title,
    partnershipName: strategy.partnership.name,
    challenges,
  }
}

/** Each is held while it is looked at: nobody who has just answered is reminded. */
async function remind(
  db: Database,
  { until, at }: { readonly until: string; readonly at: Date },
  work: (held: Challenge) => readonly Telling[],
): Promise<void> {
  const due = await db.prisma.challenge.findMany({
    where: { state: { in: ['asked', 'not_enough'] }, dueOn: { lte: until } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of due)
    await db.prisma.$transaction(async (tx) => {
      const held = await hold(tx, { id })
      if (held) await tellPeople(tx, work(held), at)
    }, WAIT)
}
