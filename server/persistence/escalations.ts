import {
  ESCALATION_LEVELS,
  ESCALATION_STATES,
  ESCALATION_STEPS,
  type EscalationStep,
} from '../../app/domain/answering/escalation'
import { toDate } from '../../app/domain/dates/parse-date'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type {
  EscalationStore,
  NewEscalation,
  NewStep,
  StepOnRecord,
  StoredEscalation,
} from '../services/answering/escalation-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { membersOn } from './round-people'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

const PERSON = { select: { id: true, name: true } } as const
const STEPS = ['raise', ...(Object.keys(ESCALATION_STEPS) as EscalationStep[])] as const

const WITH_STEPS = {
  metric: { select: { id: true, plainTitle: true, lead: PERSON, deputy: PERSON } },
  area: { select: { id: true, name: true } },
  person: PERSON,
  escalationStepEscalation: { include: { person: PERSON }, orderBy: { position: 'asc' } },
} satisfies Prisma.EscalationInclude

type Row = Prisma.EscalationGetPayload<{ include: typeof WITH_STEPS }>

/** Asks of the next level. How one stands is its newest step; steps are only ever added. */
export function createEscalationStore(db: Database): EscalationStore {
  const { prisma } = db
  return {
    list: (partnershipId) => read(prisma, { partnershipId }),
    listOfMetrics: (metricIds) =>
      read(prisma, { metricId: { in: [...metricIds].filter(canBeStored) } }),
    async find(partnershipId, number) {
      const [found] = await read(prisma, { partnershipId, number })
      return found ?? null
    },
    async listSeats(partnershipId, onDay) {
      const rows = await prisma.levelSeat.findMany({
        where: {
          partnershipId,
          person: { memberships: { some: membersOn(partnershipId, new Date(onDay)) } },
        },
        select: { level: true, areaId: true, person: PERSON },
        orderBy: [{ level: 'asc' }, { person: { name: 'asc' } }],
      })
      return rows.map((seat) => ({ ...seat, level: oneOf(ESCALATION_LEVELS, seat.level) }))
    },
    raise: (raised) => raise(db, raised),
    step: (key, decide) => addStep(db, key, decide),
  }
}

async function read(
  client: Prisma.TransactionClient,
  where: Prisma.EscalationWhereInput,
): Promise<StoredEscalation[]> {
  // Prisma asks for each relation even of no rows, and most metrics have none.
  if ((await client.escalation.count({ where })) === 0) return []
  const rows = await client.escalation.findMany({
    where,
    include: WITH_STEPS,
    orderBy: { number: 'desc' },
  })
  return rows.map(toEscalation)
}

function toEscalation(row: Row): StoredEscalation {
  const history = row.escalationStepEscalation.map(
    ({ step, state, level, words, support, responseDue, person, at }): StepOnRecord => ({
      step: oneOf(STEPS, step),
      state: oneOf(ESCALATION_STATES, state),
      level: oneOf(ESCALATION_LEVELS, level),
      words,
      support,
      responseDue: toDate(responseDue),
      by: person,
      at: at.toISOString(),
    }),
  )
  const [first] = history
  const last = history.at(-1)
  if (!first || !last) throw new Error(`Escalation ${row.id} has no step.`)
  const { id, number, partnershipId, strategyId, title, metric, area, person } = row
  return {
    id,
    number,
    partnershipId,
    strategyId,
    title,
    metric: metric && { id: metric.id, plainTitle: metric.plainTitle },
    area,
    now: {
      from: levelBelow(first.level),
      level: last.level,
      state: last.state,
      ask: history.findLast(({ state }) => state === 'raised')?.words ?? '',
      responseDue: last.responseDue,
    },
    about: {
      leads: [metric?.lead, metric?.deputy].flatMap((who) => who ?? []),
      raisedBy: person,
      areaId: area.id,
    },
    history,
  }
}

/** The first step has the level that was asked; who asked is one below. */
function levelBelow(level: StepOnRecord['level']): StepOnRecord['level'] {
  return ESCALATION_LEVELS[ESCALATION_LEVELS.indexOf(level) - 1] ?? level
}

/** One writer for a partnership at a time: rows that may not be changed cannot be held themselves. */
async function holdAll(tx: Prisma.TransactionClient, partnershipId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`escalation:${partnershipId}`}, 0))`
}

async function raise({ prisma }: Database, raised: NewEscalation): Promise<{ number: number }> {
  const { stepId, now, tell, audit, ...row } = raised
  return prisma.$transaction(async (tx) => {
    await holdAll(tx, raised.partnershipId)
    const last = await tx.escalation.aggregate({
      where: { partnershipId: raised.partnershipId },
      _max: { number: true },
    })
    const number = (last._max.number ?? 0) + 1
    await tx.escalation.create({ data: { ...row, number } })
    await tx.escalationStep.create({
      data: {
        ...stepRow({ now, words: now.ask, support: '', personId: row.personId, at: row.at }),
        id: stepId,
        escalationId: row.id,
        position: 1,
        step: 'raise',
      },
    })
    await tellPeople(tx, tell(number), row.at)
    await appendAudit(tx, audit)
    return { number }
  })
}

function stepRow({
  now,
  words,
  support,
  personId,
  at,
}: Pick<NewStep, 'now' | 'words' | 'support' | 'personId' | 'at'>) {
  const { state, level, responseDue } = now
  return { state, level, responseDue: new Date(responseDue), words, support, personId, at }
}

async function addStep(
  { prisma }: Database,
  key: { readonly partnershipId: string; readonly number: number },
  decide: (held: StoredEscalation) => Outcome<NewStep>,
): Promise<Outcome<NewStep> | null> {
  return prisma.$transaction(async (tx) => {
    await holdAll(tx, key.partnershipId)
    const [held] = await read(tx, key)
    if (!held) return null
    const decided = decide(held)
    if (!decided.ok) return decided
    const { id, step, tellings, audit } = decided.value
    await tx.escalationStep.create({
      data: {
        ...stepRow(decided.value),
        id,
        escalationId: held.id,
        position: held.history.length + 1,
        step,
      },
    })
    await tellPeople(tx, tellings, decided.value.at)
    await appendAudit(tx, audit)
    return decided
  })
}
