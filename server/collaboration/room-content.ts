import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { ERASURE_UNITS, MAX_DOCUMENT_BYTES, MAX_DOCUMENT_ITEMS } from './limits'
import { type DeletedRange, type InsertedRange, type InspectedUpdate, inspectUpdate } from './gate'
import { IdRanges, type Range } from './id-ranges'
import { type Envelope, Outgoing } from './outgoing'
import { type StateVector, envelopUpdate } from './protocol'
import { readDeleteSet } from './read-delete-set'
import { trimUpdate } from './trim-update'
import type { LoggedUpdate, Snapshot, StoredDocument } from './update-log'

const PIECE_BYTES = 256 * 1024
const MAX_REPEATED = 256
/** An update without structs and deletions. */
const EMPTY = Uint8Array.of(0, 0)

interface TailEntry extends LoggedUpdate {
  readonly inserts: readonly InsertedRange[]
  readonly hasDeletes: boolean
  readonly items: number
}

/** What judging an update against the document says. A gap: something before it is missing. */
export type Verdict = 'news' | 'nothing' | 'gap'

/**
 * A document as bytes: the newest snapshot and the updates after it. There is no Y.Doc here.
 * Two things are known beside the bytes: which ids exist and which are deleted, counting accepted edits
 * that are not committed yet; everything handed to a client is committed.
 */
export class RoomContent {
  private readonly known = new Map<number, number>()
  private readonly deleted = new IdRanges()
  private snapshot: Snapshot | null
  private snapshotClocks: StateVector = new Map()
  /** Made once for everybody who comes with nothing. */
  private snapshotFrames: readonly Outgoing[] | null = null
  private readonly repeated = new Set<string>()
  private tail: TailEntry[] = []
  private lastSeq = 0n
  private bytes = 0
  private snapshotBytes = 0
  /** As far as is known: a stored snapshot does not say how many it holds. */
  private items = 0
  /** As of the last update that can be read; nothing may be written on top of what is missing. */
  readonly isDamaged: boolean

  constructor(stored: StoredDocument) {
    this.snapshot = stored.snapshot
    this.isDamaged = stored.damagedFrom !== undefined
    if (stored.snapshot) this.takeSnapshot(stored.snapshot)
    this.measure()
    for (const { seq, bytes } of stored.tail) {
      if (seq !== this.lastSeq + 1n) throw new Error(`the log has a gap before sequence ${seq}`)
      const update = inspectUpdate(bytes)
      if (!update) throw new Error(`the stored update ${seq} cannot be read`)
      this.accept(update)
      this.commit(seq, update)
    }
    if (this.lastSeq < stored.head && !this.isDamaged)
      throw new Error(`the log ends before sequence ${stored.head}`)
  }

  /** The sequence of the last committed update. */
  get head(): bigint {
    return this.lastSeq
  }

  get tailLength(): number {
    return this.tail.length
  }

  /** Of updates that no snapshot holds; a snapshot keeps no text that was deleted. */
  get tailBytes(): number {
    return this.bytes - this.snapshotBytes
  }

  /** What exists, accepted edits included: the client need not send it again. */
  get stateVector(): StateVector {
    return this.known
  }

  /** An answer to step 1 that brings nothing, known by its bytes: hundreds come back at once after a restart. */
  repeats(answer: Uint8Array): boolean {
    if (isSame(answer, EMPTY)) return true
    if (this.snapshot && isSame(answer, this.snapshot.deleteSet)) return true
    return this.repeated.has(hashOf(answer))
  }

  /** What exists never ceases to, so this stays true. */
  noteRepeated(answer: Uint8Array): void {
    if (this.repeated.size < MAX_REPEATED) this.repeated.add(hashOf(answer))
  }

  judge(update: InspectedUpdate): Verdict {
    let isNews = update.deletes.some((range) => this.findNewDeletions(range).length > 0)
    for (const { client, from, to } of update.inserts) {
      const known = this.known.get(client) ?? 0
      if (from > known) return 'gap'
      if (to > known) isNews = true
    }
    if (!this.hasAll(update)) return 'gap'
    return isNews ? 'news' : 'nothing'
  }

  /** Would this remove more than half of what clients other than `author` wrote, and a lot of it? */
  wouldErase(update: InspectedUpdate, author: number | null): boolean {
    let removed = 0
    for (const range of update.deletes) {
      if (range.client === author) continue
      const known = this.known.get(range.client) ?? 0
      for (const { from, to } of this.findNewDeletions(range))
        removed += Math.max(0, Math.min(to, known) - from)
    }
    if (removed <= ERASURE_UNITS) return false
    let written = 0
    for (const clock of this.known.values()) written += clock
    return removed > (written - this.deleted.size) / 2
  }

  trim(update: InspectedUpdate): InspectedUpdate {
    return trimUpdate(update, this.known, this.deleted)
  }

  /** Counts an update as existing from now on; it is about to be committed. */
  accept(update: InspectedUpdate): void {
    this.bytes += update.bytes.length
    this.items += update.items
    for (const { client, to } of update.inserts) {
      if (to > (this.known.get(client) ?? 0)) this.known.set(client, to)
    }
    for (const { client, clock, length } of update.deletes) this.deleted.add(client, clock, length)
  }

