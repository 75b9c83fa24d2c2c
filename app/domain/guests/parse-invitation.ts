import { z } from 'zod'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { GUEST_PURPOSES, type GuestPurpose } from './guest'

export const GUEST_DAYS_MAX = 180

/** Who is invited to what, and for how long. */
export interface Invitation {
  readonly name: string
  readonly organisationName: string
  /** Lower case. */
  readonly email: string
  readonly purpose: GuestPurpose
  readonly bodyId: string | null
  readonly seesComments: boolean
  readonly days: number
}

const line = (what: string) =>
  z
    .string(what)
    .transform((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .pipe(z.string().min(1, what).max(200, `${what} It may have 200 characters.`))

const schema = z.object({
  name: line('Write the person’s name.'),
  organisationName: line('Write the organisation the person speaks for.'),
  email: z
    .string('Write an e-mail address.')
    .trim()
    .toLowerCase()
    .max(254, 'Write an e-mail address.')
    .pipe(z.email('Write an e-mail address like name@council.gov.uk.')),
  purpose: z.enum(GUEST_PURPOSES, 'Choose what the link is for.'),
  bodyId: z.string().max(100).default(''),
  seesComments: z.string().default(''),
  days: z.coerce
    .number('Write a number of days.')
    .int('Write a whole number of days.')
    .min(1, 'A link is open for a day at least.')
    .max(GUEST_DAYS_MAX, `A link is open for ${GUEST_DAYS_MAX} days at most.`),
})

/** Form fields to an invitation (SPEC.md GU2–GU4). */
export function parseInvitation(fields: Readonly<Record<string, unknown>>): Outcome<Invitation> {
  const parsed = schema.safeParse(fields)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => [
      String(path[0] ?? 'form'),
      message,
    ])
    return refuseFields(Object.fromEntries(wrong) as Record<string, string>)
  }
  const { bodyId, seesComments, ...rest } = parsed.data
  const isEndorsing = rest.purpose === 'endorse'
  if (isEndorsing && bodyId === '')
    return refuseFields({ bodyId: 'Choose the body whose sign-off the guest records.' })
  return done({
    ...rest,
    bodyId: isEndorsing ? bodyId : null,
    seesComments: seesComments === 'yes',
  })
}

function refuseFields(fields: Record<string, string>): Outcome<never> {
  const message = `${Object.values(fields).join(' ')} Nobody was invited; what you typed is still here.`
  return refuse('invalid', message, fields)
}
