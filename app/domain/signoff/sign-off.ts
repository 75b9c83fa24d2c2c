import { type Outcome, done, refuse } from '../outcome/outcome'
import type { EditionState, SigningBody, SignOff, SignOffResult, Verb } from './agreement'

/** The results each verb can have: noting is not agreeing, and scrutiny comments without deciding (SPEC.md SO10). */
const RESULTS: Record<Verb, readonly SignOffResult[]> = {
  agree: ['agreed', 'agreed_with_comments', 'abstained', 'declined'],
  endorse: ['agreed', 'agreed_with_comments', 'abstained', 'declined'],
  approve: ['agreed', 'agreed_with_comments', 'abstained', 'declined'],
  note: ['noted'],
  scrutinise: ['noted', 'agreed_with_comments'],
}

export function resultsFor(verb: Verb): readonly SignOffResult[] {
  return RESULTS[verb]
}

/** These results say something that needs its reason on record (SPEC.md SO11). */
export function needsReason(result: SignOffResult): boolean {
  return result === 'agreed_with_comments' || result === 'abstained' || result === 'declined'
}

export function isPositive(result: SignOffResult): boolean {
  return result === 'agreed' || result === 'agreed_with_comments' || result === 'noted'
}

/** The partnership itself: its positive sign-off is the approval (SPEC.md SO19). */
export function isApprovingBody(body: SigningBody): boolean {
  return body.kind === 'icp' && body.verb === 'approve'
}

/** An edition as far as signing it is concerned. */
export interface SignableEdition {
  readonly state: EditionState
  readonly hash: string
}

export interface SignOffRequest {
  readonly bodyId: string
  /** The hash of the text the person saw. */
  readonly editionHash: string
  readonly result: SignOffResult
}

export interface SigningSituation {
  readonly edition: SignableEdition
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly Pick<SignOff, 'bodyId' | 'result'>[]
  /** The bodies this person signs for. */
  readonly signatoryOf: readonly string[]
}

/** May this sign-off be recorded now, and does recording it approve the edition? (SPEC.md SO9–SO19) */
export function checkSignOff(
  request: SignOffRequest,
  situation: SigningSituation,
): Outcome<{ body: SigningBody; approves: boolean }> {
  const body = situation.bodies.find((candidate) => candidate.id === request.bodyId)
  if (!body || !situation.signatoryOf.includes(body.id)) {
    return refuse('forbidden', 'You are not a signatory of this body, so nothing was recorded.')
  }
  if (request.editionHash !== situation.edition.hash) {
    return refuse(
      'conflict',
      'This is no longer the text you read, so nothing was recorded. Open the current edition, read what changed and sign again.',
    )
  }
  const open = mayBeSigned(body, situation.edition.state)
  if (!open.ok) return open
  if (situation.signOffs.some((signOff) => signOff.bodyId === body.id)) {
    return refuse(
      'conflict',
      `${body.name} has already signed off this edition. A sign-off is never changed; nothing was recorded.`,
    )
  }
  if (!RESULTS[body.verb].includes(request.result)) {
    return refuse('invalid', `${body.name} cannot give that answer, so nothing was recorded.`, {
      result: 'Choose one of the answers shown.',
    })
  }
  const approves = isApprovingBody(body) && isPositive(request.result)
  const waiting = approves ? waitingBodies(situation) : []
  if (waiting.length > 0) {
    return refuse(
      'conflict',
      `Nothing was recorded: ${joinNames(waiting)} must agree before ${body.name} approves.`,
    )
  }
  return done({ body, approves })
}

/** The required bodies, other than the approving one, that have not signed positively. */
export function waitingBodies(
  situation: Pick<SigningSituation, 'bodies' | 'signOffs'>,
): SigningBody[] {
  const positive = new Set(
    situation.signOffs.filter((s) => isPositive(s.result)).map((s) => s.bodyId),
  )
  return situation.bodies.filter(
    (body) => body.required && !isApprovingBody(body) && !positive.has(body.id),
  )
}

function mayBeSigned(body: SigningBody, state: EditionState): Outcome<void> {
  if (state === 'submitted') return done(undefined)
  if (state === 'approved' && !body.required) return done(undefined)
  return refuse('conflict', 'This edition no longer waits for sign-off, so nothing was recorded.')
}

export function joinNames(bodies: readonly { name: string }[]): string {
  const names = bodies.map((body) => body.name)
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
