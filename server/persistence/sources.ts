import { SOURCE_KINDS, type Source } from '../../app/domain/sources/source'
import type { NewSourceRow, SourceStore } from '../services/sources/sources-services'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { findPartnershipOf } from './partnership-of'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

type Client = Pick<Prisma.TransactionClient, 'source'>

export function createSourceStore(db: Database): SourceStore {
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    listSources: (partnershipId) => listSources(db.prisma, partnershipId),
    async addSource(source, audit) {
      await db.prisma.$transaction(async (tx) => {
        await tx.source.create({ data: toRow(source) })
        await appendAudit(tx, audit)
      })
    },
  }
}

/** Those in use, by title. */
export function listSources(client: Client, partnershipId: string): Promise<Source[]> {
  return findSources(client, { partnershipId, supersededById: null })
}

/** Those cited, whether they are in use or not. */
export function listSourcesById(
  client: Client,
  partnershipId: string,
  ids: readonly string[],
): Promise<Source[]> {
  return findSources(client, { partnershipId, id: { in: ids.filter(canBeStored) } })
}

async function findSources(client: Client, where: Prisma.SourceWhereInput): Promise<Source[]> {
  const rows = await client.source.findMany({
    where,
    select: {
      id: true,
      title: true,
      authors: true,
      publisher: true,
      year: true,
      url: true,
      kind: true,
      accessedAt: true,
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    kind: oneOf(SOURCE_KINDS, row.kind),
    accessedAt: row.accessedAt?.toISOString().slice(0, 10) ?? null,
  }))
}

function toRow({ accessedAt, ...source }: NewSourceRow): Prisma.SourceUncheckedCreateInput {
  return { ...source, accessedAt: accessedAt === null ? null : new Date(accessedAt) }
}
