import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { ESCALATION_STEPS, type EscalationStep } from './escalation'
import { type Texts, checkLength, fieldsOf, textOf } from './read-texts'

const LONGEST_TITLE = 200
const LONGEST = 4000
const KEPT = 'Nothing was sent; what you typed is still here.'

export interface TypedEscalation {
  readonly title: string
  readonly ask: string
  readonly responseDue: string
}

/** What is asked of the next level, and by when (rule AN30). */
export function parseEscalation(texts: Texts, today: string): Outcome<TypedEscalation> {
  const title = textOf(texts, 'title')
  const ask = textOf(texts, 'ask')
  const wrong: Record<string, string> = {}
  const problems = {
    title:
      title === '' ? 'Say in a few words what it is about.' : checkLength(title, LONGEST_TITLE),
    ask: ask === '' ? 'Say what is asked of the next level.' : checkLength(ask, LONGEST),
  }
  for (const [field, problem] of Object.entries(problems))
    if (problem !== null) wrong[field] = problem
  const due = readDay(texts, today)
  if (!due.ok) wrong['responseDue'] = due.refusal.message
  if (!due.ok || Object.keys(wrong).length > 0) return refuse('invalid', KEPT, wrong)
  return done({ title, ask, responseDue: due.value })
}

export interface TypedStep {
  readonly step: EscalationStep
  readonly words: string
  /** What help is given, by whom; kept with an acceptance. */
  readonly support: string
  readonly responseDue?: string
}

/** A step as typed; a new ask has its day (rule AN32). */
export function parseEscalationStep(texts: Texts, today: string): Outcome<TypedStep> {
  const step = readStep(texts)
  if (!step) return refuse('invalid', 'The page did not say what to do. Nothing was changed.')
  const words = textOf(texts, 'words')
  const support = textOf(texts, 'support')
  const wrong: Record<string, string> = {}
  const { says, to } = ESCALATION_STEPS[step]
  const problem = words === '' ? says : checkLength(words, LONGEST)
  if (problem !== null) wrong['words'] = problem
  const tooLong = checkLength(support, LONGEST)
  if (tooLong !== null) wrong['support'] = tooLong
  const due = to === 'raised' ? readDay(texts, today) : done(undefined)
  if (!due.ok) wrong['responseDue'] = due.refusal.message
  if (!due.ok || Object.keys(wrong).length > 0) return refuse('invalid', KEPT, wrong)
  return done({ step, words, support, ...(due.value && { responseDue: due.value }) })
}

function readStep(texts: Texts): EscalationStep | undefined {
  return (Object.keys(ESCALATION_STEPS) as EscalationStep[]).find((step) => step === texts['step'])
}

function readDay(texts: Texts, today: string): Outcome<string> {
  const due = parseDateField(fieldsOf(texts), 'responseDue')
  if (!due.ok) return due
  if (due.value === null || due.value <= today)
    return refuse('invalid', 'Give a day after today for the answer.')
  return done(due.value)
}
