import { type Outcome, done, refuse } from '../outcome/outcome'
import type { StrategyContent } from '../strategy/strategy'

export const VISION_ANSWERS = ['confirm', 'confirm_with_comment', 'cannot_confirm'] as const
export type VisionAnswer = (typeof VISION_ANSWERS)[number]

export const VISION_ANSWER_LABELS: Record<VisionAnswer, string> = {
  confirm: 'Confirms',
  confirm_with_comment: 'Confirms with a comment',
  cannot_confirm: 'Cannot confirm',
}

export const COMMENT_MAX = 2000

export interface OrganisationAnswer {
  readonly answer: VisionAnswer
  readonly comment: string
  readonly personName: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface AskedOrganisation {
  readonly id: string
  readonly name: string
  /** Newest first; the first one counts. */
  readonly answers: readonly OrganisationAnswer[]
}

export interface VisionRequest {
  readonly id: string
  readonly words: string
  /** SHA-256 of the words. */
  readonly wordsHash: string
  readonly note: string
  readonly askedByName: string
  readonly at: string
  readonly closedAt: string | null
  readonly organisations: readonly AskedOrganisation[]
}

/** The vision's exact words as they stand in the text; null when there is none (SPEC.md VC2). */
export function readVisionWords({ blocks }: StrategyContent): string | null {
  const visions = blocks.filter(({ kind, chapterId }) => kind === 'vision' && chapterId !== null)
  const words = visions
    .flatMap(({ title, statement }) => [title, statement])
    .filter((text) => text !== '')
  return words.length === 0 ? null : words.join('\n')
}

export interface AnswerForm {
  readonly answer: VisionAnswer
  readonly comment: string
}

/** SPEC.md VC3. */
export function parseVisionAnswer(fields: Readonly<Record<string, unknown>>): Outcome<AnswerForm> {
  const answer = VISION_ANSWERS.find((known) => known === fields['answer'])
  if (!answer) return refuseField('answer', 'Choose an answer.')
  const comment = parseVisionNote(fields['comment'], 'comment')
  if (!comment.ok) return comment
  if (answer !== 'confirm' && comment.value === '')
    return refuseField(
      'comment',
      answer === 'cannot_confirm' ? 'Say why it cannot be confirmed.' : 'Write the comment.',
    )
  return done({ answer, comment: comment.value })
}

/** SPEC.md VC1. */
export function parseVisionNote(value: unknown, field = 'note'): Outcome<string> {
  const text = typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : ''
  return text.length > COMMENT_MAX
    ? refuseField(field, 'Write 2,000 characters at most.')
    : done(text)
}

function refuseField(field: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was recorded; what you typed is still here.`, {
    [field]: message,
  })
}

/** May this organisation answer now? (SPEC.md VC5) */
export function checkAnswering(
  request: Pick<VisionRequest, 'closedAt' | 'organisations'>,
  organisationId: string,
): Outcome<void> {
  if (request.closedAt !== null)
    return refuse('conflict', 'This request is closed, so nothing was recorded.')
  if (!request.organisations.some(({ id }) => id === organisationId))
    return refuse('forbidden', 'Your organisation was not asked, so nothing was recorded.')
  return done(undefined)
}

const REMIND_AFTER_DAYS = [7, 14] as const
const DAY_MS = 86_400_000

export interface VisionReminder {
  readonly organisationId: string
  /** Said once. */
  readonly onceKey: string
}

/** Whose organisations are to be reminded now (SPEC.md VC8). */
export function remindersFor(request: VisionRequest, now: Date): VisionReminder[] {
  if (request.closedAt !== null) return []
  const days = (now.getTime() - new Date(request.at).getTime()) / DAY_MS
  const due = REMIND_AFTER_DAYS.findLast((after) => days >= after)
  if (due === undefined) return []
  return request.organisations
    .filter(({ answers }) => answers.length === 0)
    .map(({ id }) => ({ organisationId: id, onceKey: `vision:${request.id}:${due}` }))
}
