import { SENTENCE_VERBS } from '../vocabularies/block-terms'
import { termOf } from '../vocabularies/vocabulary'
import { numberField, textField } from './field-access'
import type { Block } from './strategy'

/** The slots of an objective's sentence as people filled them. */
export interface SentenceParts {
  /** One of `SENTENCE_VERBS`. */
  readonly verb: string
  readonly measure: string
  /** `20%`, or `to 9%`. */
  readonly amount: string
  readonly year: number | null
  readonly forWhom: string
}

export function readSentenceParts(block: Pick<Block, 'fields'>): SentenceParts {
  return {
    verb: textField(block, 'sentenceVerb'),
    measure: textField(block, 'sentenceMeasure').trim(),
    amount: textField(block, 'sentenceAmount').trim(),
    year: numberField(block, 'sentenceYear'),
    forWhom: textField(block, 'sentenceFor').trim(),
  }
}

/**
 * “We will [verb] [measure] by [amount] by [year] (with the greatest improvement for [group]).” Null without a verb
 * and a measure; other empty slots are left out. SPEC.md, SG31–SG34.
 */
export function writeSentence(parts: SentenceParts): string | null {
  const verb = termOf(SENTENCE_VERBS, parts.verb)
  const measure = withoutStop(parts.measure)
  if (!verb || measure === '') return null
  const said = [
    `We will ${verb.label.toLowerCase()} ${measure}`,
    withJoiner(withoutStop(parts.amount), 'by'),
    parts.year === null ? '' : `by ${parts.year}`,
    parts.forWhom === '' ? '' : `(with the greatest improvement for ${withoutStop(parts.forWhom)})`,
  ]
  return `${said.filter(Boolean).join(' ')}.`
}

/** “to 9%” and “from 12 to 9” say their own joiner. */
function withJoiner(amount: string, joiner: string): string {
  if (amount === '') return ''
  return /^(to|by|from|below|above|at|under|over)\s/i.test(amount)
    ? `${amount.charAt(0).toLowerCase()}${amount.slice(1)}`
    : `${joiner} ${amount}`
}

function withoutStop(text: string): string {
  return text.replace(/[\s.]+$/u, '')
}

/** How the statement stands to the sentence: SPEC.md, SG35–SG37. */
export type StatementState =
  /** No sentence can be made yet. */
  | 'unfinished'
  /** There is a sentence, and no statement. */
  | 'empty'
  | 'same'
  /** People have changed the statement: it is theirs, and nothing writes over it unasked. */
  | 'by_hand'

export function compareStatement(sentence: string | null, statement: string): StatementState {
  if (sentence === null) return 'unfinished'
  if (statement.trim() === '') return 'empty'
  return statement.trim() === sentence ? 'same' : 'by_hand'
}

/** Whether a change of the slots goes on into the statement: only where nobody has written one of their own. */
export function followsSentence(before: string | null, statement: string): boolean {
  const state = compareStatement(before, statement)
  return state === 'empty' || state === 'same' || statement.trim() === ''
}