  commit(seq: bigint, update: InspectedUpdate): void {
    this.tail.push({
      seq,
      bytes: update.bytes,
      inserts: update.inserts,
      hasDeletes: update.deletes.length > 0,
      items: update.items,
    })
    this.lastSeq = seq
  }

  /** The updates that bring a client with that state vector to the committed state. Nothing is decoded for an empty one. */
  answer(theirs: StateVector): Outgoing[] {
    const pieces = this.snapshot ? this.answerFromSnapshot(this.snapshot, theirs) : []
    // A state vector says nothing about deletions, so those are always repeated.
    const later = this.tail.filter((entry) => entry.hasDeletes || !covers(theirs, entry.inserts))
    return [...pieces, ...joinMessages(later.map(({ bytes }) => bytes))]
  }

  /** The updates after that sequence, or null when some of them are in the snapshot already. */
  tailAfter(seq: bigint): readonly LoggedUpdate[] | null {
    const first = this.tail[0]
    if (!first || first.seq > seq + 1n) return null
    return this.tail.slice(Number(seq + 1n - first.seq))
  }

  /** What a snapshot of the committed state is made from. */
  readSources(): { seq: bigint; updates: Uint8Array[] } {
    const updates = this.tail.map((entry) => entry.bytes)
    if (this.snapshot) updates.unshift(...this.snapshot.parts)
    return { seq: this.lastSeq, updates }
  }

  rebase(snapshot: Snapshot): void {
    if (this.snapshot && this.snapshot.seq >= snapshot.seq) return
    this.snapshot = snapshot
    this.snapshotFrames = null
    this.snapshotClocks = Y.decodeStateVector(snapshot.stateVector)
    this.tail = this.tail.filter((entry) => entry.seq > snapshot.seq)
    this.measure()
  }

  /** Whether this would make more of it than a browser can hold. What only removes is always welcome. */
  wouldOverflow(update: InspectedUpdate): boolean {
    if (update.inserts.length === 0) return false
    const bytes = this.bytes + update.bytes.length
    return bytes > MAX_DOCUMENT_BYTES || this.items + update.items > MAX_DOCUMENT_ITEMS
  }

  private measure(): void {
    this.snapshotBytes = sumLengths(this.snapshot?.parts ?? [])
    this.bytes = this.snapshotBytes + sumLengths(this.tail.map(({ bytes }) => bytes))
    this.items = this.tail.reduce((sum, { items }) => sum + items, this.snapshot?.items ?? 0)
  }

  private hasAll({ needs, inserts }: InspectedUpdate): boolean {
    for (const [client, clock] of needs) {
      const brought = inserts.find((range) => range.client === client)?.to ?? 0
      if (clock >= Math.max(brought, this.known.get(client) ?? 0)) return false
    }
    return true
  }

  private takeSnapshot(snapshot: Snapshot): void {
    this.snapshotClocks = Y.decodeStateVector(snapshot.stateVector)
    for (const [client, clock] of this.snapshotClocks) this.known.set(client, clock)
    for (const [client, ranges] of readDeleteSet(snapshot.deleteSet))
      this.deleted.addAll(client, ranges)
    this.lastSeq = snapshot.seq
  }

  private answerFromSnapshot(snapshot: Snapshot, theirs: StateVector): readonly Outgoing[] {
    if (theirs.size === 0) {
      this.snapshotFrames ??= snapshot.parts.filter(isNotEmpty).map(encodeAlone)
      return this.snapshotFrames
    }
    const inserts = [...this.snapshotClocks].map(([client, to]) => ({ client, to }))
    if (covers(theirs, inserts)) return [snapshot.deleteSet].filter(isNotEmpty).map(encodeAlone)
    const stateVector = Y.encodeStateVector(new Map(theirs))
    return snapshot.parts
      .map((part) => Y.diffUpdate(part, stateVector))
      .filter(isNotEmpty)
      .map(encodeAlone)
  }

  private findNewDeletions({ client, clock, length }: DeletedRange): Range[] {
    return this.deleted.missing(client, clock, length)
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function sumLengths(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}

function isNotEmpty(update: Uint8Array): boolean {
  return update.length > 2
}

function encodeAlone(update: Uint8Array): Outgoing {
  return new Outgoing([envelopUpdate(update)])
}

/** Messages that go in one write, as far as they are small. */
function joinMessages(updates: readonly Uint8Array[]): Outgoing[] {
  const pieces: Outgoing[] = []
  let group: Envelope[] = []
  let bytes = 0
  for (const update of updates) {
    group.push(envelopUpdate(update))
    bytes += update.length
    if (bytes < PIECE_BYTES) continue
    pieces.push(new Outgoing(group))
    group = []
    bytes = 0
  }
  return group.length > 0 ? [...pieces, new Outgoing(group)] : pieces
}

function covers(theirs: StateVector, inserts: readonly { client: number; to: number }[]): boolean {
  return inserts.every(({ client, to }) => (theirs.get(client) ?? 0) >= to)
}
