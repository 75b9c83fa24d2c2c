import { type Outcome, done, refuse } from '../outcome/outcome'

export const DISPOSITIONS = ['accepted', 'accepted_in_part', 'not_accepted', 'noted'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

export const DISPOSITION_LABELS: Record<Disposition, string> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  not_accepted: 'Not accepted',
  noted: 'Noted',
}

/** What became of what was said, with its reason; consultations are answered in these words (domain model 4.4). */
export interface Answer {
  readonly disposition: Disposition
  readonly reason: string
}

export const ANSWER_REASON_MAX = 2000

/** Saying no, or only in part, needs its reason on record (SPEC.md DI15). */
export function needsAnswerReason(disposition: Disposition): boolean {
  return disposition === 'accepted_in_part' || disposition === 'not_accepted'
}

/** Form fields to an answer; null when the thread is resolved without one (SPEC.md DI15). */
export function parseAnswer(fields: {
  readonly disposition: unknown
  readonly reason: unknown
}): Outcome<Answer | null> {
  const given = typeof fields.disposition === 'string' ? fields.disposition : ''
  const reason =
    typeof fields.reason === 'string' ? fields.reason.replaceAll('\u0000', '').trim() : ''
  if (given === '') return done(null)
  const disposition = DISPOSITIONS.find((known) => known === given)
  if (!disposition) return invalid('disposition', 'Choose one of the answers shown.')
  if (needsAnswerReason(disposition) && reason === '')
    return invalid('reason', 'Say why: this answer needs its reason on record.')
  if (Array.from(reason).length > ANSWER_REASON_MAX)
    return invalid('reason', 'The reason may have 2,000 characters at most.')
  return done({ disposition, reason })
}

function invalid(field: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was saved; your text is still here.`, {
    [field]: message,
  })
}
