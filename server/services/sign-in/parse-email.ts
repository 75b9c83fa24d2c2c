import { z } from 'zod'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** A typed e-mail address in lower case. The length is checked before the pattern runs. */
export function parseEmail(typed: unknown): Outcome<string> {
  const parsed = email.safeParse(typed)
  if (parsed.success) return done(parsed.data)
  const message = 'Enter an e-mail address like name@council.gov.uk.'
  return refuse('invalid', 'The e-mail address is not complete. Nothing was sent.', {
    email: message,
  })
}
