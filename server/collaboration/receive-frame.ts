import type { RawData } from 'ws'
import { CLOSE } from './close-codes'
import type { Member } from './member'
import { Outgoing } from './outgoing'
import { type ClientMessage, readMessages } from './protocol'
import type { Room } from './room'
import type { RoomKeeper } from './room-keeper'
import { receiveMessage } from './room-messages'

/** A frame from a socket; null for a text frame, which the protocol does not know. */
export function receiveFrame(
  keeper: RoomKeeper,
  room: Room,
  { member, frame }: { member: Member; frame: RawData | null },
): void {
  const bytes = frame instanceof Uint8Array ? frame : null
  const messages = bytes && readMessages(bytes)
  if (!messages || (member.admission.onlyListens && messages.length > 0)) {
    member.close(CLOSE.malformed, 'the message cannot be read')
    return
  }
  const amount = { messages: messages.length, bytes: bytes.length }
  if (!member.allowance.take(amount, room.adapters.now()))
    member.close(CLOSE.tooFast, 'too much at once')
  for (const message of messages) {
    if (member.isClosed) return
    if (!hearPresence(keeper, room, { member, message })) receiveMessage(room, member, message)
  }
}

function hearPresence(
  keeper: RoomKeeper,
  room: Room,
  { member, message }: { member: Member; message: ClientMessage },
): boolean {
  if (message.type === 'presence-query') {
    const here = room.presence.encodeAll()
    if (here) member.send(new Outgoing([here]))
    return true
  }
  if (message.type !== 'presence') return false
  if (room.presence.hear(member, member.admission.actor, message.entries)) keeper.tellPresence(room)
  return true
}
