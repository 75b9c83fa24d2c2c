import type { ReportedRound } from '../../services/rounds/round-store'
import {
  COMMENT_HEAD,
  listFacts,
  listPeople,
  PEOPLE_HEAD,
  SUGGESTION_HEAD,
  writeComment,
  writeSuggestion,
} from './round-rows'

/** Tables one under the other, with a byte order mark so that spreadsheets read the letters right (SPEC.md RR18). */
export function renderRoundCsv(reported: ReportedRound): Uint8Array {
  const { report } = reported
  const rows: string[][] = [
    ...listFacts(reported),
    [],
    ['Organisation', 'Asked', 'Finished', 'Declined'],
    ...report.organisations.map(({ organisationName, asked, finished, declined }) => [
      organisationName,
      String(asked),
      String(finished),
      String(declined),
    ]),
    [],
    PEOPLE_HEAD,
    ...listPeople(reported),
    [],
    [`Comments without an answer: ${report.unanswered.length}`],
    COMMENT_HEAD,
    ...report.comments.map(writeComment),
    [],
    [`Suggestions without a decision: ${report.undecided.length}`],
    SUGGESTION_HEAD,
    ...report.suggestions.map(writeSuggestion),
  ]
  const text = rows.map((row) => row.map(writeCell).join(',')).join('\r\n')
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}

/** A spreadsheet calculates what begins like a formula. */
const FORMULA = /^[=+\-@\t\r]/

function writeCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
