import { type Outcome, done, refuse } from '../outcome/outcome'
import { SIGN_OFF_RESULTS, type SignOffResult } from '../signoff/agreement'
import { needsReason, resultsFor } from '../signoff/sign-off'
import type { SetBody, SetVersion } from './metric-set'

const LONGEST_REASON = 2000

export interface TypedSetSignOff {
  readonly bodyId: string
  /** Of the text the person saw. */
  readonly sha256: string
  readonly result: string
  readonly reason: string
}

export interface SetSigning {
  readonly newest: Pick<SetVersion, 'number' | 'sha256' | 'signOffs'>
  /** Of the partnership. */
  readonly bodies: readonly SetBody[]
  /** The bodies this person signs for. */
  readonly signatoryOf: readonly string[]
}

export interface CheckedSetSignOff {
  readonly body: SetBody
  readonly result: SignOffResult
  readonly reason: string
}

/** May this answer be recorded? (Rules MS6–MS9.) */
export function checkSetSignOff(
  typed: TypedSetSignOff,
  { newest, bodies, signatoryOf }: SetSigning,
): Outcome<CheckedSetSignOff> {
  const body = bodies.find(({ id }) => id === typed.bodyId)
  if (!body || !signatoryOf.includes(body.id))
    return refuse('forbidden', 'You are not a signatory of this body, so nothing was recorded.')
  if (typed.sha256 !== newest.sha256)
    return refuse(
      'conflict',
      `This is not the newest version, so nothing was recorded. Read version ${newest.number} and answer that.`,
    )
  if (newest.signOffs.some(({ bodyId }) => bodyId === body.id))
    return refuse(
      'conflict',
      `${body.name} has already answered this version. An answer is never changed; nothing was recorded.`,
    )
  return readAnswer(body, typed)
}

function readAnswer(
  body: SetBody,
  typed: Pick<TypedSetSignOff, 'result' | 'reason'>,
): Outcome<CheckedSetSignOff> {
  const result = SIGN_OFF_RESULTS.find((one) => one === typed.result)
  if (!result || !resultsFor(body.verb).includes(result))
    return refuseField('result', 'Choose one of the answers shown.')
  const reason = typed.reason.trim()
  if (reason === '' && needsReason(result))
    return refuseField('reason', 'Say why: this answer needs its reason on record.')
  if (reason.length > LONGEST_REASON || reason.includes('\u0000'))
    return refuseField('reason', 'Use 2,000 characters or fewer, without control characters.')
  return done({ body, result, reason })
}

function refuseField(field: string, sentence: string): Outcome<never> {
  return refuse('invalid', 'Nothing was recorded; what you typed is still here.', {
    [field]: sentence,
  })
}
