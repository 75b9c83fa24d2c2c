import { type Outcome, done, refuse } from '../outcome/outcome'
import type { SuggestionAction, SuggestionState } from './suggestion'

/** What is done about a suggestion that has been made. */
export type Decision = Exclude<SuggestionAction, 'propose'>

export interface DecisionSituation {
  readonly state: SuggestionState
  readonly isAuthor: boolean
  /** Whether this person holds the pen: `decide_suggestion` of the access rules. */
  readonly mayDecide: boolean
}

const LEADS_TO: Record<Decision, SuggestionState> = {
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'withdrawn',
  supersede: 'superseded',
  reopen: 'proposed',
}

/** May this person do this to a suggestion in that state, and what does it become? (SPEC.md SU1–SU6) */
export function decideSuggestion(
  decision: Decision,
  situation: DecisionSituation,
): Outcome<SuggestionState> {
  const { state, isAuthor, mayDecide } = situation
  if (decision === 'withdraw') {
    if (!isAuthor)
      return refuse('forbidden', 'Only the person who made a suggestion may withdraw it.')
  } else if (!mayDecide) {
    return refuse('forbidden', 'Only the chair and editors may decide on suggestions.')
  }
  if (decision === 'reopen') {
    if (state === 'proposed')
      return refuse('conflict', 'The suggestion is open already. Nothing was changed.')
    if (state === 'withdrawn')
      return refuse(
        'conflict',
        'The suggestion was withdrawn by the person who made it. Nothing was changed.',
      )
    return done('proposed')
  }
  if (state !== 'proposed')
    return refuse('conflict', `The suggestion ${SETTLED[state]} Nothing was changed.`)
  return done(LEADS_TO[decision])
}

const SETTLED: Record<Exclude<SuggestionState, 'proposed'>, string> = {
  accepted: 'has been accepted already.',
  rejected: 'has been rejected already.',
  withdrawn: 'has been withdrawn by the person who made it.',
  superseded: 'has been set aside already.',
}

export const SUGGESTION_STATE_LABELS: Record<SuggestionState, string> = {
  proposed: 'Open',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  superseded: 'Set aside',
}

/** Told to an editor whose acceptance was refused (SPEC.md SU12). */
export const TEXT_HAS_CHANGED =
  'The text has changed since this was suggested, so it was not accepted and nothing was changed. Write it in by hand and mark it as accepted, set it aside, or reject it with a reason.'
