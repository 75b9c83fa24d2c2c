import type { Evidence } from '../../app/domain/signoff/agreement'
import type { NewEvidence } from '../services/agreement/agreement-store'
import type { Prisma } from './generated/client'

type Client = Prisma.TransactionClient

/** The file is a stored file like any other, so that what checks those checks it too. */
export async function addEvidence(
  client: Client,
  partnershipId: string,
  evidence: NewEvidence,
): Promise<void> {
  const { id, signOffId, fileId, name, bytes, sha256, personId, at, ...facts } = evidence
  await client.storedFile.createMany({
    data: [
      {
        ...facts,
        id: fileId,
        partnershipId,
        name,
        bytes: new Uint8Array(bytes),
        sha256,
        size: bytes.byteLength,
        addedById: personId,
      },
    ],
    skipDuplicates: true,
  })
  const file = await client.storedFile.findUniqueOrThrow({
    where: { partnershipId_sha256: { partnershipId, sha256 } },
    select: { id: true },
  })
  await client.signOffEvidence.createMany({
    data: [{ id, signOffId, fileId: file.id, name, personId, at }],
    skipDuplicates: true,
  })
}

export const WITH_EVIDENCE = {
  include: {
    file: { select: { sha256: true, size: true } },
    person: { select: { name: true } },
  },
  orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }],
}

export function toEvidence({
  id,
  fileId,
  name,
  file,
  person,
  at,
}: Prisma.SignOffEvidenceGetPayload<typeof WITH_EVIDENCE>): Evidence {
  return { id, fileId, name, ...file, personName: person.name, at: at.toISOString() }
}
