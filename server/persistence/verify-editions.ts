import { createHash } from 'node:crypto'
import type { Database } from './database'

interface Checked {
  readonly checked: number
  readonly problems: string[]
}

/** Every edition's text still has its hash, and every sign-off names the hash of the edition it belongs to. */
export async function verifyEditions({ prisma }: Pick<Database, 'prisma'>): Promise<Checked> {
  const editions = await prisma.edition.findMany({
    select: { id: true, number: true, strategyId: true },
  })
  const problems: string[] = []
  for (const { id, number, strategyId } of editions) {
    const name = `edition ${number} of ${strategyId}`
    // One at a time: a text is as long as a strategy.
    const edition = await prisma.edition.findUniqueOrThrow({
      where: { id },
      select: {
        content: true,
        hash: true,
        signOffs: { select: { bodyId: true, editionHash: true } },
      },
    })
    if (createHash('sha256').update(edition.content).digest('hex') !== edition.hash) {
      problems.push(`${name}: the text does not have its hash`)
    }
    for (const { bodyId, editionHash } of edition.signOffs) {
      if (editionHash !== edition.hash) problems.push(`${name}: ${bodyId} signed off another text`)
    }
  }
  return { checked: editions.length, problems }
}
