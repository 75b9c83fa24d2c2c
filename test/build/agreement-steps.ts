import type { Outcome } from '../../app/domain/outcome/outcome'
import type { Actor } from '../../app/domain/access/actor'
import type { Database } from '../../server/persistence/database'
import { createAgreementServices } from '../../server/services/agreement/agreement-services'
import { findActor, openReview, STRATEGY_ID } from './agreement'

/** Each required board of the demonstration, with somebody who signs for it. */
export const ALL_BOARDS = [
  ['person-hwb', 'body-hwb-ashmere'],
  ['person-council', 'body-hwb-caldbourne'],
  ['person-hwb-thornley', 'body-hwb-thornley'],
] as const

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}

/** The agreement of the demonstration strategy, with the steps that tests take again and again. */
export function openAgreement(db: Database) {
  const review = openReview(db)
  const services = createAgreementServices(review)
  const actorOf = (personId: string): Promise<Actor> => findActor(db, personId)

  /** Not the chair: who publishes has not submitted. */
  async function submit(personId = 'person-pen') {
    const input = { strategyId: STRATEGY_ID, changeNote: 'First' }
    return valueOf(await services.submitEdition(await actorOf(personId), input))
  }

  async function sign(personId: string, fields: Record<string, unknown>) {
    const input = { strategyId: STRATEGY_ID, fields: { result: 'agreed', ...fields } }
    return services.signOffEdition(await actorOf(personId), input)
  }

  async function signAll(editionHash: string) {
    for (const [personId, bodyId] of ALL_BOARDS) valueOf(await sign(personId, { bodyId, editionHash }))
  }

  async function approve() {
    const { hash, number } = await submit()
    await signAll(hash)
    const { approved } = valueOf(await sign('person-chair', { bodyId: 'body-icp', editionHash: hash }))
    if (!approved) throw new Error('The edition was not approved.')
    return { hash, number }
  }

  async function readState() {
    const strategy = await db.prisma.strategy.findUniqueOrThrow({
      where: { id: STRATEGY_ID },
      include: { document: true, editions: true },
    })
    return {
      strategy: strategy.state,
      frozen: strategy.document.frozenAt !== null,
      editions: strategy.editions.map((edition) => edition.state),
      signOffs: await db.prisma.signOff.count(),
    }
  }

  return { db, review, services, actorOf, submit, sign, signAll, approve, readState }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}
