import type { Bus, BusListener, DocumentNews } from './bus'
import type { Logger } from './logger'
import type { OwnPresence } from './presence'
import type { Room } from './room'

/** Nodes say who is with them this often, so that a node that died takes its people with it. */
const ANNOUNCE_MS = 10_000
const SILENT_AFTER_MS = 25_000
/** Rooms opened together are compared together. */
const GATHER_MS = 25

export interface NodeLinkAdapters {
  readonly bus: Bus
  /** The last sequence of each of these documents. */
  readonly readHeads: (documentIds: readonly string[]) => Promise<ReadonlyMap<string, bigint>>
  readonly logger: Logger
  readonly now: () => number
  readonly rooms: ReadonlyMap<string, Room>
  readonly tellPresence: (room: Room) => void
  readonly onChanged: BusListener['changed']
}

/** Joins the rooms of this node with the same rooms at other nodes. */
export class NodeLink {
  private readonly toCompare = new Set<string>()
  private announcedAt: number

  constructor(private readonly adapters: NodeLinkAdapters) {
    this.announcedAt = adapters.now()
    adapters.bus.listen({
      hear: (documentId, node, news) => this.hear(documentId, node, news),
      changed: adapters.onChanged,
      nodeLeft: (node) => this.nodeLeft(node),
      restored: () => this.restored(),
    })
  }

  /** What was committed while the room was not listening yet is found by comparing once it does. */
  open({ documentId }: Room): void {
    const { bus, logger } = this.adapters
    bus.join(documentId).then(
      () => {
        bus.tell(documentId, { type: 'who-is-here' })
        this.compareSoon(documentId)
      },
      // Comparing every few seconds goes on, and joining is repeated when the bus is back.
      (error: unknown) => logger.warn({ err: error, documentId }, 'a document was not joined'),
    )
  }

  letGo({ documentId }: Room): void {
    this.adapters.bus.leave(documentId)
  }

  committed({ documentId }: Room, firstSeq: bigint, updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return
    const news = { type: 'committed', firstSeq, count: updates.length, updates } as const
    this.adapters.bus.tell(documentId, news)
  }

  present({ documentId }: Room, entries: readonly OwnPresence[]): void {
    if (entries.length > 0) this.adapters.bus.tell(documentId, { type: 'presence', entries })
  }

  /** Every few seconds. The bus promises nothing, so every open document is compared with the log, in one query. */
  lookAround(): void {
    const now = this.adapters.now()
    if (now - this.announcedAt >= ANNOUNCE_MS) {
      this.announcedAt = now
      this.announce()
    }
    this.dropSilent(now - SILENT_AFTER_MS)
    this.compareAll()
  }

  private hear(documentId: string, node: string, news: DocumentNews): void {
    const room = this.adapters.rooms.get(documentId)
    if (!room) return
    if (news.type === 'committed') {
      const { firstSeq, count, updates } = news
      if (updates) room.remote.keep(firstSeq, updates)
      else room.remote.know(firstSeq + BigInt(count) - 1n)
      room.showRemote()
    } else if (news.type === 'who-is-here') {
      this.present(room, room.presence.listOwn())
    } else if (room.presence.hearNode(node, news.entries, this.adapters.now())) {
      this.adapters.tellPresence(room)
    }
  }

  private nodeLeft(node: string): void {
    for (const room of this.adapters.rooms.values())
      if (room.presence.dropNode(node)) this.adapters.tellPresence(room)
  }

  private restored(): void {
    for (const { documentId } of this.adapters.rooms.values())
      this.adapters.bus.tell(documentId, { type: 'who-is-here' })
    this.announce()
    this.compareAll()
  }

  private announce(): void {
    for (const room of this.adapters.rooms.values()) this.present(room, room.presence.listOwn())
  }

  private dropSilent(since: number): void {
    for (const room of this.adapters.rooms.values())
      if (room.presence.dropSilentNodes(since)) this.adapters.tellPresence(room)
  }

  private compareAll(): void {
    for (const [documentId, room] of this.adapters.rooms)
      if (room.members.size > 0) this.compareSoon(documentId)
  }

  private compareSoon(documentId: string): void {
    if (this.toCompare.size === 0) setTimeout(() => void this.compare(), GATHER_MS).unref()
    this.toCompare.add(documentId)
  }

  private async compare(): Promise<void> {
    const documentIds = [...this.toCompare]
    this.toCompare.clear()
    try {
      for (const [documentId, head] of await this.adapters.readHeads(documentIds)) {
        const room = this.adapters.rooms.get(documentId)
        room?.remote.know(head)
        room?.showRemote()
      }
    } catch (error) {
      // The database is away; it is asked again in a few seconds.
      this.adapters.logger.warn({ err: error }, 'the log could not be compared')
    }
  }
}
