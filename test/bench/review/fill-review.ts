import type { Client } from 'pg'
import type * as Y from 'yjs'
import { anchorExactly } from '../../../app/document/anchor'
import { flattenText } from '../../../app/document/flat-text'
import { chapterBodyOf } from '../../../app/document/shape'
import type { TextAnchor } from '../../../app/domain/discussion/thread'
import { STRATEGY } from '../editor/northing'

export const THREADS = 1_000
export const OPEN_SUGGESTIONS = 500
/** Some were answered or decided, so that a filter has something to show and to hide. */
const RESOLVED_EVERY = 4
const DECIDED_SUGGESTIONS = 100

interface Placed {
  readonly chapterId: string
  readonly anchor: TextAnchor
}

/** Every so many words of every chapter, evenly, as somebody who reads it all would comment. */
function chooseWords(doc: Y.Doc, chapterIds: readonly string[], count: number): Placed[] {
  const places: Placed[] = []
  const each = Math.ceil(count / chapterIds.length)
  for (const chapterId of chapterIds) {
    const body = chapterBodyOf(doc, chapterId)
    if (!body) continue
    const flat = flattenText(body)
    for (let index = 0; index < each; index += 1) {
      const at = Math.floor((flat.string.length * (index + 0.5)) / each)
      const start = flat.string.indexOf(' ', at) + 1
      const end = start + /^\S*(?: \S+)?/.exec(flat.string.slice(start))![0].length
      const anchor = anchorExactly(flat, start, end)
      if (anchor && !anchor.quote.includes('\n')) places.push({ chapterId, anchor })
    }
  }
  return places.slice(0, count)
}

/** Rows as the services would write them, without the hours it would take to say them. */
export async function fillReview(
  client: Client,
  doc: Y.Doc,
  chapterIds: readonly string[],
): Promise<{ threads: number; suggestions: number }> {
  // More than are needed: a place may fall on the end of a line.
  const spare = (count: number) => chooseWords(doc, chapterIds, count * 2)
  const threads = spare(THREADS)
    .slice(0, THREADS)
    .map((place, index) => ({ ...place, id: `bench-thread-${index}` }))
  const count = OPEN_SUGGESTIONS + DECIDED_SUGGESTIONS
  const suggestions = spare(count)
    .slice(0, count)
    .map((place, index) => ({ ...place, id: `bench-suggestion-${index}` }))
  await insertThreads(client, threads)
  await insertSuggestions(client, suggestions)
  return { threads: threads.length, suggestions: suggestions.length }
}

type Named = Placed & { readonly id: string }

async function insertThreads(client: Client, threads: readonly Named[]): Promise<void> {
  const rows = threads.map(({ id, chapterId, anchor }, index) => ({
    id,
    strategy_id: STRATEGY,
    target: 'text',
    kind: index % 3 === 0 ? 'question' : 'comment',
    disposition_reason: '',
    chapter_id: chapterId,
    anchor_start: anchor.start,
    anchor_end: anchor.end,
    quote: anchor.quote,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    state: index % RESOLVED_EVERY === 0 ? 'resolved' : 'open',
    created_by_id: 'person-reviewer',
    created_at: new Date(),
    ...(index % RESOLVED_EVERY === 0 && {
      resolved_by_id: 'person-pen',
      resolved_at: new Date(),
    }),
  }))
  await insert(client, 'thread', rows)
  await insert(
    client,
    'comment',
    rows.map(({ id, quote }) => ({
      id: `${id}-comment`,
      thread_id: id,
      author_id: 'person-reviewer',
      text: `What do we mean by “${quote}” here, and who says so?`,
      created_at: new Date(),
    })),
  )
}

async function insertSuggestions(client: Client, suggestions: readonly Named[]): Promise<void> {
  const isOpen = (index: number) => index < OPEN_SUGGESTIONS
  const at = new Date()
  await insert(
    client,
    'suggestion',
    suggestions.map(({ id, chapterId, anchor }, index) => ({
      id,
      strategy_id: STRATEGY,
      state: isOpen(index) ? 'proposed' : 'rejected',
      change: { type: 'text', chapterId, anchor, insert: 'plainer words', isOnlyPlace: false },
      chapter_id: chapterId,
      about: 'Bench',
      before: anchor.quote,
      after: 'plainer words',
      created_by_id: 'person-reviewer',
      created_at: at,
    })),
  )
  const events = suggestions.flatMap(({ id }, index) =>
    (isOpen(index) ? ['propose'] : ['propose', 'reject']).map((action) => ({
      id: `${id}-${action}`,
      suggestion_id: id,
      action,
      person_id: action === 'propose' ? 'person-reviewer' : 'person-pen',
      organisation: 'Healthwatch',
      reason: 'Plainer.',
      by_hand: false,
      at,
    })),
  )
  await insert(client, 'suggestion_event', events)
}

/** Only the columns that are given: the others have their defaults. */
async function insert(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = [...names].map((name) => `"${name}"`).join(', ')
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  )
}
