import { createHash } from 'node:crypto'
import { canonicaliseJson } from '../../app/domain/signoff/canonical-json'
import type { AuditRecord } from '../services/audit'
import type { Prisma } from './generated/client'

/** Any fixed number: whoever holds it writes the next entry. */
const CHAIN_LOCK = 4_867_215_002

/** What the first entry of a chain follows. */
export const CHAIN_START = '0'.repeat(64)

/**
 * Adds an entry to the chain, in the caller's transaction: the entry is there exactly when what it tells of is.
 * The lock is held until that transaction ends, so call this last.
 */
export async function appendAudit(
  tx: Prisma.TransactionClient,
  record: AuditRecord,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK}::bigint)`
  const last = await tx.auditEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  })
  const seq = (last?.seq ?? 0n) + 1n
  const previousHash = last?.hash ?? CHAIN_START
  await tx.auditEntry.create({
    data: {
      seq,
      at: record.at,
      actorId: record.actorId,
      action: record.action,
      subject: record.subject,
      data: record.data,
      previousHash,
      hash: hashAuditEntry(previousHash, { seq, ...record }),
    },
  })
}

/** SHA-256 of the previous entry's hash followed by the canonical JSON of this row, in hexadecimal. */
export function hashAuditEntry(previousHash: string, row: AuditRecord & { seq: bigint }): string {
  const { seq, at, actorId, action, subject, data } = row
  const fields = { seq: seq.toString(), at: at.toISOString(), actorId, action, subject, data }
  return createHash('sha256')
    .update(previousHash)
    .update(canonicaliseJson(fields, 'audit'))
    .digest('hex')
}
