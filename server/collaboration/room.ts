import type { ClaimQueue } from './claim-queue'
import { ClientOwners } from './client-owners'
import { CLOSE, SUGGESTING } from './close-codes'
import type { CommitQueue, CommitTarget, QueuedEdit, RefusalReason } from './commit-queue'
import { isTooFarBehind } from './feed'
import { Depths } from './depths'
import { type InspectedUpdate, inspectUpdate } from './gate'
import type { Logger } from './logger'
import type { Member } from './member'
import { type Envelope, Outgoing } from './outgoing'
import { Presence } from './presence'
import { envelopUpdate } from './protocol'
import { RemoteNews } from './remote-news'
import { RoomContent } from './room-content'
import type { SavedTeller } from './saved-teller'
import type { Tally } from './tally'
import type { LoggedUpdate, Snapshot, UpdateLog } from './update-log'

const GAP_PATIENCE_MS = 15

/** An edit on its way into the log, and who is to be told: the socket it came from, or whoever writes for somebody. */
export interface RoomEdit extends QueuedEdit {
  readonly update: InspectedUpdate | null
  readonly member: Member | null
  readonly number: number
  arrivedAt?: number
  readonly settle?: (outcome: 'committed' | RefusalReason) => void
}

interface News {
  readonly message: Envelope
  /** Has it already. */
  readonly author: Member | null
}

export interface RoomAdapters {
  readonly log: UpdateLog
  readonly queue: CommitQueue<RoomEdit>
  readonly savedTeller: SavedTeller
  readonly claims: ClaimQueue
  /** Roots beside those of a strategy, which anything may stand in: for tests of the protocol alone. */
  readonly extraRoots: ReadonlySet<string>
  readonly logger: Logger
  readonly now: () => number
  readonly tally: Tally
  /** `updates`: this node's own, beginning at `firstSeq`. */
  onCommitted(room: Room, firstSeq: bigint, updates: readonly Uint8Array[]): void
}

/** One open document: the sockets in it, its bytes while they are needed, and the edits on their way. */
export class Room implements CommitTarget<RoomEdit> {
  readonly members = new Set<Member>()
  readonly presence = new Presence()
  readonly owners: ClientOwners
  readonly depths = new Depths()
  /** Null while idle: the bytes can always be read again. */
  content: RoomContent | null = null
  waitingBytes = 0
  waitingEdits = 0
  lastUsedAt: number
  nextSnapshotAt = 0
  /** When the newest snapshot was made, or the room opened. */
  snapshotAt: number
  /** What was committed at other nodes and not shown here yet. */
  readonly remote = new RemoteNews()
  /** The last sequence everybody in the room was shown; null before the document was first read. */
  private shown: bigint | null = null
  private isReadingMissed = false
  private loading: Promise<void> | null = null

  constructor(
    readonly strategyId: string,
    readonly documentId: string,
    readonly adapters: RoomAdapters,
  ) {
    this.lastUsedAt = adapters.now()
    this.snapshotAt = this.lastUsedAt
    this.owners = new ClientOwners(documentId, adapters.claims, (id) => this.presence.personOf(id))
  }

  get head(): bigint {
    return this.shown ?? 0n
  }

  /** Reads the document, once for everybody who waits. When it cannot be read, everybody who waits is sent away. */
  load(): Promise<void> {
    this.loading ??= this.readContent().finally(() => {
      this.loading = null
      this.showRemote()
    })
    return this.loading
  }

  /** Counts the edit as existing and queues it; it is shown and confirmed when it is committed. */
  enqueue(edit: RoomEdit): void {
    edit.arrivedAt = performance.now()
    if (edit.update) this.content?.accept(edit.update)
    this.waitingEdits += 1
    this.waitingBytes += edit.bytes?.length ?? 0
    this.adapters.queue.add(this, edit)
  }

  committed(edits: readonly RoomEdit[], firstSeq: bigint, missed: readonly LoggedUpdate[]): void {
    this.forget(edits)
    const before = this.head
    const news = missed.map((logged) => this.receive(logged))
    const own: Uint8Array[] = []
    let seq = firstSeq
    for (const { update, member, number, settle } of edits) {
      if (update) {
        this.content?.commit(seq, update)
        news.push({ message: envelopUpdate(update.bytes), author: member })
        own.push(update.bytes)
        this.shown = seq
        seq += 1n
      }
      member?.saved.settle(number)
      settle?.('committed')
    }
    this.broadcast(news, before)
    const arrivedAt = edits[0]?.arrivedAt
    if (arrivedAt !== undefined) this.adapters.tally.shown((performance.now() - arrivedAt) / 1000)
    this.tellSaved(edits)
    if (news.length > 0) this.adapters.onCommitted(this, firstSeq, own)
    this.remote.forgetUpTo(this.head)
    this.showRemote()
  }

  private tellSaved(edits: readonly RoomEdit[]): void {
    const { queue, savedTeller } = this.adapters
    const { isCalm } = queue
    for (const { member } of edits) {
      if (!member) continue
      if (isCalm) member.tellSaved()
      else savedTeller.tellSoon(member)
    }
  }

  /** What another node committed between ours, if it has said all of it. */
  heardBefore(seq: bigint): readonly LoggedUpdate[] | null {
    return this.remote.between(this.head, seq)
  }

  /**
   * Shows what other nodes committed, in its place: not while edits of our own are on their way, because theirs and
   * ours are numbered together, and not while the document is being read.
   */
  showRemote(): void {
    if (this.shown === null || !this.isQuiet || this.content?.isDamaged) return
    this.show(this.remote.takeAfter(this.shown))
    if (this.remote.isAheadOf(this.shown)) this.readMissedSoon()
  }

