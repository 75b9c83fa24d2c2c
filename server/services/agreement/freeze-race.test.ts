import { expect, it } from 'vitest'
import { findActor, openReview, openWriter, STRATEGY_ID } from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import { createAgreementServices } from './agreement-services'

/** Seeding, and five people typing. */
const ON_A_BUSY_MACHINE_MS = 120_000

/** Types one word after another until the log says frozen; answers what was taken and what was refused. */
async function typeUntilFrozen(writer: Awaited<ReturnType<typeof openWriter>>, name: number) {
  const accepted: string[] = []
  for (let i = 0; i < 5000; i++) {
    const word = `<${name}.${i}>`
    const answer = await writer.type(word)
    if (answer.state !== 'committed') return { accepted, refused: word }
    accepted.push(word)
  }
  throw new Error('the text was never frozen')
}

it(
  'S27 each update racing with a submission is in the edition or refused',
  async () => {
    const db = await seededDatabase()
    const services = createAgreementServices(openReview(db))
    const writers = await Promise.all(Array.from({ length: 5 }, () => openWriter(db)))
    const typing = Promise.all(writers.map(typeUntilFrozen))
    await new Promise((resolve) => setTimeout(resolve, 150))
    const chair = await findActor(db, 'person-chair')
    const submitted = await services.submitEdition(chair, {
      strategyId: STRATEGY_ID,
      changeNote: '',
    })
    const typed = await typing
    writers.forEach((writer) => writer.close())
    const row = await db.prisma.edition.findFirstOrThrow()
    const accepted = typed.flatMap((result) => result.accepted)
    expect(submitted.ok && submitted.value.hash).toBe(row.hash)
    expect(accepted.length).toBeGreaterThan(5)
    expect(accepted.filter((word) => !row.content.includes(word))).toEqual([])
    expect(typed.filter(({ refused }) => row.content.includes(refused))).toEqual([])
    expect(row.documentSeq).toBe((await db.prisma.liveDocument.findFirstOrThrow()).head)
  },
  ON_A_BUSY_MACHINE_MS,
)
