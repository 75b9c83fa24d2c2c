import { type Outcome, done } from '../../app/domain/outcome/outcome'
import type { DriverCaps } from '../../app/domain/answering/driver-watch'
import type { Metric } from '../../app/domain/metrics/metric'
import type { NewRoles } from '../services/answering/answering-store'
import { askWithin } from './ask'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { listMetricRows } from './metric-rows'

type Decide = (metrics: readonly Metric[], caps: DriverCaps) => Outcome<NewRoles>

/** Holds the partnership's row: of two people who make the last driver at once one is told that there is no room. */
export async function changeRoles(
  { prisma }: Database,
  { partnershipId, decide }: { readonly partnershipId: string; readonly decide: Decide },
  readCaps: (tx: Prisma.TransactionClient) => Promise<DriverCaps>,
): Promise<Outcome<NewRoles>> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM partnership WHERE id = ${partnershipId} FOR UPDATE`
    const metrics = await listMetricRows(askWithin(tx), { partnershipId })
    const decided = decide(metrics, await readCaps(tx))
    if (!decided.ok || decided.value.roles.length === 0) return decided
    for (const { id, role } of decided.value.roles)
      await tx.metric.update({ where: { id }, data: { role } })
    await appendAudit(tx, decided.value.audit)
    return done(decided.value)
  })
}
