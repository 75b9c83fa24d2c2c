import { isDate } from '../dates/parse-date'

export const COUNTERMEASURE_PARTS = [
  'problem',
  'performance',
  'contributors',
  'rootCause',
  'action',
  'owner',
  'due',
] as const
export type CountermeasurePart = (typeof COUNTERMEASURE_PARTS)[number]

/** What each part asks (domain model 1.5 and 4.5). */
export const COUNTERMEASURE_QUESTIONS: Record<CountermeasurePart, string> = {
  problem: 'What is the problem, in one sentence?',
  performance: 'How has it been going, against the target?',
  contributors: 'What contributes most to it, with figures?',
  rootCause: 'Why does it happen?',
  action: 'What is being done about the cause?',
  owner: 'Who does it?',
  due: 'By when?',
}

export interface CountermeasureSummary {
  readonly problem: string
  readonly performance: string
  readonly contributors: readonly string[]
  readonly rootCause: string
  readonly action: string
  readonly ownerId: string | null
  /** YYYY-MM-DD, or empty. */
  readonly due: string
  /** What came of it; written after the due day. */
  readonly effect: string
}

export interface Known {
  /** The members of today. */
  readonly people: ReadonlySet<string>
  readonly today: string
}

/** The parts that are still to be written, in their order (rules AN25, AN26). */
export function listMissing(summary: CountermeasureSummary, known: Known): CountermeasurePart[] {
  const has: Record<CountermeasurePart, boolean> = {
    problem: isWritten(summary.problem),
    performance: isWritten(summary.performance),
    contributors: summary.contributors.some(isWritten),
    rootCause: isWritten(summary.rootCause),
    action: isWritten(summary.action),
    owner: summary.ownerId !== null && known.people.has(summary.ownerId),
    due: isDate(summary.due),
  }
  return COUNTERMEASURE_PARTS.filter((part) => !has[part])
}

export type SummaryState = 'in_writing' | 'under_way' | 'effect_due' | 'closed'

export const SUMMARY_STATE_WORDS: Record<SummaryState, string> = {
  in_writing: 'Being written',
  under_way: 'Under way',
  effect_due: 'Due: say what came of it',
  closed: 'Closed',
}

/** Complete summaries are under way until their day has passed, and closed by saying what came of them (rules AN27, AN28). */
export function stateOfSummary(summary: CountermeasureSummary, known: Known): SummaryState {
  if (isWritten(summary.effect)) return 'closed'
  if (listMissing(summary, known).length > 0) return 'in_writing'
  return summary.due < known.today ? 'effect_due' : 'under_way'
}

function isWritten(text: string): boolean {
  return text.trim() !== ''
}
