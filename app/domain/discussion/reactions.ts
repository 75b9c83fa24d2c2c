import { type Outcome, done, refuse } from '../outcome/outcome'

export const REACTIONS = ['agree', 'thanks', 'not_sure'] as const
export type Reaction = (typeof REACTIONS)[number]

export const REACTION_LABELS: Record<Reaction, string> = {
  agree: 'Agree',
  thanks: 'Thanks',
  not_sure: 'Not sure',
}

/** One person's reaction to one comment (SPEC.md DI23). */
export interface GivenReaction {
  readonly kind: Reaction
  readonly personId: string
  readonly name: string
}

export function parseReaction(value: unknown): Outcome<Reaction> {
  const kind = REACTIONS.find((known) => known === value)
  return kind
    ? done(kind)
    : refuse('invalid', 'Choose one of the reactions shown. Nothing was changed.')
}
