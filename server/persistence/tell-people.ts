import { randomUUID } from 'node:crypto'
import type { Telling } from '../../app/domain/notices/telling'
import type { Prisma } from './generated/client'

/** In the caller's transaction: people are told exactly when what it tells of is recorded (notices NO5, NO8). */
export async function tellPeople(
  tx: Prisma.TransactionClient,
  tellings: readonly Telling[],
  at: Date,
): Promise<void> {
  if (tellings.length === 0) return
  await tx.notice.createMany({
    data: tellings.map(({ sentences, ...telling }) => ({
      ...telling,
      id: randomUUID(),
      sentences: [...sentences],
      createdAt: at,
    })),
    skipDuplicates: true,
  })
}
