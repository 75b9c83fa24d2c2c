/** What the live rooms need from storage. PostgreSQL and an in-memory fake pass the same contract suite. */
export interface UpdateLog {
  /**
   * Commits each document's updates in order, at most one entry per document.
   * Sequences continue the document's head without a gap; a refused document stores nothing and harms no other.
   * Throws `LogUnavailable` when trying again may work (some or all of the batch may then have been committed).
   */
  readonly append: (batch: readonly DocumentAppend[]) => Promise<ReadonlyMap<string, Appended>>
  /**
   * Makes each client id its claimant's, for ever, unless it is somebody else's already; answers those that are.
   * Claiming again changes nothing.
   */
  readonly claimClients: (claims: readonly ClientClaim[]) => Promise<readonly ClientClaim[]>
  /**
   * Committed updates with a sequence above `seq`, in order.
   * Throws `LogTrimmed` when some of them were put away: the snapshot holds what they said;
   * `LogDamaged` when one is not what was written.
   */
  readonly readAfter: (documentId: string, seq: bigint) => Promise<readonly LoggedUpdate[]>
  /** The newest snapshot and every update after it; null for an unknown document. */
  readonly load: (documentId: string) => Promise<StoredDocument | null>
  /** There is hardly any space left: edits are to be refused before they are handed over. Absent: there always is. */
  readonly isFull?: () => boolean
  /** Keeps a snapshot made from the log. Saving the same sequence twice changes nothing. */
  readonly saveSnapshot: (documentId: string, snapshot: Snapshot) => Promise<void>
}

/** Somebody is about to write in a document with this client id; null: the program itself. */
export interface ClientClaim {
  readonly documentId: string
  readonly clientId: number
  readonly personId: string | null
}

export interface DocumentAppend {
  readonly documentId: string
  readonly updates: readonly NewUpdate[]
  /**
   * Set on a further attempt of the same updates: the last sequence known before the first one.
   * The log then looks for them after that sequence, and appends them only if they are not there.
   */
  readonly retryAfter?: bigint
}

export interface NewUpdate {
  readonly bytes: Uint8Array
  readonly personId: string | null
  /** What the program writes for somebody who accepted a suggestion: taken in suggesting only too. */
  readonly isDecision?: boolean
}

export type Appended =
  | { readonly state: 'committed'; readonly firstSeq: bigint }
  | { readonly state: 'frozen' }
  /** Suggesting only: nothing that somebody typed is taken. */
  | { readonly state: 'suggesting' }
  | { readonly state: 'unknown' }

export interface LoggedUpdate {
  readonly seq: bigint
  readonly bytes: Uint8Array
}

/** The document as of `seq`. `stateVector` and `deleteSet` let a returning client be answered without its parts. */
export interface Snapshot {
  readonly seq: bigint
  /** Updates, each of which applies after the ones before it without waiting for anything. The last has the deletions. */
  readonly parts: readonly Uint8Array[]
  readonly stateVector: Uint8Array
  readonly deleteSet: Uint8Array
  /** How many structs it holds, for whoever made it; this is not stored. */
  readonly items?: number
}

export interface StoredDocument {
  readonly snapshot: Snapshot | null
  readonly tail: readonly LoggedUpdate[]
  readonly head: bigint
  readonly frozen: boolean
  /**
   * The sequence of the first update whose bytes are damaged. The document is as of the one before it, and must not be
   * written to: an edit would rest on a hole.
   */
  readonly damagedFrom?: bigint
}

/** Updates that were asked for are no longer in the log: load the document instead. */
export class LogTrimmed extends Error {
  override readonly name = 'LogTrimmed'
}

/** A stored row is not what was written; asking again does not help. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged'
}

/** Storage is away for a while: nothing is wrong with what was asked. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable'
}
