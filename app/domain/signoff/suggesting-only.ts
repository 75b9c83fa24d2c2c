import { type Outcome, done, refuse } from '../outcome/outcome'
import type { StrategyState } from '../strategy/strategy'

/** The draft was put into suggesting only, or opened for writing again; only ever added. */
export interface WritingChange {
  readonly id: string
  readonly suggestingOnly: boolean
  readonly reason: string
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** May the draft be put into suggesting only, or opened again, now? (SPEC.md SO39, SO40) */
export function checkWritingChange(
  now: { readonly state: StrategyState; readonly suggestingOnly: boolean },
  wanted: { readonly suggestingOnly: boolean; readonly reason: string },
): Outcome<void> {
  if (now.state !== 'drafting') {
    return refuse(
      'conflict',
      'Only a draft can be put into suggesting only, and this text is frozen. Nothing was changed.',
    )
  }
  if (now.suggestingOnly === wanted.suggestingOnly)
    return refuse(
      'conflict',
      now.suggestingOnly
        ? 'The draft is in suggesting only already. Nothing was changed.'
        : 'The draft is open for writing already. Nothing was changed.',
    )
  if (wanted.suggestingOnly && wanted.reason === '') {
    const message = 'Say why: those who write will read it.'
    return refuse('invalid', `${message} Nothing was changed.`, { reason: message })
  }
  return done(undefined)
}
