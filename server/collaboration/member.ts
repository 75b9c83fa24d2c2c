import type { Actor } from '../../app/domain/access/actor'
import { CLOSE } from './close-codes'
import type { Connection } from './connection'
import type { Backlog } from './feed'
import type { InspectedEdit } from './gate'
import { MAX_UNSENT_BYTES } from './limits'
import { Outgoing } from './outgoing'
import { Allowance } from './rates'
import { type ClientMessage, type Notice, encodeNotice, encodeSaved } from './protocol'
import { SavedCount } from './saved-count'

/** What a socket was admitted to do. */
export interface Admission {
  readonly actor: Actor
  readonly strategyId: string
  readonly documentId: string
  readonly mayWrite: boolean
  /** Could write if the text were being drafted. The log has the last word: it refuses whatever is late. */
  readonly isFrozen: boolean
  /** Could write if the draft were not in suggesting only. */
  readonly isSuggesting?: boolean
  /** Asked for Northing's own messages. */
  readonly wantsNotices: boolean
  /** Wants only those: takes no part in the document and is not shown as present. */
  readonly onlyListens: boolean
  /** Asks again, with the session it came with. Asking alone is no use of the session, or an open tab would never end it. */
  readonly askAgain: (isInUse?: boolean) => Promise<Standing>
}

/** `may suggest`: may write, and the draft is in suggesting only. */
export type Standing = 'may write' | 'may suggest' | 'may read' | 'gone'

export interface ParkedUpdate {
  readonly update: InspectedEdit
  readonly number: number
}

/** One connection in one room. */
export class Member {
  readonly saved = new SavedCount()
  readonly allowance: Allowance
  /** Messages that came before the document was loaded. */
  readonly early: ClientMessage[] = []
  /** Edits whose predecessors have not come yet; the answer to our step 1 brings them. */
  readonly parked: ParkedUpdate[] = []
  /** Its first edit waits until it is known whose name it is in, and everything after it waits too. */
  isHeld = false
  earlyBytes = 0
  awaitsAnswer = false
  /** From its first step 1 on it is sent every edit. */
  follows = false
  /** Null once it is shown every edit as it comes. */
  backlog: Backlog | null = null
  /** As of the last look around. */
  lastSentAt = 0
  hasBeenSent = false
  isAlive = true
  pingedAt: number
  isClosed = false
  /** As of now: the draft may be put into suggesting only, and opened again, while the socket stays. */
  mayWrite: boolean
  isSuggesting: boolean
  private doubt: Promise<void> | null = null
  private owesSaved = false

  constructor(
    readonly connection: Connection,
    readonly admission: Admission,
    private readonly now: () => number,
  ) {
    this.lastSentAt = now()
    this.allowance = new Allowance(this.lastSentAt)
    this.pingedAt = this.lastSentAt
    this.mayWrite = admission.mayWrite
    this.isSuggesting = admission.isSuggesting ?? false
  }

  send(outgoing: Outgoing): void {
    if (this.isClosed || !this.connection.isOpen) return
    if (this.connection.unsentBytes > MAX_UNSENT_BYTES) {
      this.close(CLOSE.restarting, 'too slow: connect again for the rest')
      return
    }
    const saved = this.owesSaved ? this.takeSaved() : null
    this.connection.send(outgoing, saved ?? undefined)
    this.hasBeenSent = true
  }

  notify(notice: Notice): void {
    if (this.admission.wantsNotices) this.send(new Outgoing([encodeNotice(notice)]))
  }

  /** Says how many of its edits are committed, unless it has heard that. */
  tellSaved(): void {
    const saved = this.takeSaved()
    if (saved) this.send(saved)
  }

  /** It is told with whatever is sent next. */
  oweSaved(): void {
    this.owesSaved = true
  }

  private takeSaved(): Outgoing | null {
    this.owesSaved = false
    const updates = this.saved.takeNews()
    if (updates === null || !this.admission.wantsNotices) return null
    return new Outgoing([encodeSaved(updates)])
  }

  /** What it sends is kept until something about it is settled. */
  get mustWait(): boolean {
    return this.isHeld || this.doubt !== null
  }

  /** The draft was put into suggesting only, or opened again. */
  setSuggesting(isSuggesting: boolean): void {
    this.isSuggesting = isSuggesting
    this.mayWrite = !isSuggesting
  }

  /** Its rights are being read again. */
  async waitFor(answer: Promise<void>): Promise<void> {
    const doubt = Promise.all([this.doubt, answer]).then(() => undefined)
    this.doubt = doubt
    await doubt
    if (this.doubt === doubt) this.doubt = null
  }

  get certainty(): Promise<void> | null {
    return this.doubt
  }

  /** Nothing that still arrives from this socket is looked at. */
  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.isClosed = true
    this.early.length = 0
    this.parked.length = 0
    this.connection.close(code, reason)
  }
}
