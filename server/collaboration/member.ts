import type { WebSocket } from 'ws'
import type { Actor } from '../../app/domain/access/actor'
import { CLOSE } from './close-codes'
import type { InspectedUpdate } from './gate'
import { MAX_UNSENT_BYTES } from './limits'
import { type ClientMessage, type Notice, encodeNotice } from './protocol'
import { SavedCount } from './saved-count'

/** What a socket was admitted to do. */
export interface Admission {
  readonly actor: Actor
  readonly strategyId: string
  readonly documentId: string
  readonly mayWrite: boolean
  /** Could write if the text were being drafted. The log has the last word: it refuses whatever is late. */
  readonly isFrozen: boolean
  /** Asked for Northing's own messages. */
  readonly wantsNotices: boolean
  /** Wants only those: takes no part in the document and is not shown as present. */
  readonly onlyListens: boolean
  /** Asks again, with the session it came with. */
  readonly askAgain: () => Promise<Standing>
}

export type Standing = 'may write' | 'may read' | 'gone'

export interface ParkedUpdate {
  readonly update: InspectedUpdate
  readonly number: number
}

/** After a close frame the other side has this long to answer. */
const CLOSING_MS = 3_000

/** One socket in one room. */
export class Member {
  readonly saved = new SavedCount()
  /** Messages that came before the document was loaded. */
  readonly early: ClientMessage[] = []
  /** Edits whose predecessors have not come yet; the answer to our step 1 brings them. */
  readonly parked: ParkedUpdate[] = []
  awaitsAnswer = false
  /** From its first step 1 on it is sent every edit. */
  follows = false
  lastSentAt = 0
  isAlive = true
  pingedAt: number
  private allowedBytes = MAX_UNSENT_BYTES
  isClosed = false

  constructor(
    readonly socket: WebSocket,
    readonly admission: Admission,
    private readonly now: () => number,
  ) {
    this.lastSentAt = now()
    this.pingedAt = this.lastSentAt
  }

  send(message: Uint8Array): void {
    if (this.isClosed || this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > this.allowedBytes) {
      this.close(CLOSE.restarting, 'too slow: connect again for the rest')
      return
    }
    this.socket.send(message, { binary: true })
    this.lastSentAt = this.now()
  }

  /** A whole document may be on its way to a slow reader; asking for it again and again is not slowness. */
  sendAll(messages: readonly Uint8Array[]): void {
    const bytes = messages.reduce((sum, message) => sum + message.length, 0)
    if (this.socket.bufferedAmount <= MAX_UNSENT_BYTES) this.allowedBytes = MAX_UNSENT_BYTES + bytes
    for (const message of messages) this.send(message)
  }

  notify(notice: Notice): void {
    if (this.admission.wantsNotices) this.send(encodeNotice(notice))
  }

  tellSaved(): void {
    const updates = this.saved.takeNews()
    if (updates !== null) this.notify({ type: 'saved', updates })
  }

  /** Nothing that still arrives from this socket is looked at. */
  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.isClosed = true
    this.early.length = 0
    this.parked.length = 0
    this.socket.close(code, reason)
    setTimeout(() => this.socket.terminate(), CLOSING_MS).unref()
  }
}
