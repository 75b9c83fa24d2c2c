import { type Amendment, nameOutcome, outcomeOf, rationaleOf } from './amendment'
import { describeVote } from './vote'

const HEADINGS = [
  'Amendment',
  'Body',
  'About',
  'Current text',
  'Proposed text',
  'Rationale',
  'Outcome',
  'Accepted words',
  'Vote',
  'Reason',
  'Minute reference',
]

/** The amendments paper as a table, one line each (SPEC.md AM15). */
export function writeAmendmentsCsv(amendments: readonly Amendment[]): string {
  const rows = amendments.map((amendment) => {
    const { number, body, suggestion, minuteReference } = amendment
    const outcome = outcomeOf(amendment)
    return [
      String(number),
      body.name,
      suggestion.about,
      suggestion.before,
      suggestion.after,
      rationaleOf(amendment),
      nameOutcome(amendment),
      outcome?.words ?? '',
      outcome?.vote ? describeVote(outcome.vote) : '',
      outcome?.reason ?? '',
      outcome?.minuteReference || minuteReference,
    ]
  })
  return `\uFEFF${[HEADINGS, ...rows].map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`
}

/** What begins like a formula is kept from being one. */
function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
