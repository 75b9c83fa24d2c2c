import { CLOSE } from './close-codes'
import { FEED_BYTES, MAX_FEED_UPDATES, STALLED_MS } from './limits'
import type { Member } from './member'
import { Outgoing } from './outgoing'
import { envelopUpdate } from './protocol'
import type { Room } from './room'

/** What a reader gets before it is shown every edit as it comes. */
export interface Backlog {
  readonly pieces: Outgoing[]
  /** What was committed after this follows from the log. */
  after: bigint
  isReading: boolean
  unsent: number
  progressAt: number
}

/**
 * Sends a document piece by piece, as fast as it is read, and then whatever was committed meanwhile.
 * However slow the reader, only about `FEED_BYTES` wait in its socket; the rest waits in the log.
 */
export function feed(room: Room, member: Member, backlog: Pick<Backlog, 'pieces' | 'after'>): void {
  const progressAt = room.adapters.now()
  member.backlog = { ...backlog, isReading: false, unsent: 0, progressAt }
  pump(room, member)
}

/** A reader that does not keep up is left where it is; what it misses follows when its socket has drained. */
export function isTooFarBehind(room: Room, member: Member, after: bigint): boolean {
  if (member.backlog) return true
  if (member.connection.unsentBytes <= FEED_BYTES) return false
  feed(room, member, { pieces: [], after })
  return true
}

/** Progress is judged, not size: a slow line is welcome, a dead one is not. */
export function endIfStalled(member: Member, now: number): void {
  const { backlog, connection } = member
  if (!backlog || backlog.isReading) return
  if (connection.unsentBytes !== backlog.unsent) {
    backlog.unsent = connection.unsentBytes
    backlog.progressAt = now
  } else if (now - backlog.progressAt > STALLED_MS) {
    member.close(CLOSE.restarting, 'nothing was read for a while: connect again for the rest')
  }
}

function pump(room: Room, member: Member): void {
  const { backlog, connection } = member
  if (!backlog || member.isClosed || !connection.isOpen) return
  for (
    let piece = backlog.pieces[0];
    piece && connection.unsentBytes <= FEED_BYTES;
    piece = backlog.pieces[0]
  ) {
    backlog.pieces.shift()
    backlog.progressAt = room.adapters.now()
    member.send(piece)
  }
  if (connection.unsentBytes > FEED_BYTES) connection.whenDrained(() => pump(room, member))
  else if (backlog.after < room.head) void readMore(room, member, backlog)
  else {
    member.backlog = null
    const here = room.presence.encodeAll()
    if (here) member.send(new Outgoing([here]))
  }
}

async function readMore(room: Room, member: Member, backlog: Backlog): Promise<void> {
  if (backlog.isReading) return
  backlog.isReading = true
  try {
    const later = await room.readAfter(backlog.after)
    const batch = later.slice(0, MAX_FEED_UPDATES)
    backlog.after = batch.at(-1)?.seq ?? backlog.after
    if (batch.length > 0)
      backlog.pieces.push(new Outgoing(batch.map(({ bytes }) => envelopUpdate(bytes))))
    backlog.isReading = false
    pump(room, member)
  } catch (error) {
    const fields = { err: error, documentId: room.documentId }
    room.adapters.logger.warn(fields, 'what a slow reader missed could not be read')
    member.close(CLOSE.restarting, 'connect again for the rest')
  }
}
