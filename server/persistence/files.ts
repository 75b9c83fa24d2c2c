import { EVIDENCE_TYPES } from '../../app/domain/files/evidence-type'
import { IMAGE_TYPES } from '../../app/domain/files/image-type'
import type { EditionFile } from '../../app/domain/signoff/edition-content'
import type { AuditRecord } from '../services/audit'
import type { FileStore, NewFile } from '../services/files/files-services'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { findPartnershipOf } from './partnership-of'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

export function createFileStore(
  db: Database,
): FileStore & { readBytes(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> } {
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    async findFile(fileId) {
      if (!canBeStored(fileId)) return null
      const row = await db.prisma.storedFile.findUnique({
        where: { id: fileId },
        select: { id: true, partnershipId: true, mediaType: true, bytes: true },
      })
      return row && { ...row, mediaType: oneOf(EVIDENCE_TYPES, row.mediaType) }
    },
    async sumSizes(partnershipId) {
      const sum = await db.prisma.storedFile.aggregate({
        where: { partnershipId },
        _sum: { size: true },
      })
      return sum._sum.size ?? 0
    },
    addFile: (file, audit) => addFile(db, file, audit),
    async isPublic({ id, partnershipId }) {
      const { rowCount } = await db.pool.query(
        `SELECT 1 FROM edition e JOIN strategy s ON s.id = e.strategy_id
          WHERE s.partnership_id = $1 AND e.state = 'published' AND strpos(e.content, $2) > 0 LIMIT 1`,
        [partnershipId, JSON.stringify(id)],
      )
      return rowCount === 1
    },
    async readBytes(ids) {
      const rows = await db.prisma.storedFile.findMany({
        where: { id: { in: ids.filter(canBeStored) } },
        select: { id: true, bytes: true },
      })
      return new Map(rows.map(({ id, bytes }) => [id, bytes]))
    },
  }
}

/** Two people may send one picture at once: both get the row that is there. */
async function addFile(db: Database, file: NewFile, audit: AuditRecord): Promise<string> {
  const { partnershipId, sha256 } = file
  const where = { partnershipId_sha256: { partnershipId, sha256 } }
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.storedFile.createMany({
      data: { ...file, bytes: new Uint8Array(file.bytes), size: file.bytes.byteLength },
      skipDuplicates: true,
    })
    if (count === 1) {
      await appendAudit(tx, audit)
      return file.id
    }
    const known = await tx.storedFile.findUniqueOrThrow({ where, select: { id: true } })
    return known.id
  })
}

/** What an edition says of its pictures; the bytes stay where they are. */
export async function listFileFacts(
  client: Pick<Prisma.TransactionClient, 'storedFile'>,
  partnershipId: string,
  ids: readonly string[],
): Promise<EditionFile[]> {
  const rows = await client.storedFile.findMany({
    where: {
      partnershipId,
      id: { in: ids.filter(canBeStored) },
      mediaType: { in: [...IMAGE_TYPES] },
    },
    select: { id: true, mediaType: true, sha256: true, width: true, height: true },
  })
  return rows.map((row) => ({ ...row, mediaType: oneOf(IMAGE_TYPES, row.mediaType) }))
}
