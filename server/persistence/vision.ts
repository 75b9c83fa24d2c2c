import { ROLES } from '../../app/domain/access/actor'
import { done } from '../../app/domain/outcome/outcome'
import {
  VISION_ANSWERS,
  type VisionRequest,
} from '../../app/domain/vision-confirmation/vision-confirmation'
import type { NewVisionRequest, VisionStore } from '../services/vision/vision-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

const STRATEGY = { id: true, partnershipId: true, documentId: true, title: true } as const

export function createVisionStore(db: Database): VisionStore {
  const { prisma } = db
  return {
    async findStrategy(id) {
      return canBeStored(id)
        ? prisma.strategy.findUnique({ where: { id }, select: STRATEGY })
        : null
    },
    listOrganisations: (partnershipId) =>
      prisma.organisation.findMany({
        where: { partnershipId },
        select: { id: true, name: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
    listMembers: (organisationIds) => listMembers(db, organisationIds),
    listRequests: (strategyId) => listRequests(prisma, { strategyId }),
    async listOpen() {
      const strategies = await prisma.strategy.findMany({
        where: { visionRequests: { some: { closing: null } } },
        select: STRATEGY,
      })
      const open = await Promise.all(
        strategies.map(async (strategy) => {
          const requests = await listRequests(prisma, { strategyId: strategy.id, closing: null })
          return requests.map((request) => ({ strategy, request }))
        }),
      )
      return open.flat()
    },
    insertRequest: (request) => insertRequest(db, request),
    answer: (key, decide) => answer(db, key, decide),
    close: (closing) => close(db, closing),
    tell: (tellings, at) => prisma.$transaction((tx) => tellPeople(tx, tellings, at)),
  }
}

async function listMembers({ prisma }: Database, organisationIds: readonly string[]) {
  const today = new Date()
  const rows = await prisma.membership.findMany({
    where: {
      organisationId: { in: [...organisationIds] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
      person: { suspendedAt: null },
    },
    select: { personId: true, organisationId: true, role: true },
  })
  return rows.map((row) => ({ ...row, role: oneOf(ROLES, row.role) }))
}

async function listRequests(
  client: Pick<Prisma.TransactionClient, 'visionRequest'>,
  where: Prisma.VisionRequestWhereInput,
): Promise<VisionRequest[]> {
  const rows = await client.visionRequest.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: {
      askedBy: { select: { name: true } },
      closing: true,
      asked: { include: { organisation: { select: { name: true } } } },
      answers: { orderBy: { position: 'desc' }, include: { person: { select: { name: true } } } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    wordsHash: row.wordsHash,
    note: row.note,
    askedByName: row.askedBy.name,
    at: row.at.toISOString(),
    closedAt: row.closing?.at.toISOString() ?? null,
    organisations: row.asked
      .map(({ organisationId, organisation }) => ({
        id: organisationId,
        name: organisation.name,
        answers: row.answers
          .filter((given) => given.organisationId === organisationId)
          .map((given) => ({
            answer: oneOf(VISION_ANSWERS, given.answer),
            comment: given.comment,
            personName: given.person.name,
            at: given.at.toISOString(),
          })),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }))
}

/** People who ask at once wait for one another: of two requests only the later is open. */
async function insertRequest({ prisma }: Database, request: NewVisionRequest): Promise<void> {
  const { organisationIds, tellings, ...row } = request
  const { id, strategyId, askedById, at, wordsHash } = row
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM strategy WHERE id = ${strategyId} FOR NO KEY UPDATE`
    const open = await tx.visionRequest.findMany({
      where: { strategyId, closing: null },
      select: { id: true },
    })
    await tx.visionClosing.createMany({
      data: open.map((earlier) => ({ requestId: earlier.id, personId: askedById, at })),
    })
    await tx.visionRequest.create({ data: row })
    await tx.visionAsked.createMany({
      data: organisationIds.map((organisationId) => ({ requestId: id, organisationId })),
    })
    await tellPeople(tx, tellings, at)
    await appendAudit(tx, {
      at,
      actorId: askedById,
      action: 'vision.asked',
      subject: id,
      data: { strategyId, wordsHash, organisations: organisationIds.join(' ') },
    })
  })
}

async function answer(
  { prisma }: Database,
  { strategyId, requestId }: Parameters<VisionStore['answer']>[0],
  decide: Parameters<VisionStore['answer']>[1],
): ReturnType<VisionStore['answer']> {
  if (!canBeStored(requestId)) return null
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM strategy WHERE id = ${strategyId} FOR NO KEY UPDATE`
    const [request] = await listRequests(tx, { strategyId, id: requestId })
    if (!request) return null
    const decided = decide(request)
    if (!decided.ok) return decided
    const { at, personId, organisationId } = decided.value
    await tx.visionAnswer.create({ data: { ...decided.value, requestId } })
    await appendAudit(tx, {
      at,
      actorId: personId,
      action: 'vision.answered',
      subject: requestId,
      data: {
        strategyId,
        organisationId,
        answer: decided.value.answer,
        wordsHash: request.wordsHash,
      },
    })
    return done(undefined)
  })
}

async function close(
  { prisma }: Database,
  { strategyId, requestId, personId, at }: Parameters<VisionStore['close']>[0],
): Promise<boolean> {
  if (!canBeStored(requestId)) return false
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM strategy WHERE id = ${strategyId} FOR NO KEY UPDATE`
    const where = { strategyId, id: requestId, closing: null }
    if ((await tx.visionRequest.count({ where })) === 0) return false
    await tx.visionClosing.create({ data: { requestId, personId, at } })
    const data = { strategyId }
    await appendAudit(tx, {
      at,
      actorId: personId,
      action: 'vision.closed',
      subject: requestId,
      data,
    })
    return true
  })
}
