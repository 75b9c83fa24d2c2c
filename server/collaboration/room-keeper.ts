import type { Change, EditFor, WriteOutcome } from '../services/documents'
import type { Bus } from './bus'
import { ClaimQueue } from './claim-queue'
import { CLOSE } from './close-codes'
import { CommitQueue } from './commit-queue'
import {
  IDLE_MS,
  PING_MS,
  PRESENCE_MERGE_MS,
  SEND_AWAY_GAP_MS,
  SEND_AWAY_MS,
  SILENCE_MS,
  SNAPSHOT_AFTER_UPDATES,
  SNAPSHOT_AT_LATEST_BYTES,
  SNAPSHOT_AT_LATEST_UPDATES,
  SNAPSHOT_EVERY_MS,
} from './limits'
import { endIfStalled } from './feed'
import type { Logger } from './logger'
import type { Member } from './member'
import { MemberRights } from './member-rights'
import { NodeLink, type NodeLinkAdapters } from './node-link'
import { Outgoing } from './outgoing'
import { EMPTY_PRESENCE } from './protocol'
import { Room, type RoomEdit } from './room'
import { SavedTeller } from './saved-teller'
import { createSnapshotMaker } from './snapshot-maker'
import { type Tally, timeCommits } from './tally'
import type { UpdateLog } from './update-log'
import { writeFor } from './write-for'

export interface LiveDocument {
  readonly strategyId: string
  readonly documentId: string
}

export interface LiveCounts {
  readonly rooms: number
  readonly connections: number
  readonly waitingEdits: number
  readonly waitingBytes: number
  readonly unsentBytes: number
}

export interface OtherNodes {
  readonly bus: Bus
  readonly readHeads: NodeLinkAdapters['readHeads']
}

const NO_ROOTS: ReadonlySet<string> = new Set()

interface KeeperAdapters {
  /** Beside those of a strategy: for tests of the protocol alone. */
  readonly extraRoots?: ReadonlySet<string> | undefined
  readonly log: UpdateLog
  readonly logger: Logger
  readonly now: () => number
  readonly tally: Tally
  readonly onCommitted: (document: LiveDocument) => void
  /** Absent: this node is the only one. */
  readonly nodes?: OtherNodes | undefined
}

const KEEP_ALIVE = new Outgoing([EMPTY_PRESENCE])
const TICK_MS = 5_000
const SNAPSHOT_RETRY_MS = 30_000

/** All open rooms: opens them, looks after their sockets, makes their snapshots, lets idle ones go. */
export class RoomKeeper {
  private readonly rooms = new Map<string, Room>()
  private readonly queue: CommitQueue<RoomEdit>
  private readonly claims: ClaimQueue
  private readonly savedTeller = new SavedTeller()
  private readonly snapshots = createSnapshotMaker()
  private readonly snapshotting = new Set<Room>()
  private readonly presenceDue = new Set<Room>()
  readonly rights: MemberRights
  private readonly link: NodeLink | null
  private readonly timer: NodeJS.Timeout

  constructor(private readonly adapters: KeeperAdapters) {
    this.queue = new CommitQueue(timeCommits(adapters.log, adapters.tally), adapters.logger)
    this.claims = new ClaimQueue(adapters.log, adapters.logger)
    this.rights = new MemberRights(this.rooms, adapters.logger, adapters.now)
    this.link = adapters.nodes ? this.linkWith(adapters.nodes) : null
    this.snapshots.warm()
    this.timer = setInterval(() => this.lookAround(), TICK_MS)
    this.timer.unref()
  }

  open(strategyId: string, documentId: string): Room {
    const existing = this.rooms.get(documentId)
    if (existing) return existing
    const { log, logger, now, tally, extraRoots = NO_ROOTS } = this.adapters
    const room = new Room(strategyId, documentId, {
      log,
      logger,
      now,
      tally,
      queue: this.queue,
      savedTeller: this.savedTeller,
      claims: this.claims,
      extraRoots,
      onCommitted: (room, firstSeq, updates) => {
        this.link?.committed(room, firstSeq, updates)
        this.afterCommit(room)
      },
    })
    this.rooms.set(documentId, room)
    this.link?.open(room)
    return room
  }

  /** An edit the program makes on somebody's behalf, whether anybody is in the room or not. */
  write({ strategyId, documentId }: LiveDocument, edit: EditFor): Promise<WriteOutcome> {
    return writeFor(this.open(strategyId, documentId), edit)
  }

  count(): LiveCounts {
    const rooms = [...this.rooms.values()]
    const members = rooms.flatMap((room) => [...room.members])
    return {
      rooms: rooms.length,
      connections: members.length,
      waitingEdits: rooms.reduce((sum, { waitingEdits }) => sum + waitingEdits, 0),
      waitingBytes: this.queue.waitingBytes,
      unsentBytes: members.reduce((sum, { connection }) => sum + connection.unsentBytes, 0),
    }
  }

  leave(room: Room, member: Member): void {
    member.isClosed = true
    room.members.delete(member)
    room.lastUsedAt = this.adapters.now()
    if (room.presence.leave(member)) this.tellPresence(room)
  }

