import { z } from 'zod'
import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { ASKED_TYPES, type Asked, type Round, ROUND_KINDS } from './round'

export const ROUND_REASON_MAX = 2000
export const QUESTIONS_MAX = 20
export const QUESTION_MAX = 500

/** What a round asks, as written down before it opens. */
export type RoundPlan = Pick<Round, 'kind' | 'title' | 'questions' | 'asked' | 'edition' | 'dueOn'>

/** A form: one value, or several of one name. */
export interface FormFields {
  get(name: string): unknown
  getAll(name: string): readonly unknown[]
}

const line = z
  .string('Write what the round is called.')
  .transform((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write what the round is called.')
      .max(200, 'The name may have 200 characters at most.'),
  )

const schema = z.object({
  title: line,
  kind: z.enum(ROUND_KINDS, 'Choose what kind of round it is.'),
  text: z.string().regex(/^(?:draft|[1-9]\d{0,5})$/, 'Choose the text to be read.'),
})

/** Form fields to a plan (SPEC.md RR1–RR3). */
export function parseRound(form: FormFields): Outcome<RoundPlan> {
  const named = parseNamed(form)
  const questions = readQuestions(form.get('questions'))
  const dueOn = readDay(form)
  const asked = readAsked(form.getAll('asked'))
  if (named.ok && questions.ok && dueOn.ok && asked.ok)
    return done({
      ...named.value,
      questions: questions.value,
      asked: asked.value,
      dueOn: dueOn.value,
    })
  return refuse('invalid', 'The round was not saved; what you typed is still here.', {
    ...(named.ok ? {} : named.refusal.fields),
    ...wrongField('questions', questions),
    ...wrongField('dueOn', dueOn),
    ...wrongField('asked', asked),
  })
}

function parseNamed(form: FormFields): Outcome<Pick<RoundPlan, 'title' | 'kind' | 'edition'>> {
  const parsed = schema.safeParse({
    title: form.get('title'),
    kind: form.get('kind'),
    text: form.get('text'),
  })
  if (parsed.success) {
    const { title, kind, text } = parsed.data
    return done({ title, kind, edition: text === 'draft' ? null : Number(text) })
  }
  const wrong: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) wrong[String(path[0])] ??= message
  return refuse('invalid', Object.values(wrong).join(' '), wrong)
}

function wrongField(name: string, outcome: Outcome<unknown>): Record<string, string> {
  return outcome.ok ? {} : { [name]: outcome.refusal.message }
}

/** The last day to answer. */
export function readDay(form: Pick<FormFields, 'get'>): Outcome<string> {
  const parsed = parseDateField(form, 'dueOn')
  if (!parsed.ok) return parsed
  if (parsed.value !== null) return done(parsed.value)
  return refuse('invalid', 'Write the last day for answers.')
}

/** One question on each line. */
function readQuestions(value: unknown): Outcome<string[]> {
  const questions = (typeof value === 'string' ? value : '')
    .replaceAll('\u0000', '')
    .split(/\r?\n/)
    .map((question) => question.trim())
    .filter((question) => question !== '')
  if (questions.length === 0)
    return refuse('invalid', 'Write at least one question, in plain words.')
  if (questions.length > QUESTIONS_MAX)
    return refuse('invalid', `A round has ${QUESTIONS_MAX} questions at most.`)
  if (questions.some((question) => Array.from(question).length > QUESTION_MAX))
    return refuse('invalid', `A question may have ${QUESTION_MAX} characters at most.`)
  return done(questions)
}

function readAsked(values: readonly unknown[]): Outcome<Asked[]> {
  const texts = new Set(values.filter((value) => typeof value === 'string'))
  const asked = [...texts].flatMap((text) => {
    const at = text.indexOf(':')
    const type = ASKED_TYPES.find((known) => known === text.slice(0, at))
    const id = text.slice(at + 1)
    return type && id !== '' && id.length <= 100 && !id.includes('\u0000') ? [{ type, id }] : []
  })
  if (asked.length > 0) return done(asked)
  return refuse('invalid', 'Choose at least one person, organisation or body.')
}

/** A reason, or a note that may be left out (SPEC.md RR6–RR7, RR10). */
export function parseNote(value: unknown, isNeeded: boolean): Outcome<string> {
  const note = (typeof value === 'string' ? value : '').replaceAll('\u0000', '').trim()
  if (isNeeded && note === '') return invalidNote('Say why: the reason is kept.')
  if (Array.from(note).length > ROUND_REASON_MAX)
    return invalidNote('This may have 2,000 characters at most.')
  return done(note)
}

function invalidNote(message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was changed; your text is still here.`, {
    note: message,
  })
}
