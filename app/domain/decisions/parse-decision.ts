import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { countOf } from './count-words'
import { usualDots } from './count-dots'
import {
  type DecisionOption,
  hasOptions,
  MAJORITIES,
  type Quorum,
  type Voters,
  VOTERS,
  VOTING_METHODS,
  type VotingMethod,
  type VotingRules,
} from './decision'
import { type Fields, textOf } from './parse-ballot'
import { clockOf, ukInstant } from './uk-instant'

export const QUESTION_MAX = 300
export const CONTEXT_MAX = 4000
export const OPTION_MAX = 200
export const OPTIONS_MIN = 2
export const OPTIONS_MAX = 20

/** A decision as its form describes it, without who may vote. */
export interface AskedDecision {
  readonly method: VotingMethod
  readonly question: string
  readonly context: string
  readonly about: string
  readonly rules: VotingRules
  readonly voters: Voters
  readonly isHidden: boolean
  readonly opensAt: Date
  readonly closesAt: Date
}

export interface ParseContext {
  readonly now: Date
  readonly strategyId: string
  /** The site's own address, so that a link copied from the address bar is known. */
  readonly baseUrl: string
}

/** Form fields to a decision (SPEC.md DE1–DE4). Every field that is wrong is named at once. */
export function parseDecision(fields: Fields, context: ParseContext): Outcome<AskedDecision> {
  const errors: Record<string, string> = {}
  const take = <T>(name: string, read: Outcome<T>, fallback: T): T => {
    if (read.ok) return read.value
    errors[name] = read.refusal.message
    return fallback
  }
  const method = VOTING_METHODS.find((one) => one === fields['method'])
  const voters = VOTERS.find((one) => one === fields['voters'])
  if (!method || !voters)
    return refuse('invalid', 'Choose a method and who votes. Nothing was opened.')
  const question = take('question', line(fields, 'question'), '')
  const contextWords = take('context', upTo(textOf(fields, 'context'), CONTEXT_MAX), '')
  const about = take('about', parseAbout(textOf(fields, 'about'), context), '')
  const options = hasOptions(method) ? take('options', parseOptions(fields), []) : []
  const { dots, cap } = readDots(method, { fields, options: options.length, errors })
  const quorum = take('quorum', parseQuorum(fields), { kind: 'none' })
  const opensAt = take('opens', readMoment(fields, 'opens', context.now), context.now)
  const closesAt = take('closes', readMoment(fields, 'closes', null), context.now)
  if (!errors['closes'] && closesAt <= (opensAt > context.now ? opensAt : context.now))
    errors['closes'] = 'Choose a time to close that is still to come, and after it opens.'
  if (Object.keys(errors).length > 0) return refuseFields(errors)
  const majority = MAJORITIES.find((one) => one === fields['majority']) ?? 'simple'
  return done({
    method,
    question,
    context: contextWords,
    about,
    rules: { options, majority, dots, cap, quorum },
    voters,
    isHidden: textOf(fields, 'isHidden') !== 'no',
    opensAt,
    closesAt,
  })
}

export function refuseFields(errors: Record<string, string>): Outcome<never> {
  return refuse(
    'invalid',
    'Something is missing or wrong. Nothing was opened; what you typed is still here.',
    errors,
  )
}

/** A sentence that has to be there. */
export function line(fields: Fields, name: string): Outcome<string> {
  const text = textOf(fields, name).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  if (text === '') return refuse('invalid', 'Write the question to decide.')
  return upTo(text, QUESTION_MAX)
}

export function upTo(text: string, most: number): Outcome<string> {
  return text.length <= most
    ? done(text)
    : refuse('invalid', `This has ${text.length} characters; ${most} at most.`)
}

/** One a line; the same words twice would split the votes (SPEC.md DE2). */
function parseOptions(fields: Fields): Outcome<readonly DecisionOption[]> {
  const labels = textOf(fields, 'options')
    .split('\n')
    .map((label) => label.trim())
    .filter((label) => label !== '')
  if (labels.length < OPTIONS_MIN || labels.length > OPTIONS_MAX)
    return refuse(
      'invalid',
      `Write ${OPTIONS_MIN} to ${OPTIONS_MAX} options, one a line. There ${labels.length === 1 ? 'is' : 'are'} ${labels.length}.`,
    )
  const twice = labels.find(
    (label, at) => labels.findIndex((one) => one.toLowerCase() === label.toLowerCase()) !== at,
  )
  if (twice !== undefined) return refuse('invalid', `“${twice}” is there twice.`)
  const long = labels.find((label) => label.length > OPTION_MAX)
  if (long !== undefined)
    return refuse('invalid', `Shorten “${long.slice(0, 40)}…” to ${OPTION_MAX} characters.`)
  return done(labels.map((label, index) => ({ id: `o${index + 1}`, label })))
}

interface DotFields {
  readonly fields: Fields
  readonly options: number
  readonly errors: Record<string, string>
}

/** SPEC.md DE23. */
function readDots(method: VotingMethod, { fields, options, errors }: DotFields) {
  const usual = usualDots(options)
  if (method !== 'dot') return { dots: usual, cap: usual }
  const dots = readNumber(textOf(fields, 'dots'), { fallback: usual, most: 50 })
  if (dots === null) errors['dots'] = 'Write a number from 1 to 50.'
  const most = dots ?? usual
  const cap = readNumber(textOf(fields, 'cap'), { fallback: most, most })
  if (cap === null) errors['cap'] = `Write a number from 1 to ${countOf(most, 'dot')}.`
  return { dots: most, cap: cap ?? most }
}

function readNumber(
  typed: string,
  { fallback, most }: { readonly fallback: number; readonly most: number },
): number | null {
  if (typed === '') return fallback
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= most ? number : null
}

function parseQuorum(fields: Fields): Outcome<Quorum> {
  const typed = textOf(fields, 'quorum').replace(/\s*%$/, '%')
  if (typed === '') return done({ kind: 'none' })
  const match = /^(\d{1,4})(%?)$/.exec(typed)
  const number = Number(match?.[1])
  if (!match || number < 1 || (match[2] === '%' && number > 100))
    return refuse('invalid', 'Write a number of votes like 8, a share like 50%, or nothing.')
  return done(match[2] === '%' ? { kind: 'share', percent: number } : { kind: 'number', number })
}

/** The day and time of a form; with `fallback`, empty boxes mean that. */
function readMoment(fields: Fields, name: string, fallback: Date | null): Outcome<Date> {
  const day = parseDateField({ get: (key) => fields[key] }, name)
  if (!day.ok) return day
  if (day.value === null)
    return fallback ? done(fallback) : refuse('invalid', 'Write the day on which it closes.')
  const moment = ukInstant(day.value, textOf(fields, `${name}-time`) || clockOf(NINE))
  return moment ? done(moment) : refuse('invalid', 'Write the time like 17:00.')
}

const NINE = '2027-01-01T09:00:00Z'

/** An address of this strategy, whole or from its first slash; anything else leads out of it (SPEC.md DE1). */
export function parseAbout(typed: string, context: Omit<ParseContext, 'now'>): Outcome<string> {
  if (typed === '') return done('')
  const path = typed.startsWith(context.baseUrl) ? typed.slice(context.baseUrl.length) : typed
  const root = `/strategies/${encodeURIComponent(context.strategyId)}/`
  const isSafe = /^[\w\-./~%?=&#:]+$/.test(path) && path.length <= 500 && !path.includes('/..')
  return path.startsWith(root) && isSafe
    ? done(path)
    : refuse(
        'invalid',
        'Copy the address of a block, a thread or an amendment of this strategy, or leave this empty.',
      )
}
