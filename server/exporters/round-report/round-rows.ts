import { formatDate, formatInstant } from '../../../app/domain/dates/format-date'
import {
  describeAnswer,
  describeOutcome,
  nameKind,
  nameResponse,
  type ReportedComment,
  type ReportedSuggestion,
} from '../../../app/domain/rounds/report'
import { nameText, ROUND_KIND_LABELS, ROUND_STATE_LABELS } from '../../../app/domain/rounds/round'
import type { ReportedRound } from '../../services/rounds/round-store'

/** What was asked and of which text, as pairs. */
export function listFacts({ strategyTitle, round, madeAt }: ReportedRound): [string, string][] {
  const { text } = round
  const version = text?.version ? `, version ${text.version}` : ''
  const facts: [string, string][] = [
    ['Strategy', strategyTitle],
    ['Round', round.title],
    ['Kind', ROUND_KIND_LABELS[round.kind]],
    ['State', ROUND_STATE_LABELS[round.state]],
    ['Asked by', round.ownerName],
    ['Opened', round.openedAt ? formatInstant(round.openedAt) : ''],
    ['Last day', formatDate(round.dueOn)],
    ['Ended', round.endedAt ? formatInstant(round.endedAt) : ''],
    ['Reason', round.endedReason],
    ['Text read', `${nameText(round.edition)}${version}`],
    ['SHA-256 of the text', text?.sha256 ?? ''],
    ['Report made', formatInstant(madeAt)],
    ...round.questions.map((question, at): [string, string] => [`Question ${at + 1}`, question]),
  ]
  return facts.filter(([, value]) => value !== '')
}

export const PEOPLE_HEAD = ['Person', 'Organisation', 'Opened the text', 'Answer', 'Said', 'Note']

export function listPeople({ report }: ReportedRound): string[][] {
  return report.people.map((person) => [
    person.name,
    person.organisationName,
    person.readAt ? formatInstant(person.readAt) : 'No',
    nameResponse(person),
    String(person.said),
    person.note,
  ])
}

export const COMMENT_HEAD = [
  'Kind',
  'Place',
  'Who',
  'What was said',
  'Replies',
  'What became of it',
]

export function writeComment(comment: ReportedComment): string[] {
  const { place, quote, authorName, organisationName, text, replies } = comment
  return [
    nameKind(comment),
    quote ? `${place}: “${quote}”` : place,
    [authorName, organisationName].filter(Boolean).join(', '),
    text,
    replies.map((reply) => `${reply.authorName}: ${reply.text}`).join('\n'),
    describeAnswer(comment),
  ]
}

export const SUGGESTION_HEAD = ['Change', 'Place', 'Who', 'From', 'To', 'Why', 'What became of it']

export function writeSuggestion(suggestion: ReportedSuggestion): string[] {
  const { change, about, authorName, organisationName, before, after, reason } = suggestion
  return [
    change,
    about,
    [authorName, organisationName].filter(Boolean).join(', '),
    before,
    after,
    reason,
    describeOutcome(suggestion),
  ]
}
