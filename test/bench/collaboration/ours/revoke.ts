import type { LiveDocuments } from '../../../../server/open-live-documents'
import type { Database } from '../../../../server/persistence/database'
import { documentOf } from './world'

export const REVOCATIONS = ['demote', 'suspend', 'sign out', 'freeze'] as const

export interface Revocation {
  readonly how: string
  readonly personId: string
  readonly strategyId: string
}

/** Changes the rows as the product does, then tells the rooms. */
export async function revoke(
  { db, live }: { db: Database; live: Pick<LiveDocuments, 'recheck' | 'notices'> },
  { how, personId, strategyId }: Revocation,
): Promise<void> {
  if (how === 'freeze') {
    await freeze(db, strategyId)
    live.notices.freeze(strategyId)
    return
  }
  await takeRights(db, how, personId)
  await live.recheck(personId)
}

async function takeRights({ prisma }: Database, how: string, personId: string): Promise<void> {
  if (how === 'demote')
    await prisma.membership.updateMany({ where: { personId }, data: { role: 'viewer' } })
  else if (how === 'suspend')
    await prisma.person.update({ where: { id: personId }, data: { suspendedAt: new Date() } })
  else if (how === 'sign out') await prisma.session.deleteMany({ where: { personId } })
  else throw new Error(`nobody knows how to ${how}`)
}

async function freeze({ prisma }: Database, strategyId: string): Promise<void> {
  const frozenAt = new Date()
  await prisma.$transaction([
    prisma.liveDocument.update({ where: { id: documentOf(strategyId) }, data: { frozenAt } }),
    prisma.strategy.update({ where: { id: strategyId }, data: { state: 'submitted' } }),
  ])
}
