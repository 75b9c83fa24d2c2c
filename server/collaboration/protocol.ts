import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Change } from '../services/documents'
import { MAX_MESSAGES_PER_FRAME } from './limits'
import type { Envelope } from './outgoing'

const SYNC = 0
const PRESENCE = 1
const PRESENCE_QUERY = 3
/** Northing's own message: sent only to sockets that asked with `northing=1`. */
const NORTHING = 64

const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export type StateVector = ReadonlyMap<number, number>

export type ClientMessage =
  | { readonly type: 'step1'; readonly stateVector: StateVector }
  /** An edit. `answersStep1`: everything the client has and the server lacked. */
  | { readonly type: 'document'; readonly bytes: Uint8Array; readonly answersStep1: boolean }
  | { readonly type: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly type: 'presence-query' }

export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  /** JSON; `null` says that the client has gone. */
  readonly state: string
}

/** The messages of one frame, or null when any of it is malformed. */
export function readMessages(frame: Uint8Array): ClientMessage[] | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const messages: ClientMessage[] = []
    do {
      messages.push(readMessage(decoder))
    } while (decoding.hasContent(decoder) && messages.length < MAX_MESSAGES_PER_FRAME)
    return decoding.hasContent(decoder) ? null : messages
  } catch {
    // lib0 tells a truncated or oversized value by throwing.
    return null
  }
}

function readMessage(decoder: decoding.Decoder): ClientMessage {
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder)
    case PRESENCE:
      return { type: 'presence', entries: readPresence(decoding.readVarUint8Array(decoder)) }
    case PRESENCE_QUERY:
      return { type: 'presence-query' }
    default:
      throw new Error('unknown message type')
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === STEP_1) return { type: 'step1', stateVector: Y.decodeStateVector(bytes) }
  if (step === STEP_2 || step === UPDATE)
    return { type: 'document', bytes, answersStep1: step === STEP_2 }
  throw new Error('unknown sync step')
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const entries: PresenceEntry[] = []
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ clientId, clock, state: decoding.readVarString(decoder) })
  }
  return entries
}

export function encodeStep1(stateVector: StateVector): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, stateVector.size)
  for (const [client, clock] of stateVector) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, clock)
  }
  return encodeSync(STEP_1, encoding.toUint8Array(body))
}

/** An edit for a client, without copying it. */
export function envelopUpdate(update: Uint8Array): Envelope {
  return { head: SHORT_HEADS[update.length] ?? encodeHead(update.length), body: update }
}

function encodeHead(length: number): Uint8Array {
  const head = encoding.createEncoder()
  encoding.writeVarUint(head, SYNC)
  encoding.writeVarUint(head, UPDATE)
  encoding.writeVarUint(head, length)
  return encoding.toUint8Array(head)
}

/** Nearly every edit is a keystroke. */
const SHORT_HEADS = Array.from({ length: 256 }, (_, length) => encodeHead(length))

/** Sent last in a join: y-websocket takes any step 2 as "you have everything". */
export const EMPTY_STEP_2 = encodeSync(STEP_2, Uint8Array.of(0, 0))

/** For sockets that have heard nothing for a while. */
export const EMPTY_PRESENCE = encodePresence([])

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, state)
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, PRESENCE)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(body))
  return encoding.toUint8Array(message)
}

export type Notice =
  | { readonly type: 'saved'; readonly updates: number }
  | { readonly type: 'changed'; readonly what: Change }

export function encodeNotice(notice: Notice): Uint8Array {
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, NORTHING)
  encoding.writeVarString(message, JSON.stringify(notice))
  return encoding.toUint8Array(message)
}

/** The notice that is sent with nearly every edit. */
export function encodeSaved(updates: number): Uint8Array {
  const json = `{"type":"saved","updates":${updates}}`
  const message = Buffer.allocUnsafe(json.length + 2)
  message[0] = NORTHING
  message[1] = json.length
  message.write(json, 2, 'latin1')
  return message
}

function encodeSync(step: number, bytes: Uint8Array): Uint8Array {
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, SYNC)
  encoding.writeVarUint(message, step)
  encoding.writeVarUint8Array(message, bytes)
  return encoding.toUint8Array(message)
}
