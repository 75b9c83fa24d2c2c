import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The two protocols the peers speak; a relay passes y-websocket's frames on without reading them. */
export type Protocol = 'y-websocket' | 'hocuspocus' | 'relay'

export const MESSAGE = {
  sync: 0,
  presence: 1,
  auth: 2,
  syncReply: 4,
  syncStatus: 8,
  northing: 64,
} as const
export const STEP = { one: 0, two: 1, update: 2 } as const
export const EMPTY_UPDATE = Uint8Array.of(0, 0)
export const EMPTY_STATE_VECTOR = Uint8Array.of(0)

export interface Framing {
  sync(step: number, bytes: Uint8Array): Uint8Array
  presence(bytes: Uint8Array): Uint8Array
  auth(token: string): Uint8Array
}

/** Hocuspocus puts the document's name before every message. */
export function createFraming(protocol: Protocol, room: string): Framing {
  const write = (fill: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder()
    if (protocol === 'hocuspocus') encoding.writeVarString(encoder, room)
    fill(encoder)
    return encoding.toUint8Array(encoder)
  }
  return {
    sync: (step, bytes) =>
      write((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync)
        encoding.writeVarUint(encoder, step)
        encoding.writeVarUint8Array(encoder, bytes)
      }),
    presence: (bytes) =>
      write((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.presence)
        encoding.writeVarUint8Array(encoder, bytes)
      }),
    auth: (token) =>
      write((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.auth)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, token)
        encoding.writeVarString(encoder, '4.8.0')
      }),
  }
}

export interface Message {
  readonly type: number
  /** Sync step, or what kind of answer. */
  readonly step: number
  readonly payload: Uint8Array
  /** Of Northing's own messages: how many of this socket's updates are committed. */
  readonly saved: number
}

export function readMessage(protocol: Protocol, frame: Uint8Array): Message {
  const decoder = decoding.createDecoder(frame)
  if (protocol === 'hocuspocus') decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  const plain = { type, step: -1, payload: EMPTY_UPDATE, saved: 0 }
  if (type === MESSAGE.sync || (protocol === 'hocuspocus' && type === MESSAGE.syncReply)) {
    const step = decoding.readVarUint(decoder)
    return { type: MESSAGE.sync, step, payload: decoding.readVarUint8Array(decoder), saved: 0 }
  }
  if (type === MESSAGE.northing)
    return { ...plain, saved: readSaved(decoding.readVarString(decoder)) }
  if (type === MESSAGE.auth || type === MESSAGE.syncStatus)
    return { ...plain, step: decoding.readVarUint(decoder) }
  return plain
}

function readSaved(json: string): number {
  const notice = JSON.parse(json) as { type: string; updates?: number }
  return notice.type === 'saved' ? (notice.updates ?? 0) : 0
}

/** Of an update with one struct of one client: that client and its clock, without decoding the rest. */
export function peekSingle(update: Uint8Array): [client: number, clock: number] | null {
  let position = 0
  const read = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = update[position++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  if (read() !== 1 || read() !== 1) return null
  return [read(), read()]
}
