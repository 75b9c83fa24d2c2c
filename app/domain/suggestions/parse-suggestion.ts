import { z } from 'zod'
import { parseThreadTarget } from '../discussion/parse-comment'
import type { TextAnchor } from '../discussion/thread'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { BLOCK_KINDS, type BlockKind, type FieldValue } from '../strategy/strategy'

export const SUGGESTED_TEXT_MAX = 5000
export const SUGGESTION_REASON_MAX = 2000

/** What a page asks for. What the text says now is never taken from it: the server reads that itself. */
export type AskedChange =
  | {
      readonly type: 'text' | 'new_paragraph'
      readonly chapterId: string
      readonly anchor: TextAnchor
      readonly insert: string
    }
  | { readonly type: 'remove_paragraph'; readonly chapterId: string; readonly anchor: TextAnchor }
  | {
      readonly type: 'format'
      readonly chapterId: string
      readonly anchor: TextAnchor
      readonly format: 'bold' | 'italic'
      readonly isOn: boolean
    }
  | {
      readonly type: 'field'
      readonly blockId: string
      readonly key: string
      readonly after: FieldValue | null
    }
  | { readonly type: 'move_block'; readonly blockId: string; readonly to: AskedPlace }
  | {
      readonly type: 'new_block'
      readonly kind: BlockKind
      readonly title: string
      readonly statement: string
      readonly parentId: string | null
      readonly to: AskedPlace
    }
  | { readonly type: 'remove_block'; readonly blockId: string }

export interface AskedPlace {
  readonly chapterId: string
  readonly afterBlockId: string | null
}

const id = z.string().regex(/^[\w:.-]{1,100}$/)
const place = z.object({ chapterId: id, afterBlockId: id.nullable() })
const words = (max: number) => z.string().transform(dropNul).pipe(z.string().max(max))
const values = z.union([words(SUGGESTED_TEXT_MAX), z.number(), z.array(words(200)).max(200)])

const inWords = { chapterId: id, anchor: z.unknown() }
const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...inWords, insert: words(SUGGESTED_TEXT_MAX) }),
  z.object({ type: z.literal('new_paragraph'), ...inWords, insert: words(SUGGESTED_TEXT_MAX) }),
  z.object({ type: z.literal('remove_paragraph'), ...inWords }),
  z.object({
    type: z.literal('format'),
    ...inWords,
    format: z.enum(['bold', 'italic']),
    isOn: z.boolean(),
  }),
  z.object({ type: z.literal('field'), blockId: id, key: id, after: values.nullable() }),
  z.object({ type: z.literal('move_block'), blockId: id, to: place }),
  z.object({
    type: z.literal('new_block'),
    kind: z.enum(BLOCK_KINDS),
    title: words(500),
    statement: words(SUGGESTED_TEXT_MAX),
    parentId: id.nullable(),
    to: place,
  }),
  z.object({ type: z.literal('remove_block'), blockId: id }),
])

const NOTHING_LOST = 'Nothing was saved; what you wrote is still here.'

/** The change a page asks for, from its JSON (SPEC.md SU7–SU9). */
export function parseAskedChange(value: unknown): Outcome<AskedChange> {
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    return refuse('invalid', `The suggestion was not understood. ${NOTHING_LOST}`)
  const change = parsed.data
  if (!('anchor' in change)) return done(change)
  const anchor = parseAnchor(change)
  if (!anchor.ok) return anchor
  if (!('insert' in change)) return done({ ...change, anchor: anchor.value })
  return checkInsert({ ...change, anchor: anchor.value, insert: onOneLine(change.insert) })
}

function parseAnchor({
  chapterId,
  anchor,
}: {
  chapterId: string
  anchor?: unknown
}): Outcome<TextAnchor> {
  const target = parseThreadTarget({ type: 'text', chapterId, anchor })
  if (!target.ok) return target
  if (target.value.type !== 'text')
    return refuse('invalid', `The suggestion was not understood. ${NOTHING_LOST}`)
  if (!target.value.anchor.quote.includes('\n')) return done(target.value.anchor)
  const message = 'A suggestion is about words of one paragraph: choose words of one only.'
  return refuse('invalid', `${message} ${NOTHING_LOST}`)
}

function checkInsert(change: Extract<AskedChange, { insert: string }>): Outcome<AskedChange> {
  if (change.type === 'new_paragraph' && change.insert === '')
    return refuse('invalid', `Write the paragraph first. ${NOTHING_LOST}`)
  if (change.type === 'new_paragraph' || change.insert !== change.anchor.quote) return done(change)
  const message = 'This is what the text says already: change the words first.'
  return refuse('invalid', `${message} ${NOTHING_LOST}`)
}

/** Why it is suggested or decided so; must be said when a suggestion is rejected (SPEC.md SU3, SU10). */
export function parseSuggestionReason(value: unknown, isNeeded: boolean): Outcome<string> {
  const reason = typeof value === 'string' ? dropNul(value).trim() : ''
  if (isNeeded && reason === '')
    return invalid('Say why, so that the person who suggested it knows.')
  const length = Array.from(reason).length
  if (length <= SUGGESTION_REASON_MAX) return done(reason)
  return invalid(
    `The reason has ${length.toLocaleString('en-GB')} characters and may have 2,000. ${NOTHING_LOST}`,
  )
}

function invalid(message: string): Outcome<never> {
  return refuse('invalid', message, { reason: message })
}

/** A paragraph has no line breaks of its own: what was written on several lines is joined. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ').trim()
}

function dropNul(text: string): string {
  return text.replaceAll('\u0000', '')
}
