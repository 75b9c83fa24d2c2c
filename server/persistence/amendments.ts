import type { Prisma } from './generated/client'
import type {
  AmendedRow,
  AmendmentStore,
  NewAmendment,
  Parties,
} from '../services/amendments/amendment-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import { addSuggestion } from './suggestions'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { isDuplicate } from './threads'

/** Suggestions that bodies make formally. */
export function createAmendmentStore(db: Database): AmendmentStore {
  return {
    list: (strategyId) => list(db, strategyId),
    readParties: (strategyId, onDay) => readParties(db, strategyId, new Date(onDay)),
    propose: (amendment, say) => propose(db, amendment, say),
  }
}

async function list({ prisma }: Database, strategyId: string): Promise<AmendedRow[]> {
  if (!canBeStored(strategyId)) return []
  const rows = await prisma.amendment.findMany({
    where: { strategyId },
    include: { body: { select: { id: true, name: true } } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ suggestionId, number, body, minuteReference }) => ({
    suggestionId,
    number,
    body,
    minuteReference,
  }))
}

async function readParties(
  { prisma }: Database,
  strategyId: string,
  onDay: Date,
): Promise<Parties | null> {
  if (!canBeStored(strategyId)) return null
  const strategy = await prisma.strategy.findUnique({
    where: { id: strategyId },
    select: {
      title: true,
      partnership: {
        select: {
          bodies: {
            select: { id: true, name: true, signatories: { select: { personId: true } } },
            orderBy: { position: 'asc' },
          },
          memberships: {
            where: {
              role: { in: ['chair', 'editor'] },
              validFrom: { lte: onDay },
              OR: [{ validTo: null }, { validTo: { gte: onDay } }],
            },
            select: { personId: true },
          },
        },
      },
    },
  })
  return (
    strategy && {
      strategyTitle: strategy.title,
      bodies: strategy.partnership.bodies.map(({ signatories, ...body }) => ({
        ...body,
        signatoryIds: signatories.map(({ personId }) => personId),
      })),
      penHolderIds: strategy.partnership.memberships.map(({ personId }) => personId),
    }
  )
}

async function propose(
  { prisma }: Database,
  { suggestion, bodyId, minuteReference }: NewAmendment,
  say: Parameters<AmendmentStore['propose']>[1],
): Promise<number | null> {
  const { id: suggestionId, strategyId } = suggestion
  try {
    return await prisma.$transaction(async (tx) => {
      // Whoever holds the strategy's row gives the next number.
      await tx.$queryRaw`SELECT id FROM strategy WHERE id = ${strategyId} FOR NO KEY UPDATE`
      const last = await tx.amendment.aggregate({ where: { strategyId }, _max: { number: true } })
      const number = (last._max.number ?? 0) + 1
      await addSuggestion(tx, suggestion)
      await tx.amendment.create({
        data: { suggestionId, strategyId, number, bodyId, minuteReference },
      })
      const { audit, tellings } = say(number)
      await tellPeople(tx, tellings, suggestion.event.at)
      await appendAudit(tx, audit)
      return number
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const createdById = suggestion.event.personId
    const where: Prisma.AmendmentWhereInput = {
      suggestionId,
      strategyId,
      suggestion: { createdById },
    }
    return (await prisma.amendment.findFirst({ where }))?.number ?? null
  }
}
