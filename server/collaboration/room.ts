import { CLOSE } from './close-codes'
import type { CommitQueue, CommitTarget, QueuedEdit } from './commit-queue'
import { type InspectedUpdate, inspectUpdate } from './gate'
import type { Logger } from './logger'
import type { Member } from './member'
import { Outgoing } from './outgoing'
import { Presence } from './presence'
import { encodeUpdate } from './protocol'
import { RoomContent } from './room-content'
import type { LoggedUpdate, Snapshot, UpdateLog } from './update-log'

/** An edit on its way into the log, and the socket to be told. */
export interface RoomEdit extends QueuedEdit {
  readonly update: InspectedUpdate | null
  readonly member: Member
  readonly number: number
}

interface News {
  readonly message: Uint8Array
  /** Has it already. */
  readonly author: Member | null
}

export interface RoomAdapters {
  readonly log: UpdateLog
  readonly queue: CommitQueue<RoomEdit>
  readonly logger: Logger
  readonly now: () => number
  onCommitted(room: Room): void
}

/** One open document: the sockets in it, its bytes while they are needed, and the edits on their way. */
export class Room implements CommitTarget<RoomEdit> {
  readonly members = new Set<Member>()
  readonly presence = new Presence()
  /** Null while idle: the bytes can always be read again. */
  content: RoomContent | null = null
  waitingBytes = 0
  waitingEdits = 0
  lastUsedAt: number
  nextSnapshotAt = 0
  private loading: Promise<void> | null = null

  constructor(
    readonly strategyId: string,
    readonly documentId: string,
    readonly adapters: RoomAdapters,
  ) {
    this.lastUsedAt = adapters.now()
  }

  get head(): bigint {
    return this.content?.head ?? 0n
  }

  /** Reads the document, once for everybody who waits. When it cannot be read, everybody who waits is sent away. */
  load(): Promise<void> {
    this.loading ??= this.readContent().finally(() => (this.loading = null))
    return this.loading
  }

  /** Counts the edit as existing and queues it; it is shown and confirmed when it is committed. */
  enqueue(edit: RoomEdit): void {
    if (edit.update) this.content?.accept(edit.update)
    this.waitingEdits += 1
    this.waitingBytes += edit.bytes?.length ?? 0
    this.adapters.queue.add(this, edit)
  }

  committed(edits: readonly RoomEdit[], firstSeq: bigint, missed: readonly LoggedUpdate[]): void {
    this.forget(edits)
    const news: News[] = missed.flatMap((logged) => this.receive(logged))
    let seq = firstSeq
    for (const { update, member, number } of edits) {
      if (update) {
        this.content?.commit(seq, update)
        news.push({ message: encodeUpdate(update.bytes), author: member })
        seq += 1n
      }
      member.saved.settle(number)
    }
    this.broadcast(news)
    for (const member of new Set(edits.map((edit) => edit.member))) member.tellSaved()
    if (news.length > 0) this.adapters.onCommitted(this)
  }

  refused(reason: 'frozen' | 'unknown' | 'failed', edits: readonly RoomEdit[]): void {
    this.forget(edits)
    // What was counted as existing does not exist: everybody starts again from the log.
    this.content = null
    for (const member of this.members) {
      const wrote = edits.some((edit) => edit.member === member)
      if (reason === 'failed') member.close(CLOSE.restarting, 'the edit could not be stored')
      else if (wrote && reason === 'unknown') member.close(CLOSE.notFound, 'no such document')
      else if (wrote || member.admission.mayWrite)
        member.close(CLOSE.replaced, 'the document is frozen')
    }
  }

  /** What was committed together goes out together: one write for everybody who wrote none of it. */
  private broadcast(news: readonly News[]): void {
    if (news.length === 0) return
    const all = new Outgoing(news.map(({ message }) => message))
    const authors = new Set(news.map(({ author }) => author))
    for (const member of this.members) {
      if (!member.follows) continue
      if (!authors.has(member)) member.send(all)
      else {
        const others = news.filter(({ author }) => author !== member)
        if (others.length > 0) member.send(new Outgoing(others.map(({ message }) => message)))
      }
    }
  }

  rebase(snapshot: Snapshot): void {
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
        this.content = new RoomContent(stored)
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

  /** Something another program appended. */
  private receive({ seq, bytes }: LoggedUpdate): News[] {
    const update = inspectUpdate(bytes)
    if (!update || !this.content) return []
    this.content.accept(update)
    this.content.commit(seq, update)
    return [{ message: encodeUpdate(bytes), author: null }]
  }

  private forget(edits: readonly RoomEdit[]): void {
    this.waitingEdits -= edits.length
    for (const { bytes } of edits) this.waitingBytes -= bytes?.length ?? 0
    this.lastUsedAt = this.adapters.now()
  }
}
