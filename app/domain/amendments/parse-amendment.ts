import { type Outcome, done, refuse } from '../outcome/outcome'

export const RATIONALE_MAX = 2_000
export const MINUTE_REFERENCE_MAX = 200
const KEPT = 'Nothing was saved; what you wrote is still here.'

export interface TypedAmendment {
  readonly bodyId: string
  readonly rationale: string
  readonly minuteReference: string
}

export interface Proposer {
  readonly signatoryOf: readonly string[]
  /** May enter one on a body's behalf: whoever holds the pen. */
  readonly mayEnter: boolean
  /** The bodies of the partnership. */
  readonly bodyIds: readonly string[]
}

/** For whom, why, and by which minute (SPEC.md AM1, AM2). */
export function parseAmendment(typed: TypedAmendment, proposer: Proposer): Outcome<TypedAmendment> {
  const rationale = typed.rationale.replaceAll('\u0000', '').trim()
  const minuteReference = typed.minuteReference.replaceAll(/\p{Cc}+/gu, ' ').trim()
  const { bodyId } = typed
  const fields: Record<string, string> = {}
  if (!proposer.bodyIds.includes(bodyId)) fields['bodyId'] = 'Choose the body that proposes it.'
  else if (!proposer.signatoryOf.includes(bodyId) && !proposer.mayEnter)
    return refuse('forbidden', `You do not sign for this body. ${KEPT}`)
  else if (!proposer.signatoryOf.includes(bodyId) && minuteReference === '')
    fields['minuteReference'] =
      'Say in which minute the body decided on it, as you do not sign for it.'
  if (lengthOf(minuteReference) > MINUTE_REFERENCE_MAX)
    fields['minuteReference'] = 'Use 200 characters or fewer.'
  if (rationale === '') fields['rationale'] = 'Say why the body proposes it.'
  if (lengthOf(rationale) > RATIONALE_MAX) fields['rationale'] = 'Use 2,000 characters or fewer.'
  if (Object.keys(fields).length > 0)
    return refuse('invalid', `There is something to put right. ${KEPT}`, fields)
  return done({ bodyId, rationale, minuteReference })
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
