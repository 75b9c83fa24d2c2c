import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import type { DocumentNews } from '../collaboration/bus'
import { CHANGES, type Change } from '../services/documents'

/** Above this only the sequence is sent: the receiver reads the log, and Redis's buffers stay small. */
export const MAX_SENT_BYTES = 256 * 1024

const COMMITTED = 0
const COMMITTED_LARGE = 1
const PRESENCE = 2
const WHO_IS_HERE = 3
const CHANGED = 4
const LEFT = 5

/** What goes to every node, whichever documents it has open. */
export type NodeNews =
  | { readonly type: 'changed'; readonly strategyId: string; readonly what: Change }
  | { readonly type: 'left' }

export interface Received<News> {
  readonly node: string
  readonly news: News
}

export function encodeDocumentNews(node: string, news: DocumentNews): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, node)
  if (news.type === 'committed') writeCommitted(encoder, news)
  else if (news.type === 'presence') writePresence(encoder, news.entries)
  else encoding.writeVarUint(encoder, WHO_IS_HERE)
  return asBuffer(encoding.toUint8Array(encoder))
}

export function encodeNodeNews(node: string, news: NodeNews): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, node)
  encoding.writeVarUint(encoder, news.type === 'left' ? LEFT : CHANGED)
  if (news.type === 'changed') {
    encoding.writeVarString(encoder, news.strategyId)
    encoding.writeVarString(encoder, news.what)
  }
  return asBuffer(encoding.toUint8Array(encoder))
}

/** Throws for what no node of this version says. */
export function decodeDocumentNews(message: Uint8Array): Received<DocumentNews> {
  const decoder = decoding.createDecoder(message)
  return { node: decoding.readVarString(decoder), news: readDocumentNews(decoder) }
}

export function decodeNodeNews(message: Uint8Array): Received<NodeNews> {
  const decoder = decoding.createDecoder(message)
  const node = decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === LEFT) return { node, news: { type: 'left' } }
  if (type !== CHANGED) throw new Error(`a node said ${type}, which means nothing here`)
  const strategyId = decoding.readVarString(decoder)
  const what = z.enum(CHANGES).parse(decoding.readVarString(decoder))
  return { node, news: { type: 'changed', strategyId, what } }
}

function writeCommitted(
  encoder: encoding.Encoder,
  { firstSeq, count, updates }: Extract<DocumentNews, { type: 'committed' }>,
): void {
  const size = updates?.reduce((sum, update) => sum + update.length, 0) ?? Infinity
  const sent = size <= MAX_SENT_BYTES ? updates : null
  encoding.writeVarUint(encoder, sent ? COMMITTED : COMMITTED_LARGE)
  encoding.writeBigUint64(encoder, firstSeq)
  encoding.writeVarUint(encoder, count)
  for (const update of sent ?? []) encoding.writeVarUint8Array(encoder, update)
}

function writePresence(
  encoder: encoding.Encoder,
  entries: Extract<DocumentNews, { type: 'presence' }>['entries'],
): void {
  encoding.writeVarUint(encoder, PRESENCE)
  encoding.writeVarUint(encoder, entries.length)
  for (const { clientId, clock, state, personId } of entries) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
    encoding.writeVarString(encoder, personId)
  }
}

function readDocumentNews(decoder: decoding.Decoder): DocumentNews {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case COMMITTED:
    case COMMITTED_LARGE: {
      const firstSeq = decoding.readBigUint64(decoder)
      const count = decoding.readVarUint(decoder)
      const updates = type === COMMITTED ? readMany(count, () => readUpdate(decoder)) : null
      return { type: 'committed', firstSeq, count, updates }
    }
    case PRESENCE: {
      const count = decoding.readVarUint(decoder)
      return { type: 'presence', entries: readMany(count, () => readEntry(decoder)) }
    }
    case WHO_IS_HERE:
      return { type: 'who-is-here' }
    default:
      throw new Error(`a node said ${type}, which means nothing here`)
  }
}

/** A copy: an update may be kept for long, and the message's memory belongs to a larger piece off the network. */
function readUpdate(decoder: decoding.Decoder): Uint8Array {
  return Buffer.from(decoding.readVarUint8Array(decoder))
}

function readEntry(decoder: decoding.Decoder) {
  return {
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
    personId: decoding.readVarString(decoder),
  }
}

function readMany<T>(count: number, read: () => T): T[] {
  const all: T[] = []
  while (all.length < count) all.push(read())
  return all
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
