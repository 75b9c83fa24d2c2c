import { BLOCK_KIND_LABELS } from '../../app/domain/vocabularies/block-kinds'
import type { Prisma } from './generated/client'

const LABELS: Readonly<Record<string, string>> = BLOCK_KIND_LABELS

/** Blocks that stand in the text, by kind and place. */
export async function listChallengeBlocks(
  client: Prisma.TransactionClient,
  strategyId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await client.blockRow.findMany({
    where: { strategyId, orphaned: false },
    select: { id: true, kind: true, title: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows
    .filter(({ title }) => title !== '')
    .map(({ id, kind, title }) => ({ id, name: `${LABELS[kind] ?? 'Block'}: ${title}` }))
}
