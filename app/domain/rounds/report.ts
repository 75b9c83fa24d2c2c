import type { Thread, ThreadKind } from '../discussion/thread'
import { THREAD_KIND_LABELS } from '../discussion/thread'
import { type Answer, DISPOSITION_LABELS } from '../discussion/disposition'
import { nameChange } from '../suggestions/describe-suggestion'
import { SUGGESTION_STATE_LABELS } from '../suggestions/decide-suggestion'
import type { Suggestion, SuggestionState } from '../suggestions/suggestion'
import type { Round, RoundPerson } from './round'

export interface ReportedWords {
  readonly authorName: string
  readonly organisationName: string
  readonly text: string
  readonly at: string
}

export interface ReportedComment extends ReportedWords {
  readonly threadId: string
  readonly kind: ThreadKind
  /** The chapter or block, and the words it is on. */
  readonly place: string
  readonly quote: string
  readonly replies: readonly ReportedWords[]
  readonly state: Thread['state']
  /** Null: nobody has said what became of it. */
  readonly answer: Answer | null
}

export interface ReportedSuggestion {
  readonly id: string
  readonly authorName: string
  readonly organisationName: string
  readonly about: string
  readonly change: string
  readonly before: string
  readonly after: string
  readonly reason: string
  readonly state: SuggestionState
  readonly outcomeReason: string
  readonly at: string
}

export interface OrganisationResponse {
  readonly organisationName: string
  readonly asked: number
  readonly finished: number
  readonly declined: number
}

/** Everything a round brought, and what became of it (SPEC.md RR14–RR17). */
export interface RoundReport {
  readonly organisations: readonly OrganisationResponse[]
  readonly people: readonly (RoundPerson & { readonly said: number })[]
  readonly silent: readonly RoundPerson[]
  readonly comments: readonly ReportedComment[]
  readonly suggestions: readonly ReportedSuggestion[]
  /** Comments without an answer and suggestions that are open: work that is left. */
  readonly unanswered: readonly ReportedComment[]
  readonly undecided: readonly ReportedSuggestion[]
}

export interface SaidInRound {
  readonly threads: readonly Thread[]
  readonly suggestions: readonly Suggestion[]
  readonly placeOf: (thread: Thread) => string
}

export function buildReport(round: Round, said: SaidInRound): RoundReport {
  const wasSaid = saidDuring(round)
  const comments = said.threads
    .filter((thread) => thread.comments.some((c) => wasSaid(c.author.id, c.createdAt)))
    .map((thread) => reportThread(thread, said.placeOf(thread)))
  const suggestions = said.suggestions
    .filter(({ createdBy, createdAt }) => wasSaid(createdBy.id, createdAt))
    .map(reportSuggestion)
  const counts = countSaid(said, wasSaid)
  return {
    organisations: countByOrganisation(round.people),
    people: round.people.map((person) => ({ ...person, said: counts.get(person.personId) ?? 0 })),
    silent: round.people.filter(({ answer }) => answer === null),
    comments,
    suggestions,
    unanswered: comments.filter(({ answer }) => answer === null),
    undecided: suggestions.filter(({ state }) => state === 'proposed'),
  }
}

type WasSaid = (personId: string, at: string) => boolean

/** By somebody who was asked, from the opening to the end (SPEC.md RR14). */
function saidDuring({ people, openedAt, endedAt }: Round): WasSaid {
  const asked = new Set(people.map(({ personId }) => personId))
  return (personId, at) =>
    asked.has(personId) &&
    openedAt !== null &&
    at >= openedAt &&
    (endedAt === null || at <= endedAt)
}

function countSaid({ threads, suggestions }: SaidInRound, wasSaid: WasSaid): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (personId: string, at: string) => {
    if (wasSaid(personId, at)) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  }
  for (const { author, createdAt } of threads.flatMap((thread) => thread.comments))
    count(author.id, createdAt)
  for (const { createdBy, createdAt } of suggestions) count(createdBy.id, createdAt)
  return counts
}

function countByOrganisation(people: readonly RoundPerson[]): OrganisationResponse[] {
  const names = [...new Set(people.map(({ organisationName }) => organisationName))]
  return names.map((organisationName) => {
    const own = people.filter((person) => person.organisationName === organisationName)
    return {
      organisationName,
      asked: own.length,
      finished: own.filter(({ answer }) => answer === 'finished').length,
      declined: own.filter(({ answer }) => answer === 'declined').length,
    }
  })
}

const TAKEN_AWAY = '(taken away by its author)'

function reportThread(thread: Thread, place: string): ReportedComment {
  const [first, ...replies] = thread.comments.map((comment) => ({
    authorName: comment.author.name,
    organisationName: comment.author.organisationName,
    text: comment.isDeleted ? TAKEN_AWAY : comment.text,
    at: comment.createdAt,
  }))
  return {
    ...(first ?? { authorName: '', organisationName: '', text: '', at: thread.createdAt }),
    threadId: thread.id,
    kind: thread.kind,
    place,
    quote: thread.target.type === 'text' ? thread.target.anchor.quote : '',
    replies,
    state: thread.state,
    answer: thread.answer,
  }
}

function reportSuggestion(suggestion: Suggestion): ReportedSuggestion {
  const { id, createdBy, about, before, after, state, createdAt, events } = suggestion
  const last = events.length > 1 ? events.at(-1) : undefined
  return {
    id,
    authorName: createdBy.name,
    organisationName: createdBy.organisationName,
    about,
    change: nameChange(suggestion.change),
    before,
    after,
    reason: events[0]?.reason ?? '',
    state,
    outcomeReason: last?.reason ?? '',
    at: createdAt,
  }
}

export function describeAnswer({ answer, state }: ReportedComment): string {
  if (answer === null)
    return state === 'resolved' ? 'Resolved without an answer' : 'Not answered yet'
  return [DISPOSITION_LABELS[answer.disposition], answer.reason].filter(Boolean).join(': ')
}

export function describeOutcome({ state, outcomeReason }: ReportedSuggestion): string {
  return [SUGGESTION_STATE_LABELS[state], outcomeReason].filter(Boolean).join(': ')
}

export const RESPONSE_WORDS = {
  finished: 'Finished',
  declined: 'Declined',
  none: 'Not answered',
} as const

export function nameResponse({ answer }: Pick<RoundPerson, 'answer'>): string {
  return RESPONSE_WORDS[answer ?? 'none']
}

export function nameKind({ kind }: Pick<ReportedComment, 'kind'>): string {
  return THREAD_KIND_LABELS[kind]
}

/** “58 %”, of people who were asked. */
export function describeRate({ asked, finished }: { asked: number; finished: number }): string {
  return asked === 0 ? '0 %' : `${Math.round((finished / asked) * 100)} %`
}
