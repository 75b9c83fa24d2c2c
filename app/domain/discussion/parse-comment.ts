import { z } from 'zod'

import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  COMMENT_MAX,
  CONTEXT_MAX,
  QUOTE_MAX,
  THREAD_KINDS,
  type ThreadKind,
  type ThreadTarget,
} from './thread'

const id = z.string().regex(/^[\w:.-]{1,100}$/)

/** A place in the shared document, as Yjs writes it: an item, or the end of a type. */
const itemId = z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() })
const position = z.object({
  item: itemId.nullish(),
  type: itemId.nullish(),
  tname: id.nullish(),
  assoc: z.int().optional(),
})

/** PostgreSQL cannot keep the character NUL, and nobody can see it. */
const words = z.string().transform(dropNul)

const textTarget = z.object({
  type: z.literal('text'),
  chapterId: id,
  anchor: z.object({
    start: position,
    end: position,
    quote: words.pipe(z.string().min(1).max(QUOTE_MAX)),
    prefix: words.pipe(z.string().max(CONTEXT_MAX)),
    suffix: words.pipe(z.string().max(CONTEXT_MAX)),
  }),
})

const blockTarget = z.object({ type: z.literal('block'), chapterId: id.nullable(), blockId: id })

const fieldTarget = z.object({
  type: z.literal('field'),
  chapterId: id.nullable(),
  blockId: id,
  field: id,
})

const sectionTarget = z.object({ type: z.literal('section'), chapterId: id })

const target = z.discriminatedUnion('type', [textTarget, blockTarget, fieldTarget, sectionTarget])

/** A key made by the page that sends, so that a second click or a retry makes nothing new (SPEC.md DI5). */
const key = z.string().regex(/^[0-9a-z-]{16,64}$/i)

const NOTHING_LOST = 'Nothing was saved; your text is still here.'

/** The words of a comment: trimmed, 1 to 5,000 characters (SPEC.md DI1–DI3). */
export function parseCommentText(text: unknown): Outcome<string> {
  const trimmed = typeof text === 'string' ? dropNul(text).trim() : ''
  if (trimmed === '') return invalidText('Write your comment first.')
  const length = Array.from(trimmed).length
  if (length <= COMMENT_MAX) return done(trimmed)
  return invalidText(
    `The comment has ${withThousands(length)} characters and may have ${withThousands(COMMENT_MAX)}. ${NOTHING_LOST}`,
  )
}

/** What a new thread is about, from the page's JSON (SPEC.md DI4). */
export function parseThreadTarget(value: unknown): Outcome<ThreadTarget> {
  const parsed = target.safeParse(value)
  if (parsed.success) return done(parsed.data)
  if (hasLongQuote(value)) {
    return refuse(
      'invalid',
      `The selected text is too long to comment on: choose at most ${withThousands(QUOTE_MAX)} characters. ${NOTHING_LOST}`,
    )
  }
  return refuse(
    'invalid',
    `The place of the comment was not understood. Select the text again. ${NOTHING_LOST}`,
  )
}

/** What a thread is; a comment when the page does not say (SPEC.md DI13). */
export function parseThreadKind(value: unknown): Outcome<ThreadKind> {
  if (value === null || value === undefined || value === '') return done('comment')
  const kind = THREAD_KINDS.find((known) => known === value)
  return kind
    ? done(kind)
    : refuse(
        'invalid',
        `The page did not say what the comment is. Reload it and try again. ${NOTHING_LOST}`,
      )
}

/** The key by which a repeated request is known (SPEC.md DI5). */
export function parseRequestKey(value: unknown): Outcome<string> {
  const parsed = key.safeParse(value)
  return parsed.success
    ? done(parsed.data)
    : refuse(
        'invalid',
        `The page is out of date. Copy your text, reload the page and send it again. ${NOTHING_LOST}`,
      )
}

function invalidText(message: string): Outcome<never> {
  return refuse('invalid', message, { text: message })
}

function hasLongQuote(value: unknown): boolean {
  const quoted = z.object({ anchor: z.object({ quote: z.string().min(QUOTE_MAX + 1) }) })
  return quoted.safeParse(value).success
}

function dropNul(text: string): string {
  return text.replaceAll('\u0000', '')
}

function withThousands(count: number): string {
  return count.toLocaleString('en-GB')
}
