import { type Outcome, done, refuse } from '../outcome/outcome'
import { parseShortText } from './parse-sign-off'
import { type Phase, PHASES } from './phases'

export const NOTE_MAX = 2000

export function parsePhase(value: unknown): Outcome<Phase> {
  const phase = PHASES.find((known) => known === value)
  if (phase) return done(phase)
  const message = 'Choose the phase the draft comes to.'
  return refuse('invalid', `${message} Nothing was changed.`, { to: message })
}

/** What people should know about the change, 0 to 2,000 characters (SPEC.md SO35). */
export function parsePhaseNote(value: unknown): Outcome<string> {
  return parseShortText(value, { field: 'note', name: 'The note', max: NOTE_MAX })
}

/** Why only suggestions are taken, or why writing is open again (SPEC.md SO39). */
export function parseWritingReason(value: unknown): Outcome<string> {
  return parseShortText(value, { field: 'reason', name: 'The reason', max: NOTE_MAX })
}
