import type { Telling } from '../../app/domain/notices/telling'
import type { Outcome } from '../../app/domain/outcome/outcome'
import { type Round, ROUND_KINDS } from '../../app/domain/rounds/round'
import type { AuditRecord } from '../services/audit'
import type {
  NewRound,
  RoundChange,
  RoundKey,
  RoundStore,
  TextRead,
  WaitingRound,
} from '../services/rounds/round-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { findInvitees, listChoices } from './round-people'
import { readRounds, toColumns } from './round-rows'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

export function createRoundStore(db: Database): RoundStore {
  const { prisma } = db
  return {
    async findStrategy(id) {
      if (!canBeStored(id)) return null
      const select = { id: true, title: true, partnershipId: true, documentId: true } as const
      return prisma.strategy.findUnique({ where: { id }, select })
    },
    list: async (strategyId) => (canBeStored(strategyId) ? readRounds(prisma, { strategyId }) : []),
    async find(strategyId, id) {
      if (!canBeStored(id) || !canBeStored(strategyId)) return null
      const [round] = await readRounds(prisma, { strategyId, id })
      return round ?? null
    },
    listChoices: (strategyId, at) => listChoices(prisma, strategyId, at),
    findInvitees: (strategyId, asked, at) => findInvitees(prisma, { strategyId, asked, at }),
    listEditions: (strategyId) =>
      prisma.edition.findMany({
        where: { strategyId },
        select: { number: true, hash: true },
        orderBy: { number: 'desc' },
      }),
    create: (round, audit) => create(db, round, audit),
    change: (key, work) => change(db, key, work),
    noteRead: (read) => noteRead(db, read),
    listWaiting: (partnershipId, personId) => listWaiting(db, partnershipId, personId),
    remind: (until, at, work) => remind(db, { until, at }, work),
  }
}

async function create(
  db: Database,
  { id, strategyId, ownerId, event, ...plan }: NewRound,
  audit: AuditRecord,
): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const columns = { ...toColumns(plan), state: 'draft', createdAt: event.at }
    await tx.reviewRound.create({ data: { id, strategyId, ownerId, ...columns } })
    await tx.reviewRoundEvent.create({ data: { ...event, roundId: id } })
    await appendAudit(tx, audit)
  })
}

/** People who answer at the same instant wait for one another. */
const WAIT = { maxWait: 20_000, timeout: 20_000 }

async function change(
  db: Database,
  { strategyId, roundId }: RoundKey,
  work: (held: Round) => Promise<Outcome<RoundChange | null>>,
): Promise<Outcome<RoundChange | null> | null> {
  if (!canBeStored(roundId) || !canBeStored(strategyId)) return null
  return db.prisma.$transaction(async (tx) => {
    const held = await hold(tx, { strategyId, id: roundId })
    if (!held) return null
    const outcome = await work(held)
    if (outcome.ok && outcome.value) await keepChange(tx, roundId, outcome.value)
    return outcome
  }, WAIT)
}

async function hold(
  tx: Prisma.TransactionClient,
  where: { readonly id: string; readonly strategyId?: string },
): Promise<Round | null> {
  await tx.$queryRaw`SELECT 1 FROM review_round WHERE id = ${where.id} FOR UPDATE`
  const [held] = await readRounds(tx, where)
  return held ?? null
}

async function keepChange(
  tx: Prisma.TransactionClient,
  roundId: string,
  { plan, state, dueOn, opened, event, tellings, audit }: RoundChange,
): Promise<void> {
  if (opened)
    await tx.reviewRoundPerson.createMany({
      data: opened.people.map(({ personId, organisationName: organisation, isGuest }) => ({
        roundId,
        personId,
        organisation,
        isGuest,
      })),
    })
  const isEnd = state === 'closed' || state === 'cancelled'
  const data: Prisma.ReviewRoundUpdateInput = {
    ...(plan ? toColumns(plan) : {}),
    ...(state ? { state } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(opened
      ? {
          openedAt: event.at,
          textVersion: opened.text.version,
          textSha256: opened.text.sha256,
        }
      : {}),
    ...(isEnd ? { endedAt: event.at, endedReason: event.note } : {}),
  }
  if (Object.keys(data).length > 0) await tx.reviewRound.update({ where: { id: roundId }, data })
  await tx.reviewRoundEvent.create({ data: { ...event, roundId } })
  await tellPeople(tx, tellings, event.at)
  await appendAudit(tx, audit)
}

/** One statement for every page that shows a text; nothing for those who are asked nothing. */
async function noteRead(db: Database, read: TextRead): Promise<void> {
  const { id, strategyId, personId, edition, at } = read
  if (!canBeStored(strategyId)) return
  await db.prisma.$executeRaw`
    INSERT INTO review_round_event (id, round_id, action, person_id, note, at)
    SELECT ${id} || ':' || round.id, round.id, 'read', ${personId}, '', ${at}
    FROM review_round round JOIN review_round_person asked ON asked.round_id = round.id
    WHERE round.strategy_id = ${strategyId} AND round.state = 'open' AND asked.person_id = ${personId}
      AND (round.edition IS NULL OR round.edition = ${edition}::int)
      AND NOT EXISTS (SELECT 1 FROM review_round_event seen
        WHERE seen.round_id = round.id AND seen.person_id = ${personId} AND seen.action = 'read')
    ON CONFLICT DO NOTHING`
}

interface WaitingRow extends Omit<WaitingRound, 'kind'> {
  readonly kind: string
}

async function listWaiting(
  db: Database,
  partnershipId: string,
  personId: string,
): Promise<WaitingRound[]> {
  const rows = await db.prisma.$queryRaw<WaitingRow[]>`
    SELECT strategy.id AS "strategyId", strategy.title AS "strategyTitle", round.id AS "roundId", round.title,
      round.kind, round.due_on AS "dueOn"
    FROM review_round round
    JOIN review_round_person asked ON asked.round_id = round.id
    JOIN strategy ON strategy.id = round.strategy_id
    WHERE strategy.partnership_id = ${partnershipId} AND asked.person_id = ${personId} AND round.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM review_round_event answered WHERE answered.round_id = round.id
        AND answered.person_id = ${personId} AND answered.action IN ('finish', 'decline'))
    ORDER BY round.due_on, round.id`
  return rows.map((row) => ({ ...row, kind: oneOf(ROUND_KINDS, row.kind) }))
}

/** Each round is held while it is looked at: nobody who has just finished is reminded. */
async function remind(
  db: Database,
  { until, at }: { readonly until: string; readonly at: Date },
  work: (held: Round) => readonly Telling[],
): Promise<void> {
  const due = await db.prisma.reviewRound.findMany({
    where: { state: 'open', dueOn: { lte: until } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of due)
    await db.prisma.$transaction(async (tx) => {
      const held = await hold(tx, { id })
      if (held) await tellPeople(tx, work(held), at)
    }, WAIT)
}
