import { formatInstant } from '../dates/format-date'
import type {
  Ballot,
  ConsentChoice,
  Decision,
  DecisionOption,
  DecisionStatus,
  Majority,
  Method,
  OutcomeCode,
  Quorum,
  Voters,
} from './decision'

export const METHOD_LABELS: Record<Method, string> = {
  consent: 'Consent',
  majority: 'Majority',
  score: 'Score',
  dot: 'Dots',
  ranked: 'Ranked choice',
  sense_check: 'Sense check',
  meeting: 'Taken in a meeting',
}

/** What each method asks, and what it takes to decide. */
export const METHOD_HINTS: Record<Method, string> = {
  consent: 'Consent, stand aside, or object with a reason. Carried when nobody objects.',
  majority: 'One option each. Carried when an option has the majority you choose.',
  score: '0 to 5 for every option. The highest mean wins.',
  dot: 'A few dots each to spread over the options. The most dots win.',
  ranked: 'Options in order of preference. The last is taken out, round by round.',
  sense_check: 'Fist of five, 0 to 5: how far people agree. Not binding.',
  meeting: 'Write down a decision that a body has taken, with its minute reference.',
}

export const MAJORITY_LABELS: Record<Majority, string> = {
  simple: 'Simple: more than half of the votes, abstentions not counted',
  two_thirds: 'Two thirds of the votes, abstentions not counted',
  absolute: 'Absolute: more than half of everyone entitled',
}

export const VOTERS_LABELS: Record<Voters, string> = {
  roles: 'Members, by role',
  people: 'People I name',
  organisations: 'One vote for each organisation',
  bodies: 'One vote for each body',
}

export const OUTCOME_LABELS: Record<OutcomeCode, string> = {
  carried: 'Carried',
  not_carried: 'Not carried',
  chosen: 'Chosen',
  tied: 'Tied',
  no_decision: 'No decision',
  sense: 'Not binding',
  recorded: 'Recorded',
}

export const STATUS_LABELS: Record<DecisionStatus, string> = {
  not_yet: 'Not open yet',
  open: 'Open',
  due: 'Closed',
  closed: 'Closed',
  cancelled: 'Cancelled',
}

export const CONSENT_LABELS: Record<ConsentChoice, string> = {
  consent: 'Consent',
  stand_aside: 'Stand aside',
  object: 'Object',
}

export const LEVEL_LABELS = [
  '0: no, I would stop this',
  '1: serious concerns',
  '2: concerns to talk about',
  '3: I can live with it',
  '4: good',
  '5: fully behind it',
] as const

export function describeQuorum(quorum: Quorum): string {
  if (quorum.kind === 'none') return 'None'
  if (quorum.kind === 'number') return `${quorum.number} votes`
  return `${quorum.percent}% of those entitled`
}

/** One vote in words: `Object`, `Clinics: 4, Outreach: 2`, `1 Clinics, 2 Outreach`. */
export function describeBallot(ballot: Ballot, options: readonly DecisionOption[]): string {
  const nameOf = (id: string) => options.find((option) => option.id === id)?.label ?? id
  const listed = (numbers: Readonly<Record<string, number>>) =>
    options
      .filter(({ id }) => numbers[id] !== undefined)
      .map(({ id, label }) => `${label}: ${numbers[id]}`)
      .join(', ')
  switch (ballot.type) {
    case 'abstain':
      return 'Abstained'
    case 'consent':
      return CONSENT_LABELS[ballot.choice]
    case 'option':
      return nameOf(ballot.optionId)
    case 'scores':
      return listed(ballot.scores)
    case 'dots':
      return listed(ballot.dots)
    case 'ranking':
      return ballot.order.map((id, index) => `${index + 1} ${nameOf(id)}`).join(', ')
    case 'level':
      return LEVEL_LABELS[ballot.level] ?? String(ballot.level)
  }
}

/** `closes 12 March 2027 at 17:00` and its kin, for lists. */
export function describeTime(decision: Decision, status: DecisionStatus): string {
  switch (status) {
    case 'not_yet':
      return `Opens ${formatInstant(decision.opensAt)}`
    case 'open':
      return `Closes ${formatInstant(decision.closesAt)}`
    case 'due':
      return `Closed ${formatInstant(decision.closesAt)}`
    case 'closed':
    case 'cancelled':
      return `${STATUS_LABELS[status]} ${formatInstant(decision.closedAt ?? decision.closesAt)}`
  }
}
