import { z } from 'zod'

import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Attendance, SIGN_OFF_RESULTS, type SignOffResult } from './agreement'
import { needsReason } from './sign-off'

export const REASON_MAX = 2000
export const MINUTE_REFERENCE_MAX = 200
export const CHANGE_NOTE_MAX = 2000

/** What a person wrote in the sign-off form. */
export interface SignOffForm extends Attendance {
  readonly bodyId: string
  readonly editionHash: string
  readonly result: SignOffResult
  readonly reason: string
  readonly minuteReference: string
  readonly dissent: string
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
  present: count('How many were present'),
  votesFor: count('The votes for'),
  votesAgainst: count('The votes against'),
  votesAbstained: count('The abstentions'),
  dissent: limited(REASON_MAX, 'The dissent'),
})

const NOTHING_SAID = {
  reason: '',
  minuteReference: '',
  present: '',
  votesFor: '',
  votesAgainst: '',
  votesAbstained: '',
  dissent: '',
}

/** Form fields to a sign-off; fields it does not know are ignored (SPEC.md SO11–SO13). */
export function parseSignOffForm(fields: Readonly<Record<string, unknown>>): Outcome<SignOffForm> {
  const parsed = schema.safeParse({ ...NOTHING_SAID, ...fields })
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

/** A text of this length or shorter, which may be empty; what cannot be kept is taken out. */
export function parseShortText(
  value: unknown,
  { field, name, max }: { readonly field: string; readonly name: string; readonly max: number },
): Outcome<string> {
  return parseOne(field, limited(max, name), value ?? '')
}

function parseOne(field: string, schema: z.ZodType<string>, value: unknown): Outcome<string> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return done(parsed.data)
  return refuseFields(
    parsed.error.issues.map((issue) => ({ path: [field], message: issue.message })),
  )
}

/** A whole number, or nothing. */
function count(name: string) {
  const message = `${name}: write a whole number, like 9, or leave it empty.`
  return z
    .string(message)
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^\d{0,5}$/, message))
    .transform((text) => (text === '' ? null : Number(text)))
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
