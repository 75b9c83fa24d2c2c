import { type Outcome, done, refuse } from '../outcome/outcome'
import { DEFINITION_MAX, TERM_MAX } from './term'

export interface TermForm {
  readonly term: string
  readonly definition: string
  readonly insteadOf: string
}

const NOTHING_LOST = 'Nothing was saved; what you typed is still here.'

/** Form fields to a term; `taken`: the partnership's other terms (SPEC.md GL4, GL5). */
export function parseTerm(
  fields: Readonly<Record<string, unknown>>,
  taken: readonly string[],
): Outcome<TermForm> {
  const [term, definition, insteadOf] = ['term', 'definition', 'insteadOf'].map((name) =>
    clean(fields[name]),
  ) as [string, string, string]
  const problems: Record<string, string> = {}
  if (term === '') problems['term'] = 'Write the word or abbreviation.'
  else if (term.length > TERM_MAX)
    problems['term'] = `The word may have ${TERM_MAX} characters at most.`
  else if (taken.some((other) => other.toLowerCase() === term.toLowerCase()))
    problems['term'] = `“${term}” is in the glossary already.`
  if (definition === '') problems['definition'] = 'Say what it means, in plain words.'
  else if (definition.length > DEFINITION_MAX)
    problems['definition'] = `The meaning may have ${DEFINITION_MAX} characters at most.`
  if (insteadOf.length > TERM_MAX)
    problems['insteadOf'] = `What to write instead may have ${TERM_MAX} characters at most.`
  const messages = Object.values(problems)
  if (messages.length > 0)
    return refuse('invalid', `${messages.join(' ')} ${NOTHING_LOST}`, problems)
  return done({ term, definition, insteadOf })
}

/** One line, without characters nobody can see. */
function clean(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}
