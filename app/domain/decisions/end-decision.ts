import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Decision, statusOf } from './decision'
import { textOf } from './parse-ballot'

export const STATEMENT_MAX = 4000
export const REFERENCE_MAX = 200

/** A decision takes votes between its opening and its close, by the server's clock (SPEC.md DE12). */
export function checkTakesVotes(
  decision: Pick<Decision, 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
): Outcome<void> {
  switch (statusOf(decision, now)) {
    case 'open':
      return done(undefined)
    case 'not_yet':
      return refuse('conflict', 'Voting has not opened yet. Your vote was not cast.')
    case 'cancelled':
      return refuse('conflict', 'This decision was cancelled. Your vote was not cast.')
    case 'due':
    case 'closed':
      return refuse('conflict', 'Voting has closed. Your vote was not cast.')
  }
}

/** Closed early or cancelled: by who opened it or the chair, with a reason, once (SPEC.md DE13). */
export function checkMayEnd(
  decision: Pick<Decision, 'state' | 'openedById'>,
  by: { readonly personId: string; readonly isChair: boolean },
): Outcome<void> {
  if (decision.openedById !== by.personId && !by.isChair)
    return refuse('forbidden', 'Only who opened a decision, or the chair, may end it.')
  return decision.state === 'open'
    ? done(undefined)
    : refuse('conflict', 'This decision has ended already. It cannot be opened again.')
}

export function parseEndReason(value: unknown): Outcome<string> {
  const reason = textOf({ value }, 'value')
  if (reason === '')
    return refuse('invalid', 'Say why it ends now. Nothing was changed.', {
      reason: 'Say why it ends now.',
    })
  return reason.length <= STATEMENT_MAX
    ? done(reason)
    : refuse('invalid', 'The reason is too long. Nothing was changed.', {
        reason: `Write ${STATEMENT_MAX} characters at most.`,
      })
}

export interface Statement {
  readonly statement: string
  readonly minuteReference: string
}

/** What the outcome means, in the words of who closes, and where the minutes have it (SPEC.md DE31). */
export function parseStatement(
  fields: Readonly<Record<string, unknown>>,
  isNeeded: boolean,
): Outcome<Statement> {
  const statement = textOf(fields, 'statement')
  const minuteReference = textOf(fields, 'minuteReference')
  const errors: Record<string, string> = {}
  if (statement === '' && isNeeded) errors['statement'] = 'Write what the outcome means.'
  if (statement.length > STATEMENT_MAX)
    errors['statement'] = `Write ${STATEMENT_MAX} characters at most.`
  if (minuteReference.length > REFERENCE_MAX)
    errors['minuteReference'] = `Write ${REFERENCE_MAX} characters at most.`
  const [message] = Object.values(errors)
  return message === undefined
    ? done({ statement, minuteReference })
    : refuse('invalid', `${message} Nothing was changed.`, errors)
}
