import { type Outcome, done } from '../../app/domain/outcome/outcome'
import type {
  DescribableMetric,
  MetadataChange,
  MetadataStore,
} from '../services/imports/metadata-store'
import { askPool } from './ask'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { listMetricRows } from './metric-rows'

/** What metrics are said to be, by a source that describes them. */
export function createMetadataStore(db: Database): MetadataStore {
  return {
    listDescribable: (partnershipId) => listDescribable(db, partnershipId, null),
    changeMetrics(partnershipId, ids, decide) {
      return db.prisma.$transaction(async (tx) => {
        // In one order, so that two who change the same metrics wait for each other and not in a ring.
        await tx.$queryRaw`SELECT id FROM metric WHERE id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`
        const decided = decide(await listDescribable(db, partnershipId, ids))
        return decided.ok ? write(tx, decided) : decided
      })
    },
  }
}

async function listDescribable(
  db: Database,
  partnershipId: string,
  ids: readonly string[] | null,
): Promise<DescribableMetric[]> {
  const metrics = await listMetricRows(
    askPool(db),
    ids ? { partnershipId, ids } : { partnershipId },
  )
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT m.id FROM metric m
      WHERE m.partnership_id = $1 AND EXISTS (SELECT 1 FROM observation o WHERE o.metric_id = m.id)`,
    [partnershipId],
  )
  const valued = new Set(rows.map(({ id }) => id))
  return metrics
    .filter(({ retiredOn }) => retiredOn === null)
    .map((metric) => ({ metric, hasValues: valued.has(metric.id) }))
}

async function write(
  tx: Prisma.TransactionClient,
  decided: { readonly ok: true; readonly value: readonly MetadataChange[] },
): Promise<Outcome<readonly MetadataChange[]>> {
  for (const { metricId, words } of decided.value)
    await tx.metric.update({
      where: { id: metricId },
      // What was worked out from its polarity is worked out anew.
      data: { ...words, version: { increment: 1 } },
    })
  for (const { audit } of decided.value) await appendAudit(tx, audit)
  return done(decided.value)
}
