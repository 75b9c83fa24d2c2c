import { z } from 'zod'

import { type Outcome, done, refuse } from '../outcome/outcome'
import { SIGN_OFF_RESULTS, type SignOffResult } from './agreement'
import { needsReason } from './sign-off'

export const REASON_MAX = 2000
export const MINUTE_REFERENCE_MAX = 200
export const CHANGE_NOTE_MAX = 2000

/** What a person wrote in the sign-off form. */
export interface SignOffForm {
  readonly bodyId: string
  readonly editionHash: string
  readonly result: SignOffResult
  readonly reason: string
  readonly minuteReference: string
}

const schema = z.object({
  bodyId: z
    .string({ error: 'Choose the body you sign for.' })
    .regex(/^[\w:.-]{1,100}$/, 'Choose the body you sign for.'),
  editionHash: z
    .string({ error: 'Reload the page: it does not say which text you read.' })
    .regex(/^[0-9a-f]{64}$/, 'Reload the page: it does not say which text you read.'),
  result: z.enum(SIGN_OFF_RESULTS, 'Choose an answer.'),
  reason: limited(REASON_MAX, 'The reason'),
  minuteReference: limited(MINUTE_REFERENCE_MAX, 'The minute reference'),
})

/** Form fields to a sign-off; fields it does not know are ignored (SPEC.md SO11–SO13). */
export function parseSignOffForm(fields: Readonly<Record<string, unknown>>): Outcome<SignOffForm> {
  const parsed = schema.safeParse({ reason: '', minuteReference: '', ...fields })
  if (!parsed.success) return refuseFields(parsed.error.issues)
  if (needsReason(parsed.data.result) && parsed.data.reason === '') {
    return refuseFields([
      { path: ['reason'], message: 'Say why: this answer needs its reason on record.' },
    ])
  }
  return done(parsed.data)
}

/** What changed since the last edition, 0 to 2,000 characters. */
export function parseChangeNote(value: unknown): Outcome<string> {
  return parseOne('changeNote', limited(CHANGE_NOTE_MAX, 'The change note'), value ?? '')
}

/** Why an edition goes back to drafting; it has to be said (SPEC.md SO5). */
export function parseReturnReason(value: unknown): Outcome<string> {
  const reason = limited(REASON_MAX, 'The reason').pipe(
    z.string().min(1, 'Say why the edition goes back to drafting.'),
  )
  return parseOne('reason', reason, value ?? '')
}

/** Why an edition is no longer public; it has to be said (SPEC.md SO30). */
export function parseWithdrawalReason(value: unknown): Outcome<string> {
  const reason = limited(REASON_MAX, 'The reason').pipe(
    z.string().min(1, 'Say why the edition is withdrawn: readers will see it.'),
  )
  return parseOne('reason', reason, value ?? '')
}

/** Why a publication is urgent; whether it has to be said depends (SPEC.md SO28). */
export function parseUrgentReason(value: unknown): Outcome<string> {
  return parseOne('urgentReason', limited(REASON_MAX, 'The reason'), value ?? '')
}

function parseOne(field: string, schema: z.ZodType<string>, value: unknown): Outcome<string> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return done(parsed.data)
  return refuseFields(
    parsed.error.issues.map((issue) => ({ path: [field], message: issue.message })),
  )
}

function limited(max: number, name: string) {
  const message = `${name} may have ${max.toLocaleString('en-GB')} characters at most.`
  // PostgreSQL cannot keep the character NUL, and nobody can see it.
  return z
    .string(message)
    .transform((text) => text.replaceAll('\u0000', '').trim())
    .pipe(z.string().max(max, message))
}

function refuseFields(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Outcome<never> {
  const fields = Object.fromEntries(
    issues.map((issue) => [String(issue.path[0] ?? 'form'), issue.message]),
  )
  const message = `${Object.values(fields).join(' ')} Nothing was recorded; what you typed is still here.`
  return refuse('invalid', message, fields)
}
