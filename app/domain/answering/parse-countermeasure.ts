import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { CountermeasureSummary } from './countermeasure'
import { type Texts, checkLength, fieldsOf, textOf } from './read-texts'

const LONGEST = 4000
const TEXT_PARTS = ['problem', 'performance', 'contributors', 'rootCause', 'action', 'effect']

/** A summary as typed. Any part may be blank: it can be saved while it is being written (rule AN38). */
export function parseCountermeasure(texts: Texts): Outcome<CountermeasureSummary> {
  const wrong: Record<string, string> = {}
  for (const part of TEXT_PARTS) {
    const problem = checkLength(textOf(texts, part), LONGEST)
    if (problem !== null) wrong[part] = problem
  }
  const due = parseDateField(fieldsOf(texts), 'due')
  if (!due.ok) wrong['due'] = due.refusal.message
  if (!due.ok || Object.keys(wrong).length > 0)
    return refuse('invalid', 'Nothing was saved yet; what you typed is still here.', wrong)
  return done({
    problem: textOf(texts, 'problem'),
    performance: textOf(texts, 'performance'),
    contributors: listLines(textOf(texts, 'contributors')),
    rootCause: textOf(texts, 'rootCause'),
    action: textOf(texts, 'action'),
    ownerId: textOf(texts, 'owner') || null,
    due: due.value ?? '',
    effect: textOf(texts, 'effect'),
  })
}

function listLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** May it be saved over what stands now? Each save says which revision it began from (rule AN39). */
export function checkRevision(began: string, newest: number): Outcome<void> {
  if (Number(began) === newest) return done(undefined)
  return refuse(
    'conflict',
    'Somebody else has saved this summary while you wrote. Nothing of yours was saved; it is still here. Open the summary in another tab, take over what is new, and save again.',
  )
}
