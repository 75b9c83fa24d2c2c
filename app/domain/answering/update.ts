import type { PersonRef } from '../metrics/metric'
import type { Period } from '../metrics/period'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type Texts, checkLength, textOf } from './read-texts'

export const UPDATE_KINDS = ['comment', 'structured_update'] as const
export type UpdateKind = (typeof UPDATE_KINDS)[number]

export const UPDATE_KIND_LABELS: Record<UpdateKind, string> = {
  comment: 'Comment',
  structured_update: 'Structured update',
}

export const UPDATE_PARTS = ['happened', 'why', 'next'] as const
export type UpdatePart = (typeof UPDATE_PARTS)[number]

export const UPDATE_QUESTIONS: Record<UpdatePart, string> = {
  happened: 'What happened?',
  why: 'Why did it happen?',
  next: 'What happens next?',
}

/** Which questions each kind asks (rule AN37). */
export const PARTS_OF_KIND: Record<UpdateKind, readonly UpdatePart[]> = {
  comment: ['happened'],
  structured_update: UPDATE_PARTS,
}

export type UpdateText = Readonly<Partial<Record<UpdatePart, string>>>

export interface NewUpdate {
  readonly kind: UpdateKind
  readonly period: Pick<Period, 'start' | 'label'>
  readonly text: UpdateText
}

export interface MetricUpdate extends NewUpdate {
  readonly id: string
  readonly by: PersonRef
  /** An ISO instant. */
  readonly at: string
}

const LONGEST = 2000

/** What a lead says of a period: all questions of its kind answered, about a period that is over (rule AN37). */
export function parseUpdate(texts: Texts, periods: readonly Period[]): Outcome<NewUpdate> {
  const kind = UPDATE_KINDS.find((known) => known === texts['kind']) ?? 'comment'
  const period = periods.find(({ start }) => start === texts['period'])
  const wrong: Record<string, string> = {}
  if (!period) wrong['period'] = 'Choose a period that is over.'
  const parts = PARTS_OF_KIND[kind]
  for (const part of parts) {
    const text = textOf(texts, part)
    const problem = text === '' ? 'Say this in a sentence or two.' : checkLength(text, LONGEST)
    if (problem !== null) wrong[part] = problem
  }
  if (!period || Object.keys(wrong).length > 0)
    return refuse('invalid', 'Nothing was saved yet; what you typed is still here.', wrong)
  const text = Object.fromEntries(parts.map((part) => [part, textOf(texts, part)]))
  return done({ kind, period: { start: period.start, label: period.label }, text })
}
