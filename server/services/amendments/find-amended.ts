import type { Actor } from '../../../app/domain/access/actor'
import type { Right } from '../../../app/domain/access/rights'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findSuggested, type Suggested } from '../suggestions/find-suggested'
import type { AmendmentAdapters, Parties } from './amendment-store'

export interface Amended extends Suggested {
  readonly parties: Parties
}

/** The strategy with its bodies and those who hold the pen, if this person may do this. */
export async function findAmended(
  { suggestions, amendments, now }: AmendmentAdapters,
  actor: Actor | null,
  asked: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<Amended>> {
  const found = await findSuggested(suggestions, actor, asked)
  if (!found.ok) return found
  const parties = await amendments.readParties(asked.strategyId, dayOfInstant(now()))
  return parties ? done({ ...found.value, parties }) : refuse('not_found', NOT_FOUND)
}

/** Who signs for a body. */
export function signatoriesOf({ bodies }: Parties, bodyId: string): readonly string[] {
  return bodies.find(({ id }) => id === bodyId)?.signatoryIds ?? []
}
