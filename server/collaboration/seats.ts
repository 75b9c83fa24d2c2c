import { CLOSE } from './close-codes'
import type { Connection } from './connection'
import type { Seat } from './http-channels'
import { SOCKETS_PER_PERSON } from './limits'
import { type Admission, Member } from './member'
import { Counts } from './rates'
import { receiveFrame } from './receive-frame'
import type { RoomKeeper } from './room-keeper'
import { enterRoom } from './room-messages'
import { CountedConnection, type Tally } from './tally'

interface SeatAdapters {
  readonly now: () => number
  readonly tally: Tally
  readonly isClosing: () => boolean
  readonly socketsPerPerson?: number | undefined
}

/** Gives whoever was admitted a place in the room of its document, however it is connected. */
export function createSeats(
  keeper: RoomKeeper,
  { now, tally, isClosing, socketsPerPerson = SOCKETS_PER_PERSON }: SeatAdapters,
): (connection: Connection, admission: Admission) => Seat {
  const taken = new Counts(socketsPerPerson)
  return (connection, admission) => {
    const room = keeper.open(admission.strategyId, admission.documentId)
    const member = new Member(new CountedConnection(connection, tally), admission, now)
    const giveBack = taken.take(admission.actor.personId)
    if (giveBack) enterRoom(room, member)
    else member.close(CLOSE.tooFast, 'too many pages are open')
    if (isClosing()) member.close(CLOSE.restarting, 'restarting')
    return {
      receive(frame) {
        if (frame instanceof Uint8Array) tally.receivedBytes += frame.length
        if (!member.isClosed) receiveFrame(keeper, room, { member, frame })
      },
      touch: () => (member.isAlive = true),
      close: (code, reason) => member.close(code, reason),
      leave() {
        giveBack?.()
        keeper.leave(room, member)
      },
    }
  }
}
