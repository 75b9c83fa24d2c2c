import { writeCsv } from '../files/write-csv'
import { dayOfInstant } from '../dates/format-date'
import { type Decision, statusOf } from './decision'
import { describeQuorum, METHOD_LABELS, OUTCOME_LABELS } from './decision-words'

/** A decision as lists show it: how many have voted, never how. */
export interface ListedDecision extends Decision {
  readonly voted: number
  readonly entitled: number
  /** This person may vote and that vote is not there. */
  readonly isMine: boolean
}

export const LOG_FILTERS = ['all', 'open', 'closed', 'cancelled'] as const
export type LogFilter = (typeof LOG_FILTERS)[number]

export interface LogQuery {
  readonly filter: LogFilter
  readonly words: string
}

/** Open ones first, mine before the others and the next to close first; then the log, newest first (SPEC.md DE34). */
export function arrangeLog(
  decisions: readonly ListedDecision[],
  { filter, words }: LogQuery,
): { readonly open: readonly ListedDecision[]; readonly log: readonly ListedDecision[] } {
  const found = decisions.filter(
    (decision) => (filter === 'all' || decision.state === filter) && hasWords(decision, words),
  )
  const open = found
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine) || compare(a.closesAt, b.closesAt))
  const log = found
    .filter(({ state }) => state !== 'open')
    .toSorted((a, b) => compare(dayTaken(b), dayTaken(a)) || compare(b.id, a.id))
  return { open, log }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function hasWords(decision: ListedDecision, words: string): boolean {
  const text = [
    decision.question,
    decision.context,
    decision.outcomeWords,
    decision.statement,
    decision.bodyName,
    decision.minuteReference,
    METHOD_LABELS[decision.method],
    ...decision.rules.options.map(({ label }) => label),
  ]
    .join('\n')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The day a decision was taken: of the meeting, or of its close. */
export function dayTaken({ heldOn, closedAt, closesAt }: Decision): string {
  return heldOn ?? dayOfInstant(closedAt ?? closesAt)
}

/** `Carried`, `Open`, `Cancelled`. */
export function outcomeLabel(decision: Decision, now: Date): string {
  if (decision.state === 'cancelled') return 'Cancelled'
  if (decision.outcome) return OUTCOME_LABELS[decision.outcome]
  return statusOf(decision, now) === 'not_yet' ? 'Not open yet' : 'Open'
}

/** The log as a table for other programs (SPEC.md DE36). */
export function toCsv(decisions: readonly ListedDecision[], now: Date): string {
  const rows = decisions.map((decision) => [
    dayTaken(decision),
    decision.question,
    METHOD_LABELS[decision.method],
    outcomeLabel(decision, now),
    decision.outcomeWords,
    decision.statement,
    decision.method === 'meeting' ? '' : describeQuorum(decision.rules.quorum),
    decision.method === 'meeting' ? '' : String(decision.entitled),
    decision.method === 'meeting' ? '' : String(decision.voted),
    decision.bodyName,
    decision.minuteReference,
    decision.dissent || decision.closeReason,
    decision.openedByName,
  ])
  return writeCsv([HEADS, ...rows])
}

const HEADS = [
  'Date',
  'Question',
  'Method',
  'Outcome',
  'Result',
  'Statement',
  'Quorum',
  'Entitled',
  'Voted',
  'Body',
  'Minute reference',
  'Dissent, or why it was closed early or cancelled',
  'Opened by',
]
