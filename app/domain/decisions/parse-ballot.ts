import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  type Ballot,
  CONSENT_CHOICES,
  type DecisionOption,
  type VotingMethod,
  type VotingRules,
} from './decision'
import { CONTENT_FROM } from './count-sense'
import { countOf } from './count-words'

export const REASON_MAX = 2000

export type Fields = Readonly<Record<string, unknown>>

export interface ParsedVote {
  readonly ballot: Ballot
  readonly reason: string
}

/** A vote as a form sends it (SPEC.md DE5–DE8). */
export function parseVote(
  method: VotingMethod,
  rules: VotingRules,
  fields: Fields,
): Outcome<ParsedVote> {
  const ballot = parseBallot(method, rules, fields)
  if (!ballot.ok) return ballot
  const reason = textOf(fields, 'reason')
  if (reason.length > REASON_MAX)
    return wrong('reason', `Write the reason in ${REASON_MAX} characters or fewer.`)
  if (reason === '' && needsReason(ballot.value))
    return wrong('reason', 'Say why, so that the others can answer it.')
  return done({ ballot: ballot.value, reason })
}

/** An objection, and a low level in a sense check (SPEC.md DE8). */
export function needsReason(ballot: Ballot): boolean {
  if (ballot.type === 'consent') return ballot.choice === 'object'
  return ballot.type === 'level' && ballot.level < CONTENT_FROM
}

function parseBallot(method: VotingMethod, rules: VotingRules, fields: Fields): Outcome<Ballot> {
  if (mayAbstain(method) && textOf(fields, 'abstain') === 'yes') return done({ type: 'abstain' })
  switch (method) {
    case 'consent':
      return parseConsent(fields)
    case 'majority':
      return parseOption(rules, fields)
    case 'score':
      return parseScores(rules, fields)
    case 'dot':
      return parseDots(rules, fields)
    case 'ranked':
      return parseRanking(rules, fields)
    case 'sense_check':
      return parseLevel(fields)
  }
}

/** Standing aside is how one abstains from consent; a sense check has the middle. */
export function mayAbstain(method: VotingMethod): boolean {
  return method !== 'consent' && method !== 'sense_check'
}

function parseConsent(fields: Fields): Outcome<Ballot> {
  const choice = CONSENT_CHOICES.find((one) => one === textOf(fields, 'choice'))
  return choice
    ? done({ type: 'consent', choice })
    : wrong('choice', 'Choose consent, stand aside or object.')
}

function parseOption({ options }: VotingRules, fields: Fields): Outcome<Ballot> {
  const choice = textOf(fields, 'choice')
  if (choice === 'abstain') return done({ type: 'abstain' })
  const option = options.find(({ id }) => id === choice)
  return option
    ? done({ type: 'option', optionId: option.id })
    : wrong('choice', 'Choose one option, or abstain.')
}

function parseScores({ options }: VotingRules, fields: Fields): Outcome<Ballot> {
  const errors: Record<string, string> = {}
  const scores: Record<string, number> = {}
  for (const { id, label } of options) {
    const typed = textOf(fields, `score-${id}`)
    if (/^[0-5]$/.test(typed)) scores[id] = Number(typed)
    else errors[`score-${id}`] = `Give “${label}” a score from 0 to 5.`
  }
  return refuseAll(errors) ?? done({ type: 'scores', scores })
}

function parseDots(rules: VotingRules, fields: Fields): Outcome<Ballot> {
  const errors: Record<string, string> = {}
  const dots: Record<string, number> = {}
  for (const option of rules.options) {
    const typed = textOf(fields, `dots-${option.id}`) || '0'
    const problem = problemWithDots(typed, option, rules.cap)
    if (problem) errors[`dots-${option.id}`] = problem
    else if (Number(typed) > 0) dots[option.id] = Number(typed)
  }
  return refuseAll(errors) ?? checkTotal(dots, rules)
}

function problemWithDots(typed: string, { label }: DecisionOption, cap: number): string | null {
  if (!/^\d{1,2}$/.test(typed)) return `Write a whole number for “${label}”.`
  return Number(typed) > cap ? `Give “${label}” ${countOf(cap, 'dot')} at most.` : null
}

function checkTotal(dots: Record<string, number>, rules: VotingRules): Outcome<Ballot> {
  const all = Object.values(dots).reduce((sum, number) => sum + number, 0)
  const first = `dots-${rules.options[0]?.id ?? ''}`
  if (all === 0) return wrong(first, 'Place at least one dot, or abstain.')
  return all > rules.dots
    ? wrong(first, `You placed ${all} dots; you have ${rules.dots}.`)
    : done({ type: 'dots', dots })
}

function parseRanking({ options }: VotingRules, fields: Fields): Outcome<Ballot> {
  const ranked = options.flatMap((option) => {
    const typed = textOf(fields, `rank-${option.id}`)
    return /^\d{1,2}$/.test(typed) && Number(typed) > 0 ? [{ option, place: Number(typed) }] : []
  })
  if (ranked.length === 0)
    return wrong(`rank-${options[0]?.id ?? ''}`, 'Rank at least one option, or abstain.')
  const errors: Record<string, string> = {}
  const taken = new Map<number, DecisionOption>()
  for (const { option, place } of ranked) {
    const other = taken.get(place)
    if (other)
      errors[`rank-${option.id}`] =
        `“${other.label}” and “${option.label}” have the same place. Give each its own.`
    taken.set(place, option)
  }
  const order = ranked.toSorted((a, b) => a.place - b.place).map(({ option }) => option.id)
  return refuseAll(errors) ?? done({ type: 'ranking', order })
}

function parseLevel(fields: Fields): Outcome<Ballot> {
  const typed = textOf(fields, 'choice')
  return /^[0-5]$/.test(typed)
    ? done({ type: 'level', level: Number(typed) })
    : wrong('choice', 'Choose a level from 0 to 5.')
}

/** What a form sent under this name, as text without spaces around it. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : ''
}

const NOT_KEPT = 'Your vote was not cast; what you chose is still here.'

function wrong(name: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} ${NOT_KEPT}`, { [name]: message })
}

function refuseAll(errors: Record<string, string>): Outcome<never> | null {
  const [message] = Object.values(errors)
  return message === undefined ? null : refuse('invalid', `${message} ${NOT_KEPT}`, errors)
}
