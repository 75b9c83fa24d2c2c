import { createDocument } from '../../app/document/create'
import { createBlockStore } from '../../server/persistence/blocks'
import type { Database } from '../../server/persistence/database'
import { projectBlocks } from '../../server/projection/project-blocks'
import type { Actor, Role } from '../../app/domain/access/actor'
import { seedContent, STRATEGY } from '../../prisma/seed/content'

/** Writes the demonstration strategy's blocks into the rows the dashboards read. */
export async function projectDemonstration(db: Database): Promise<void> {
  const doc = createDocument(seedContent())
  try {
    await createBlockStore(db).replaceBlocks(STRATEGY.id, projectBlocks(doc), 1n)
  } finally {
    doc.destroy()
  }
}

/** A member of the demonstration partnership. */
export function buildMember(role: Role, personId: string = `person-${role}`): Actor {
  return {
    personId,
    name: personId,
    email: `${personId}@wessexvale.example`,
    partnershipId: 'wessex-vale',
    partnershipName: 'Wessex Vale Integrated Care Partnership',
    organisationId: 'organisation',
    organisationName: 'An organisation',
    role,
    signatoryOf: [],
  }
}
