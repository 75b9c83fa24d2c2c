import { type Outcome, done, refuse } from '../outcome/outcome'
import type { StrategyState } from '../strategy/strategy'

/** How far a draft has come before it is submitted, in order. */
export const PHASES = ['drafting', 'workshop', 'consultation', 'fact_check', 'final_draft'] as const
export type Phase = (typeof PHASES)[number]

export const PHASE_LABELS: Record<Phase, string> = {
  drafting: 'Drafting',
  workshop: 'Workshop',
  consultation: 'Consultation',
  fact_check: 'Fact check',
  final_draft: 'Final draft',
}

/** What happens in it, for whoever chooses. */
export const PHASE_HINTS: Record<Phase, string> = {
  drafting: 'Members write the text together.',
  workshop: 'People meet and work on the text in the room.',
  consultation: 'People outside the writing group read and answer.',
  fact_check: 'Figures, names and sources are checked.',
  final_draft: 'The text is as it will be submitted; only mistakes are mended.',
}

/** The draft came to another phase; only ever added. */
export interface PhaseChange {
  readonly id: string
  readonly from: Phase
  readonly to: Phase
  readonly note: string
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** The phases a draft may come to from this one (SPEC.md SO32, SO33, SO34). */
export function phasesAfter(phase: Phase): readonly Phase[] {
  return PHASES.filter((to) => isNext(phase, to) || (to === 'drafting' && phase !== 'drafting'))
}

function isNext(from: Phase, to: Phase): boolean {
  const steps = PHASES.indexOf(to) - PHASES.indexOf(from)
  return steps === 1 || (from === 'drafting' && to === 'consultation')
}

interface PhaseRequest {
  readonly to: Phase
  readonly note: string
}

/** May the draft come to that phase now? (SPEC.md SO32–SO35) */
export function checkPhaseChange(
  now: { readonly state: StrategyState; readonly phase: Phase },
  { to, note }: PhaseRequest,
): Outcome<void> {
  if (now.state !== 'drafting')
    return refuse(
      'conflict',
      'Only a draft has phases, and this text is frozen. Nothing was changed.',
    )
  const { phase } = now
  if (to === phase)
    return refuse('conflict', `The draft is in ${nameInText(phase)} already. Nothing was changed.`)
  if (!phasesAfter(phase).includes(to)) {
    const message = `From ${nameInText(phase)} the draft goes to ${listPhases(phasesAfter(phase), 'or')}, not to ${nameInText(to)}.`
    return refuse('conflict', `${message} Nothing was changed.`, { to: message })
  }
  if (to === 'drafting' && note === '') {
    const message = 'Say why the draft goes back to drafting.'
    return refuse('invalid', `${message} Nothing was changed.`, { note: message })
  }
  return done(undefined)
}

/** What submitting now would leave out; a workshop is nobody's duty (SPEC.md SO36). */
export function phasesSkipped(phase: Phase): readonly Phase[] {
  return PHASES.filter(
    (later) => later !== 'workshop' && PHASES.indexOf(later) > PHASES.indexOf(phase),
  )
}

export function listPhases(phases: readonly Phase[], word: 'and' | 'or' = 'and'): string {
  const names = phases.map(nameInText)
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`
}

function nameInText(phase: Phase): string {
  return PHASE_LABELS[phase].toLowerCase()
}
