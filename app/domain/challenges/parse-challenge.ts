import { z } from 'zod'
import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { CHALLENGE_TAGS } from './challenge'

export const QUESTION_MAX = 2000
export const ANSWER_MAX = 5000
export const LINKS_MAX = 10

export interface FormFields {
  get(name: string): unknown
  getAll(name: string): readonly unknown[]
}

export interface AskedChallenge {
  readonly question: string
  /** Null: the whole strategy. */
  readonly blockId: string | null
  /** Who answers; their organisation is the one that is asked. */
  readonly answererId: string
  readonly tags: readonly string[]
  readonly dueOn: string
}

/** Form fields to a question (SPEC.md CH1–CH3). */
export function parseChallenge(form: FormFields, today: string): Outcome<AskedChallenge> {
  const question = readText(form.get('question'))
  const answererId = readText(form.get('answererId'))
  const dueOn = readDay(form, today)
  const wrong: Record<string, string> = {}
  const wrongQuestion = checkQuestion(question)
  if (wrongQuestion !== null) wrong['question'] = wrongQuestion
  if (answererId === '') wrong['answererId'] = 'Choose who is to answer.'
  if (!dueOn.ok) wrong['dueOn'] = dueOn.refusal.message
  if (Object.keys(wrong).length > 0 || !dueOn.ok)
    return refuse('invalid', 'Nothing was asked yet; what you typed is still here.', wrong)
  const chosen = new Set(form.getAll('tags'))
  return done({
    question,
    answererId,
    blockId: readText(form.get('blockId')) || null,
    tags: CHALLENGE_TAGS.map(({ id }) => id).filter((id) => chosen.has(id)),
    dueOn: dueOn.value,
  })
}

function checkQuestion(question: string): string | null {
  if (question === '') return 'Write the question.'
  if (Array.from(question).length <= QUESTION_MAX) return null
  return 'The question may have 2,000 characters at most.'
}

function readDay(form: FormFields, today: string): Outcome<string> {
  const parsed = parseDateField(form, 'dueOn')
  if (!parsed.ok) return parsed
  if (parsed.value === null) return refuse('invalid', 'Write the day by which you want an answer.')
  if (parsed.value < today) return refuse('invalid', 'Choose a day that has not passed.')
  return done(parsed.value)
}

export interface GivenAnswer {
  readonly text: string
  readonly links: readonly string[]
  readonly sourceIds: readonly string[]
}

const link = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000)

/** Form fields to an answer with its evidence (SPEC.md CH5). */
export function parseAnswer(form: FormFields): Outcome<GivenAnswer> {
  const wrong: Record<string, string> = {}
  const text = readText(form.get('text'))
  if (text === '') wrong['text'] = 'Write the answer.'
  else if (Array.from(text).length > ANSWER_MAX)
    wrong['text'] = 'The answer may have 5,000 characters at most.'
  const links = readText(form.get('links'))
    .split(/\s+/)
    .filter((part) => part !== '')
  if (links.length > LINKS_MAX) wrong['links'] = `An answer has ${LINKS_MAX} links at most.`
  else if (!links.every((part) => link.safeParse(part).success))
    wrong['links'] = 'Write each link on its own line, beginning with https://.'
  if (Object.keys(wrong).length > 0)
    return refuse('invalid', 'The answer was not saved; what you typed is still here.', wrong)
  const sourceIds = form.getAll('sources').filter((id) => typeof id === 'string')
  return done({ text, links, sourceIds: [...new Set(sourceIds)] })
}

/** Saying that an answer is not enough, withdrawing and taking off the public page need their reason (SPEC.md CH6–CH8). */
export function parseReason(value: unknown, isNeeded: boolean): Outcome<string> {
  const reason = readText(value)
  if (isNeeded && reason === '') return invalidReason('Say why: the reason is kept.')
  if (Array.from(reason).length > QUESTION_MAX)
    return invalidReason('The reason may have 2,000 characters at most.')
  return done(reason)
}

function invalidReason(message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was changed; your text is still here.`, {
    reason: message,
  })
}

function readText(value: unknown): string {
  return (typeof value === 'string' ? value : '').replaceAll('\u0000', '').trim()
}
