import * as Y from 'yjs'
import { listLines, type TextLine } from '../../app/document/list-lines'
import { readStrategy } from '../../app/document/read'
import { dayOfInstant } from '../../app/domain/dates/format-date'
import type { AuthoredLine, Piece } from '../../app/domain/history/authorship'
import type { Traces } from '../services/history/history-store'
import { openDocument } from './open-document'

export interface AttributionSources extends Traces {
  readonly updates: readonly Uint8Array[]
  /** Empty: the first chapter. */
  readonly chapterId: string
}

export interface Attributed {
  readonly chapterId: string
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly lines: readonly AuthoredLine[]
  readonly blockTitles: Readonly<Record<string, string>>
}

/**
 * Every letter of a shared text has an id: the client that typed it, and its place among all that client did. The first
 * says who, for an id belongs to one person for ever; the update that brought the second says when. Null: there is no such chapter. SPEC.md HI22–HI24.
 */
export function attributeText(sources: AttributionSources): Attributed | null {
  const doc = openDocument(sources.updates)
  try {
    const { chapters, blocks } = readStrategy(doc)
    const chapter = chapters.find(({ id }) => sources.chapterId === '' || id === sources.chapterId)
    if (!chapter) return null
    const persons = new Map(sources.owners.map(({ clientId, personId }) => [clientId, personId]))
    const times = new Times(sources)
    return {
      chapterId: chapter.id,
      chapters: chapters.map(({ id, title }) => ({ id, title })),
      lines: listLines(doc, chapter.id).map((line) => attributeLine(line, persons, times)),
      blockTitles: Object.fromEntries(blocks.map(({ id, title }) => [id, title])),
    }
  } finally {
    doc.destroy()
  }
}

function attributeLine(
  { kind, blockId, texts }: TextLine,
  persons: ReadonlyMap<number, string | null>,
  times: Times,
): AuthoredLine {
  const pieces: Piece[] = []
  for (const { text, id } of texts) {
    for (let used = 0; used < text.length;) {
      const time = times.find(id.client, id.clock + used, text.length - used)
      const personId = persons.get(id.client) ?? null
      const { at, isExact } = time
      add(pieces, { text: text.slice(used, used + time.length), personId, at, isExact })
      used += time.length
    }
  }
  return { kind, pieces, ...(blockId !== undefined && { blockId }) }
}

/** A sentence typed letter by letter is one piece. */
function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  const isSame =
    last?.personId === piece.personId &&
    last.isExact === piece.isExact &&
    dayOf(last.at) === dayOf(piece.at)
  if (last && isSame) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
  else pieces.push(piece)
}

const days = new Map<string, string>()
const MOST_DAYS = 10_000

function dayOf(at: string | null): string {
  if (at === null) return ''
  const hour = at.slice(0, 13)
  const known = days.get(hour) ?? dayOfInstant(at)
  if (days.size < MOST_DAYS) days.set(hour, known)
  return known
}

interface Span {
  readonly from: number
  to: number
  readonly at: Date
}

interface Time {
  readonly at: string | null
  readonly isExact: boolean
  /** How many letters have this time. */
  readonly length: number
}

/** When each client did what: from the log as far as it goes back, before that from the versions. */
class Times {
  private readonly spans = new Map<number, Span[]>()
  private readonly versions: readonly { readonly clocks: Map<number, number>; readonly at: Date }[]

  constructor({ log, versions }: AttributionSources) {
    for (const { bytes, at } of log) {
      const { from, to } = Y.parseUpdateMeta(bytes)
      for (const [client, clock] of from)
        this.note(client, { from: clock, to: to.get(client) ?? clock, at })
    }
    for (const spans of this.spans.values()) spans.sort((a, b) => a.from - b.from)
    this.versions = versions.map(({ stateVector, at }) => ({
      clocks: Y.decodeStateVector(stateVector),
      at,
    }))
  }

  /** What one client typed in a row on one day is one span, however many updates that were. */
  private note(client: number, span: Span): void {
    const spans = this.spans.get(client) ?? []
    const last = spans.at(-1)
    const follows =
      last?.to === span.from && dayOf(last.at.toISOString()) === dayOf(span.at.toISOString())
    if (last && follows) last.to = span.to
    else spans.push(span)
    this.spans.set(client, spans)
  }

  find(client: number, clock: number, most: number): Time {
    const spans = this.spans.get(client) ?? []
    const index = findLastFrom(spans, clock)
    const own = spans[index]
    if (own && clock < own.to) return tell(own.at, true, Math.min(most, own.to - clock))
    const next = spans[index + 1]?.from ?? Infinity
    const ahead = Math.min(most, next - clock)
    const version = this.versions.find(({ clocks }) => (clocks.get(client) ?? 0) > clock)
    if (!version) return { at: null, isExact: false, length: ahead }
    return tell(version.at, false, Math.min(ahead, (version.clocks.get(client) ?? 0) - clock))
  }
}

/** The place of the last span that begins at this clock or before; -1 when there is none. */
function findLastFrom(spans: readonly Span[], clock: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}

function tell(at: Date, isExact: boolean, length: number): Time {
  return { at: at.toISOString(), isExact, length }
}