  /** Presence is merged for a moment: everybody's cursor goes to everybody, so frames would grow with the square. */
  tellPresence(room: Room): void {
    if (this.presenceDue.has(room)) return
    this.presenceDue.add(room)
    setTimeout(() => {
      this.presenceDue.delete(room)
      const changes = room.presence.takeChanges()
      if (!changes) return
      this.link?.present(room, changes.own)
      const outgoing = new Outgoing([changes.message])
      for (const member of room.members) {
        if (member.admission.onlyListens || member.backlog) continue
        if (member !== changes.only) member.send(outgoing)
      }
    }, PRESENCE_MERGE_MS).unref()
  }

  /** Tells this node's pages, and the other nodes. */
  notify(strategyId: string, what: Change): void {
    this.notifyHere(strategyId, what)
    this.adapters.nodes?.bus.tellChanged(strategyId, what)
  }

  private linkWith(nodes: OtherNodes): NodeLink {
    const { logger, now } = this.adapters
    return new NodeLink({
      ...nodes,
      logger,
      now,
      rooms: this.rooms,
      tellPresence: (room) => this.tellPresence(room),
      onChanged: (strategyId, what) => this.notifyHere(strategyId, what),
    })
  }

  private notifyHere(strategyId: string, what: Change): void {
    for (const member of this.membersOf((room) => room.strategyId === strategyId)) {
      member.notify({ type: 'changed', what })
    }
  }

  async close(limitMs: number): Promise<void> {
    clearInterval(this.timer)
    const began = Date.now()
    await this.sendAway()
    this.claims.stop()
    await this.queue.stop(limitMs - (Date.now() - began))
    await this.snapshots.close()
  }

  /** One after another, so that they do not all come back in the same instant; whoever waits for its turn is served. */
  private async sendAway(): Promise<void> {
    const members = this.membersOf(() => true)
    const gapMs = Math.min(SEND_AWAY_GAP_MS, SEND_AWAY_MS / members.length)
    const began = Date.now()
    for (const [index, member] of members.entries()) {
      const early = began + index * gapMs - Date.now()
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
      member.close(CLOSE.restarting, 'restarting')
    }
  }

  private membersOf(matches: (room: Room) => boolean): Member[] {
    return [...this.rooms.values()].filter(matches).flatMap((room) => [...room.members])
  }

  private afterCommit(room: Room): void {
    this.adapters.onCommitted({ strategyId: room.strategyId, documentId: room.documentId })
    if (this.isSnapshotDue(room)) void this.takeSnapshot(room)
  }

  private isSnapshotDue({ content, snapshotAt }: Room): boolean {
    const length = content?.tailLength ?? 0
    if ((content?.tailBytes ?? 0) >= SNAPSHOT_AT_LATEST_BYTES) return true
    if (length < SNAPSHOT_AFTER_UPDATES) return false
    return (
      length >= SNAPSHOT_AT_LATEST_UPDATES || this.adapters.now() - snapshotAt >= SNAPSHOT_EVERY_MS
    )
  }

  /** Every few seconds: keeps sockets alive, ends dead ones, lets idle rooms rest. */
  lookAround(): void {
    const now = this.adapters.now()
    this.link?.lookAround()
    this.rights.lookAround()
    for (const room of this.rooms.values()) {
      for (const member of room.members) this.lookAfter(member, now)
      if (now - room.lastUsedAt > IDLE_MS && room.isQuiet) this.letRest(room)
    }
  }

  private lookAfter(member: Member, now: number): void {
    if (member.hasBeenSent) member.lastSentAt = now
    member.hasBeenSent = false
    if (!member.admission.onlyListens && now - member.lastSentAt > SILENCE_MS - TICK_MS)
      member.send(KEEP_ALIVE)
    endIfStalled(member, now)
    if (now - member.pingedAt < PING_MS) return
    if (!member.isAlive) {
      member.connection.terminate()
      return
    }
    member.isAlive = false
    member.pingedAt = now
    member.connection.ping()
  }

  /** The bytes of an idle document go; so does its room when nobody is in it. */
  private letRest(room: Room): void {
    if ((room.content?.tailLength ?? 0) > 0) {
      void this.takeSnapshot(room)
      return
    }
    if (this.snapshotting.has(room)) return
    room.content = null
    if (room.members.size > 0) return
    this.rooms.delete(room.documentId)
    this.link?.letGo(room)
  }

  private async takeSnapshot(room: Room): Promise<void> {
    if (this.snapshotting.has(room) || !room.content || this.adapters.now() < room.nextSnapshotAt)
      return
    this.snapshotting.add(room)
    try {
      const sources = room.content.readSources()
      const snapshot = await this.snapshots.make(sources, this.adapters.logger)
      await this.adapters.log.saveSnapshot(room.documentId, snapshot)
      room.rebase(snapshot)
    } catch (error) {
      // The log is whole without it; it is tried again later.
      room.nextSnapshotAt = this.adapters.now() + SNAPSHOT_RETRY_MS
      this.adapters.logger.warn({ err: error, documentId: room.documentId }, 'no snapshot was made')
    } finally {
      this.snapshotting.delete(room)
    }
  }
}
