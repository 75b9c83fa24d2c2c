import type { ChangeSummary } from '../../../app/domain/diff/describe-comparison'
import type { Writer } from '../../../app/domain/history/authorship'
import type { MarkKind, MarkReason } from '../../../app/domain/history/version'
import type { AuditRecord } from '../audit'

/** What is kept of versions. None is ever changed or removed. */
export interface HistoryStore {
  /** Newest first, without their texts. */
  listVersions(documentId: string, asked: VersionsAsked): Promise<readonly VersionRow[]>
  findVersion(documentId: string, seq: bigint): Promise<StoredVersion | null>
  /** The newest one. */
  findLast(documentId: string): Promise<StoredVersion | null>
  /** False when the text at that sequence is kept already. */
  insertVersion(version: NewVersion): Promise<boolean>
  insertMark(mark: NewMark): Promise<void>
  /** Edits per person after one sequence up to another, also of updates that were put away since. */
  countAuthors(documentId: string, range: SequenceRange): Promise<readonly AuthorCount[]>
  /** Documents with a change before `until` that no version holds. */
  listDue(until: Date): Promise<readonly string[]>
  /** Answers null, without doing it, while another node or another call does something with this document. */
  alone<T>(documentId: string, work: () => Promise<T>): Promise<T | null>
  /** Who and where, of members past and present. */
  listWriters(partnershipId: string, personIds: readonly string[]): Promise<readonly Writer[]>
  listFilterOptions(documentId: string): Promise<FilterOptions>
  findEdition(
    strategyId: string,
    number: number,
  ): Promise<(StoredText & { readonly label: string }) | null>
  listEditionNumbers(
    strategyId: string,
  ): Promise<readonly { readonly number: number; readonly label: string }[]>
  /** What tells who typed which letter, and when. */
  readTraces(documentId: string): Promise<Traces>
  audit(record: AuditRecord): Promise<void>
}

export interface Traces {
  /** Every update that is still in the log, in order. */
  readonly log: readonly { readonly bytes: Uint8Array; readonly at: Date }[]
  /** Of every version, oldest first. */
  readonly versions: readonly { readonly stateVector: Uint8Array; readonly at: Date }[]
  readonly owners: readonly { readonly clientId: number; readonly personId: string | null }[]
}

export interface VersionsAsked {
  /** Only older ones. */
  readonly before: number | null
  readonly chapterId: string | null
  readonly personId: string | null
  readonly onlyNamed: boolean
  readonly limit: number
}

export interface SequenceRange {
  readonly after: bigint
  readonly to: bigint
}

/** Without a person: the program itself. */
export interface AuthorCount {
  readonly personId: string | null
  readonly edits: number
}

export interface VersionRow {
  readonly seq: bigint
  /** Of the version before; null: this is the first. */
  readonly previousSeq: bigint | null
  readonly at: Date
  readonly authors: readonly AuthorCount[]
  readonly summary: ChangeSummary
  readonly marks: readonly MarkRow[]
}

export interface MarkRow {
  readonly kind: MarkKind
  readonly name: string
  readonly note: string
  readonly reason: MarkReason
  readonly personName: string | null
  readonly at: string
}

/** A text as canonical JSON, compressed or as it is. */
export interface StoredText {
  readonly content: Uint8Array
  /** Known by this wherever it is kept. */
  readonly sha256: string
}

export interface StoredVersion extends StoredText {
  readonly seq: bigint
  readonly at: Date
  /** The document's own bytes, compressed. */
  readonly state: Uint8Array
}

/** What a thread makes of a document. */
export interface MadeVersion {
  readonly content: Uint8Array
  readonly contentSha256: string
  readonly state: Uint8Array
  readonly stateSha256: string
  readonly stateVector: Uint8Array
  readonly summary: ChangeSummary
}

export interface NewVersion extends MadeVersion {
  readonly documentId: string
  readonly seq: bigint
  readonly authors: readonly AuthorCount[]
  readonly at: Date
}

export interface NewMark {
  readonly id: string
  readonly documentId: string
  readonly seq: bigint
  readonly kind: MarkKind
  readonly name: string
  readonly note: string
  readonly reason: MarkReason
  readonly personId: string | null
  readonly at: Date
}

export interface FilterOptions {
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly personIds: readonly string[]
}
