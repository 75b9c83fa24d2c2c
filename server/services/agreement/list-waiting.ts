import { numberEdition } from '../../../app/domain/signoff/edition-label'
import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { SigningBody } from '../../../app/domain/signoff/agreement'
import { isApprovingBody, waitingBodies } from '../../../app/domain/signoff/sign-off'
import type { AgreementAdapters } from './agreement-store'
import { listSignable } from './read-agreement'

/** A sign-off that waits for this person. */
export interface WaitingSignOff {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly editionNumber: number
  /** `3 (2.1)`. */
  readonly editionName: string
  readonly body: SigningBody
  /** False while the partnership's approval waits for other required bodies. */
  readonly isReady: boolean
}

export async function listWaiting(
  adapters: Pick<AgreementAdapters, 'agreement'>,
  actor: Actor,
): Promise<Outcome<WaitingSignOff[]>> {
  const allowed = mayDo(actor, 'read', actor)
  if (!allowed.ok) return allowed
  if (actor.signatoryOf.length === 0) return done([])
  const store = adapters.agreement
  const strategies = await store.listSubmitted(actor.partnershipId)
  const bodies = await store.listBodies(actor.partnershipId)
  const waiting = await Promise.all(
    strategies.map(async ({ id, title }): Promise<WaitingSignOff[]> => {
      const [facts, [edition]] = await Promise.all([store.findStrategy(id), store.listEditions(id)])
      if (!facts || !edition) return []
      const signOffs = await store.listSignOffs(edition.id)
      const othersWait = waitingBodies({ bodies, signOffs }).length > 0
      return listSignable(actor, { edition, bodies, signOffs, facts }).map((body) => ({
        strategyId: id,
        strategyTitle: title,
        editionNumber: edition.number,
        editionName: numberEdition(edition),
        body,
        isReady: !(isApprovingBody(body) && othersWait),
      }))
    }),
  )
  return done(waiting.flat())
}