  refused(reason: RefusalReason, edits: readonly RoomEdit[]): void {
    this.forget(edits)
    for (const { settle } of edits) settle?.(reason)
    // What was counted as existing does not exist: everybody starts again from the log.
    this.content = null
    for (const member of this.members) {
      const wrote = edits.some((edit) => edit.member === member)
      const closing = chooseClosing(reason, { wrote, mayWrite: member.mayWrite })
      if (closing) member.close(closing.code, closing.words)
    }
    // What other nodes committed waited for these edits.
    this.showRemote()
  }

  /** What was committed together goes out together: one write for everybody who wrote none of it. */
  private broadcast(news: readonly News[], after: bigint): void {
    if (news.length === 0) return
    const all = new Outgoing(news.map(({ message }) => message))
    const authors = new Set(news.map(({ author }) => author))
    for (const member of this.members) {
      if (!member.follows || isTooFarBehind(this, member, after)) continue
      if (!authors.has(member)) member.send(all)
      else {
        const others = news.filter(({ author }) => author !== member)
        if (others.length > 0) member.send(new Outgoing(others.map(({ message }) => message)))
      }
    }
  }

  /** What was committed and shown after that sequence, for a reader that fell behind. */
  async readAfter(seq: bigint): Promise<readonly LoggedUpdate[]> {
    const held = this.content?.tailAfter(seq)
    if (held) return held
    const head = this.head
    const later = await this.adapters.log.readAfter(this.documentId, seq)
    return later.filter((logged) => logged.seq <= head)
  }

  rebase(snapshot: Snapshot): void {
    this.snapshotAt = this.adapters.now()
    this.content?.rebase(snapshot)
  }

  /** Everything is committed and nobody is waiting for the bytes. */
  get isQuiet(): boolean {
    return this.waitingEdits === 0 && this.loading === null
  }

  private async readContent(): Promise<void> {
    try {
      const stored = await this.adapters.log.load(this.documentId)
      if (stored) {
        if (stored.damagedFrom === undefined) await this.showMissed(stored.head)
        this.content = new RoomContent(stored)
        this.shown = this.content.head
      } else this.sendAwayWaiting(CLOSE.notFound, 'no such document')
    } catch (error) {
      this.adapters.logger.error(
        { err: error, documentId: this.documentId },
        'a document could not be loaded',
      )
      this.sendAwayWaiting(CLOSE.restarting, 'the document cannot be read at the moment')
    }
  }

  private sendAwayWaiting(code: number, reason: string): void {
    for (const member of this.members) if (!member.admission.onlyListens) member.close(code, reason)
  }

  /** A room that slept may have been told nothing for a while; whoever is in it follows the log without a hole. */
  private async showMissed(head: bigint): Promise<void> {
    const from = this.shown
    if (from === null || from >= head || this.members.size === 0) return
    const later = await this.adapters.log.readAfter(this.documentId, from)
    this.showWhole(later.filter(({ seq }) => seq <= head))
  }

  /** Updates that an edition holds are put away. Whoever was away that long comes in again and gets the snapshot. */
  private showWhole(updates: readonly LoggedUpdate[]): void {
    if (updates[0]?.seq === this.head + 1n) {
      this.show(updates)
      return
    }
    this.content = null
    this.shown = null
    this.sendAwayWaiting(CLOSE.restarting, 'come in again for what was missed')
  }

  private show(updates: readonly LoggedUpdate[]): void {
    if (updates.length === 0) return
    const before = this.head
    this.broadcast(
      updates.map((logged) => this.receive(logged)),
      before,
    )
    this.lastUsedAt = this.adapters.now()
  }

  /** News of several nodes may cross on the way, so a gap often closes by itself. */
  private readMissedSoon(): void {
    if (this.isReadingMissed) return
    this.isReadingMissed = true
    setTimeout(() => {
      void this.readMissed().finally(() => (this.isReadingMissed = false))
    }, GAP_PATIENCE_MS).unref()
  }

  private async readMissed(): Promise<void> {
    const from = this.head
    if (!this.remote.isAheadOf(from)) return
    try {
      const later = await this.adapters.log.readAfter(this.documentId, from)
      // Otherwise edits of our own may be among them; their commit looks for what came before it.
      if (this.isQuiet && this.head === from) this.showWhole(later)
    } catch (error) {
      const fields = { err: error, documentId: this.documentId }
      this.adapters.logger.warn(fields, 'what other nodes appended could not be read')
    }
  }

  /** Something another node or another program appended. */
  private receive({ seq, bytes }: LoggedUpdate): News {
    this.shown = seq
    const update = this.content && inspectUpdate(bytes)
    if (this.content && update) {
      this.content.accept(update)
      this.content.commit(seq, update)
    } else {
      // Asleep, or not readable here: whoever needs the document reads it from the log.
      this.content = null
    }
    return { message: envelopUpdate(bytes), author: null }
  }

  private forget(edits: readonly RoomEdit[]): void {
    this.waitingEdits -= edits.length
    for (const { bytes } of edits) this.waitingBytes -= bytes?.length ?? 0
    this.lastUsedAt = this.adapters.now()
  }
}

/** Who starts again from the log, and as what; null: has nothing that is not stored, and goes on. */
function chooseClosing(
  reason: RefusalReason,
  { wrote, mayWrite }: { readonly wrote: boolean; readonly mayWrite: boolean },
): { readonly code: number; readonly words: string } | null {
  if (reason === 'failed') return { code: CLOSE.restarting, words: 'the edit could not be stored' }
  if (reason === 'suggesting') return wrote ? { code: CLOSE.suggesting, words: SUGGESTING } : null
  if (wrote && reason === 'unknown') return { code: CLOSE.notFound, words: 'no such document' }
  return wrote || mayWrite ? { code: CLOSE.replaced, words: 'the document is frozen' } : null
}
