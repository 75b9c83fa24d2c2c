import { type BlockKind, BLOCK_KINDS, LEVELS, type Level } from '../../app/domain/strategy/strategy'
import type { BlockStore, Projectable, ProjectedBlock } from '../projection/block-store'
import type { Database } from './database'
import type { Prisma } from './generated/client'

type Transaction = Prisma.TransactionClient
type StoredBlock = Prisma.BlockRowGetPayload<{ include: typeof WITH_LINKS }>

/** Raised when the same document gives other rows than before: they are then made again at the next start. */
const VERSION = 1

const WITH_LINKS = { links: true, metricLinks: true } as const

/** The projected blocks: rows that can be thrown away and made again from the document. */
export function createBlockStore(db: Pick<Database, 'prisma'>): BlockStore {
  return {
    async readBlocks(strategyId) {
      return (await findBlocks(db.prisma, strategyId)).map(toBlock)
    },
    replaceBlocks: (strategyId, blocks, documentSeq) =>
      db.prisma.$transaction((tx) => replaceBlocks(tx, { strategyId, blocks, documentSeq })),
    async advance(strategyId, from, to) {
      const { count } = await db.prisma.projection.updateMany({
        where: { strategyId, documentSeq: from, version: VERSION },
        data: { documentSeq: to },
      })
      return count > 0
    },
    async listProjectable() {
      const rows = await db.prisma.strategy.findMany({
        select: { id: true, documentId: true },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => ({ strategyId: row.id, documentId: row.documentId }))
    },
    listLagging: () => db.prisma.$queryRaw<Projectable[]>`
      SELECT s.id AS "strategyId", d.id AS "documentId"
      FROM strategy s JOIN live_document d ON d.id = s.document_id
      LEFT JOIN projection p ON p.strategy_id = s.id AND p.version = ${VERSION}
      WHERE p.document_seq IS NULL OR p.document_seq < d.head ORDER BY s.id`,
  }
}

interface Replacement {
  readonly strategyId: string
  readonly blocks: readonly ProjectedBlock[]
  readonly documentSeq: bigint
}

async function replaceBlocks(
  tx: Transaction,
  { strategyId, blocks, documentSeq }: Replacement,
): Promise<number> {
  // Two projections of one strategy at once: the second sees what the first wrote.
  await tx.$queryRaw`SELECT 1 FROM strategy WHERE id = ${strategyId} FOR UPDATE`
  const stored = await findBlocks(tx, strategyId)
  const last = await tx.projection.findUnique({ where: { strategyId } })
  if (last && last.documentSeq > documentSeq) return 0
  const projection = { documentSeq, version: VERSION }
  await tx.projection.upsert({
    where: { strategyId },
    create: { strategyId, ...projection },
    update: projection,
  })
  const before = new Map(stored.map((row) => [row.id, JSON.stringify(toBlock(row))]))
  const wanted = new Set(blocks.map((block) => block.id))
  const changed = blocks.filter(
    (block) => before.get(block.id) !== JSON.stringify(inFieldOrder(block)),
  )
  const goneIds = stored.map((row) => row.id).filter((id) => !wanted.has(id))
  const rewritten = [...goneIds, ...changed.map((block) => block.id)]
  if (rewritten.length === 0) return 0
  // The links go with their block.
  await tx.blockRow.deleteMany({ where: { strategyId, id: { in: rewritten } } })
  await insertBlocks(tx, { strategyId, blocks: changed, documentSeq })
  // Rows that did not change stand at this sequence too: an older projection that comes late is then recognised.
  await tx.blockRow.updateMany({ where: { strategyId }, data: { documentSeq } })
  return rewritten.length
}

async function insertBlocks(
  tx: Transaction,
  { strategyId, blocks, documentSeq }: Replacement,
): Promise<void> {
  await tx.blockRow.createMany({
    data: blocks.map((block) => ({ ...toRow(block), strategyId, documentSeq })),
  })
  await tx.blockLink.createMany({
    data: blocks.flatMap(({ id, hwbPriorityIds, needIds }) => [
      ...hwbPriorityIds.map((targetId) => ({
        strategyId,
        blockId: id,
        kind: 'implements',
        targetId,
      })),
      ...needIds.map((targetId) => ({ strategyId, blockId: id, kind: 'addresses', targetId })),
    ]),
  })
  await tx.blockMetricLink.createMany({
    data: blocks.flatMap((block) =>
      block.metricLinks.map(({ id, ...link }) => ({
        ...link,
        linkId: id,
        blockId: block.id,
        strategyId,
      })),
    ),
  })
}

function findBlocks(tx: Pick<Transaction, 'blockRow'>, strategyId: string): Promise<StoredBlock[]> {
  return tx.blockRow.findMany({
    where: { strategyId },
    include: WITH_LINKS,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

function toRow({
  hwbPriorityIds: _priorities,
  needIds: _needs,
  metricLinks: _links,
  ...block
}: ProjectedBlock) {
  return { ...block, problems: [...block.problems] }
}

function toBlock(row: StoredBlock): ProjectedBlock {
  const linksOf = (kind: string) =>
    row.links.filter((link) => link.kind === kind).map((link) => link.targetId)
  return inFieldOrder({
    ...row,
    kind: parseKind(row.kind),
    level: parseLevel(row.level),
    problems: Array.isArray(row.problems) ? row.problems.map(String) : [],
    hwbPriorityIds: linksOf('implements'),
    needIds: linksOf('addresses'),
    metricLinks: row.metricLinks.map((link) => ({
      id: link.linkId,
      metricId: link.metricId,
      baseline: link.baseline,
      baselineDate: link.baselineDate,
      target: link.target,
      targetDate: link.targetDate,
    })),
  })
}

/** The same block in the same order of fields and links, so that equal blocks have equal JSON. */
function inFieldOrder(block: ProjectedBlock): ProjectedBlock {
  return {
    id: block.id,
    kind: block.kind,
    parentId: block.parentId,
    chapterId: block.chapterId,
    position: block.position,
    title: block.title,
    statement: block.statement,
    leadId: block.leadId,
    level: block.level,
    targetDate: block.targetDate,
    hwbPriorityIds: block.hwbPriorityIds.toSorted(),
    needIds: block.needIds.toSorted(),
    metricLinks: block.metricLinks
      .map(({ id, metricId, baseline, baselineDate, target, targetDate }) => ({
        id,
        metricId,
        baseline,
        baselineDate,
        target,
        targetDate,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    orphaned: block.orphaned,
    problems: block.problems,
  }
}

function parseKind(kind: string): BlockKind {
  const known = BLOCK_KINDS.find((candidate) => candidate === kind)
  if (!known) throw new Error(`unknown block kind ${kind}`)
  return known
}

function parseLevel(level: string | null): Level | null {
  return LEVELS.find((candidate) => candidate === level) ?? null
}
