import { createHash } from 'node:crypto'
import type { Database } from '../../server/persistence/database'

/** An edition of a document as it stands, with just enough around it for the database to take it. */
export async function insertEdition(
  { prisma }: Database,
  documentId: string,
  documentState: Uint8Array = Uint8Array.of(0, 0),
): Promise<void> {
  const { head } = await prisma.liveDocument.findUniqueOrThrow({ where: { id: documentId } })
  const name = `of ${documentId}`
  const strategy = await prisma.strategy.upsert({
    where: { documentId },
    update: {},
    create: {
      id: `strategy ${name}`,
      kind: 'icp',
      title: name,
      horizonFrom: 2026,
      horizonTo: 2031,
      state: 'drafting',
      slug: name,
      document: { connect: { id: documentId } },
      partnership: { create: { id: `partnership ${name}`, name } },
    },
  })
  await prisma.edition.create({
    data: {
      id: `edition ${name} ${head}`,
      strategyId: strategy.id,
      number: Number(head),
      state: 'submitted',
      content: '{}',
      hash: createHash('sha256').update('{}').digest('hex'),
      documentId,
      documentSeq: head,
      documentState: new Uint8Array(documentState),
      submittedById: 'nobody',
    },
  })
}
