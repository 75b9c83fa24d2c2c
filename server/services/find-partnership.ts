import type { Actor } from '../../app/domain/access/actor'
import { NOT_FOUND, type Right, mayDo } from '../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../app/domain/outcome/outcome'

/** Knows whose a strategy is; null when there is no such strategy. */
export interface PartnershipFinder {
  findPartnershipOf(strategyId: string): Promise<string | null>
}

export interface FoundPartnership {
  readonly partnershipId: string
  readonly personId: string
}

/** The partnership of a strategy, for somebody who has that right in it; a stranger learns as little as from an unknown id. */
export async function findPartnership(
  finder: PartnershipFinder,
  actor: Actor | null,
  { strategyId, right }: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<FoundPartnership>> {
  const partnershipId = await finder.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, right, { partnershipId })
  return may.ok ? done({ partnershipId, personId: may.value.personId }) : may
}
